// Page tables of i386.
#ifndef _ASM_PGTABLE_32_TYPES_H
#define _ASM_PGTABLE_32_TYPES_H

#include <asm/pgtable.h>

#endif
