// Where the areas of the address space begin: part of <asm/pgtable.h>.
#ifndef _ASM_PGTABLE_AREAS_H
#define _ASM_PGTABLE_AREAS_H

#include <asm/pgtable.h>

#endif
