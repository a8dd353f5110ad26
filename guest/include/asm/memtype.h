// Memory types: what the page attribute table would offer.
#ifndef _ASM_X86_MEMTYPE_H
#define _ASM_X86_MEMTYPE_H

#include <asm/pgtable_types.h>
#include <linux/types.h>

bool pat_enabled(void);
bool pat_pfn_immune_to_uc_mtrr(unsigned long pfn);

#endif
