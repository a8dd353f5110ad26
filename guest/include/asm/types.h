#ifndef _ASM_TYPES_H
#define _ASM_TYPES_H

#include <linux/bits.h>
#include <linux/types.h>

#endif
