// Ranges of memory types.
#ifndef _ASM_MTRR_H
#define _ASM_MTRR_H

#include <linux/types.h>

#endif
