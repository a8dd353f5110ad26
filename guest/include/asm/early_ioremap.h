#ifndef _ASM_EARLY_IOREMAP_H
#define _ASM_EARLY_IOREMAP_H

#include <linux/types.h>

void __iomem* early_ioremap(resource_size_t phys_addr, unsigned long size);
void* early_memremap(resource_size_t phys_addr, unsigned long size);
void early_iounmap(void __iomem* addr, unsigned long size);
void early_memunmap(void* addr, unsigned long size);

#endif
