// Mapping device frames one at a time.
#ifndef _ASM_X86_IOMAP_H
#define _ASM_X86_IOMAP_H

#include <asm/pgtable_types.h>
#include <linux/highmem.h>
#include <linux/types.h>

void __iomem* __iomap_local_pfn_prot(unsigned long pfn, pgprot_t prot);
int iomap_create_wc(resource_size_t base, unsigned long size, pgprot_t* prot);
void iomap_free(resource_size_t base, unsigned long size);

#endif
