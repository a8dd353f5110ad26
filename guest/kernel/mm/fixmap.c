// The fixmap and the early mappings as modules of our own headers see them; the host decides
// (mm/highmem/fixmap.hpp). Linux: arch/x86/mm/pgtable.c, mm/early_ioremap.c.
#include <asm/early_ioremap.h>
#include <asm/fixmap.h>
#include <linux/export.h>

// `prot` is the low half of pgprot_t with NX in bit 31, so that all arguments are in registers.
void mm32_set_fixmap(unsigned int index, unsigned long pfn, u32 prot);
void* mm32_early_ioremap(unsigned long pfn, u32 offset_and_prot, unsigned long size);
void mm32_early_iounmap(void* addr, unsigned long size);

static u32 short_prot(pgprot_t prot) {
  u32 low = (u32)pgprot_val(prot) & 0xfff;

#ifdef CONFIG_X86_PAE
  if (pgprot_val(prot) >> _PAGE_BIT_NX) low |= 1u << 31;
#endif
  return low;
}

void native_set_fixmap(unsigned int index, phys_addr_t phys, pgprot_t prot) {
  mm32_set_fixmap(index, (unsigned long)(phys >> PAGE_SHIFT), short_prot(prot));
}
EXPORT_SYMBOL(native_set_fixmap);

// The slots of early_ioremap stay usable after boot here. The offset within the page travels above
// the protection bits.
static void* map_early(resource_size_t phys, unsigned long size, pgprot_t prot) {
  return mm32_early_ioremap((unsigned long)(phys >> PAGE_SHIFT),
                            short_prot(prot) | (u32)(phys & ~PAGE_MASK) << 12, size);
}

void __iomem* early_ioremap(resource_size_t phys, unsigned long size) {
  return map_early(phys, size, __MM32_KERNEL_PROT(__PAGE_KERNEL_NOCACHE));
}
EXPORT_SYMBOL(early_ioremap);

void* early_memremap(resource_size_t phys, unsigned long size) {
  return map_early(phys, size, PAGE_KERNEL);
}
EXPORT_SYMBOL(early_memremap);

void early_iounmap(void __iomem* addr, unsigned long size) { mm32_early_iounmap(addr, size); }
EXPORT_SYMBOL(early_iounmap);

void early_memunmap(void* addr, unsigned long size) { mm32_early_iounmap(addr, size); }
EXPORT_SYMBOL(early_memunmap);
