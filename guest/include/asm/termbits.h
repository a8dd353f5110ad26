// Settings of terminals: the generic form.
#ifndef _ASM_TERMBITS_H
#define _ASM_TERMBITS_H

#include <asm-generic/termbits.h>
#include <linux/types.h>

#endif
