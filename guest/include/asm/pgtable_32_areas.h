// The areas of the kernel half.
#ifndef _ASM_PGTABLE_32_AREAS_H
#define _ASM_PGTABLE_32_AREAS_H

#include <asm/pgtable.h>

#endif
