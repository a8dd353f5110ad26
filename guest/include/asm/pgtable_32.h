// Page tables of i386.
#ifndef _ASM_PGTABLE_32_H
#define _ASM_PGTABLE_32_H

#include <asm/pgtable.h>

#endif
