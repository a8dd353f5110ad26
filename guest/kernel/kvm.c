/*
 * Kernel virtual memory, as far as it must run on the CPU: wrappers that know the running task,
 * or widen types which differ with PAE. What they decide is in mm/ on the host.
 * Linux: mm/highmem.c, arch/x86/mm/ioremap.c.
 */
#include <asm/fixmap.h>
#include <asm/iomap.h>
#include <asm/tlbflush.h>
#include <linux/export.h>
#include <linux/highmem.h>
#include <linux/instruction_pointer.h>
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/sched.h>

#include "bug_at.h"
#include "kernel.h"

void* mm32_ioremap(u64 pa, unsigned long size);
void* mm32_ioremap_uc(u64 pa, unsigned long size);
void* mm32_ioremap_wc(u64 pa, unsigned long size);
void* mm32_ioremap_wt(u64 pa, unsigned long size);
void* mm32_ioremap_cache(u64 pa, unsigned long size);
void* mm32_memremap(u64 pa, unsigned long size, unsigned long flags);
struct page* mm32_kmap_to_page(void* ctrl, void* vaddr);
void __kmap_flush_unused(void);

/* Which bits entries may have; PAE kernels keep the global bit for their image. */
#ifdef CONFIG_X86_PAE
pteval_t __default_kernel_pte_mask = ~(pteval_t)_PAGE_GLOBAL;
#else
pteval_t __default_kernel_pte_mask = ~(pteval_t)0;
#endif
pteval_t __supported_pte_mask = ~(pteval_t)0;
EXPORT_SYMBOL(__default_kernel_pte_mask);
EXPORT_SYMBOL(__supported_pte_mask);

/* Set by the host when memory management has booted. */
unsigned long __mm32_vmalloc_start;
unsigned long __mm32_vmalloc_end;
unsigned long __mm32_pkmap_base;
unsigned long __FIXADDR_TOP = 0xfffff000;
EXPORT_SYMBOL(__mm32_vmalloc_start);
EXPORT_SYMBOL(__mm32_vmalloc_end);
EXPORT_SYMBOL(__mm32_pkmap_base);
EXPORT_SYMBOL(__FIXADDR_TOP);

struct page* __kmap_to_page(void* vaddr) {
  return mm32_kmap_to_page(&current->kmap_ctrl, vaddr);
}
EXPORT_SYMBOL(__kmap_to_page);

void kmap_flush_unused(void) { __kmap_flush_unused(); }
EXPORT_SYMBOL(kmap_flush_unused);

int iomem_map_sanity_check(resource_size_t addr, unsigned long size);

/* Areas of addresses are made and undone by tasks only. */
static noinline void refuse_interrupts(void) __asm__("__get_vm_area_node.constprop.0");
static noinline void refuse_interrupts(void) { BUG_ON_AT(in_interrupt(), "mm/vmalloc.c", 2497); }

void mm32_vunmap(const void* addr);
void vunmap(const void* addr) {
  BUG_ON_AT(in_interrupt(), "mm/vmalloc.c", 2821);
  mm32_vunmap(addr);
}
EXPORT_SYMBOL(vunmap);

/* Says when the range is more than one resource. */
static __always_inline void* checked(void* mapped, resource_size_t pa, unsigned long size,
                                     unsigned long by) {
  if (mapped && iomem_map_sanity_check(pa, size))
    pr_warn("caller %pS mapping multiple BARs\n", (void*)by);
  return mapped;
}

#define IOREMAP(name)                                          \
  void* name(resource_size_t pa, unsigned long size) {         \
    refuse_interrupts();                                       \
    return checked(mm32_##name(pa, size), pa, size, _RET_IP_); \
  }                                                            \
  EXPORT_SYMBOL(name)
IOREMAP(ioremap);
IOREMAP(ioremap_uc);
IOREMAP(ioremap_wc);
IOREMAP(ioremap_wt);
IOREMAP(ioremap_cache);

/* Only the caching of `prot` counts. */
static void* map_as(resource_size_t pa, unsigned long size, unsigned long prot) {
  switch (prot & (_PAGE_PCD | _PAGE_PWT)) {
    case 0:
      return mm32_ioremap_cache(pa, size);
    case _PAGE_PWT:
      return mm32_ioremap_wt(pa, size);
    case _PAGE_PCD:
      return mm32_ioremap(pa, size);
  }
  return mm32_ioremap_uc(pa, size);
}
void* ioremap_prot(resource_size_t pa, unsigned long size, unsigned long prot) {
  return checked(map_as(pa, size, prot), pa, size, _RET_IP_);
}
EXPORT_SYMBOL(ioremap_prot);

void* ioremap_encrypted(resource_size_t pa, unsigned long size) {
  return checked(mm32_ioremap_cache(pa, size), pa, size, _RET_IP_);
}
EXPORT_SYMBOL(ioremap_encrypted);

/* Write-combining maps of frames, one at a time. */
int iomap_create_wc(resource_size_t base, unsigned long size, pgprot_t* prot) {
  if (!size || base + size - 1 < base) return -EINVAL;
  *prot = __pgprot((__PAGE_KERNEL | _PAGE_PCD) & __default_kernel_pte_mask);
  return 0;
}
EXPORT_SYMBOL(iomap_create_wc);

void iomap_free(resource_size_t base, unsigned long size) {}
EXPORT_SYMBOL(iomap_free);

void* __iomap_local_pfn_prot(unsigned long pfn, pgprot_t prot) {
  return __kmap_local_pfn_prot(pfn, __pgprot(pgprot_val(prot) & __default_kernel_pte_mask));
}
EXPORT_SYMBOL(__iomap_local_pfn_prot);

void zero_user_segments(struct page* page, unsigned start1, unsigned end1, unsigned start2,
                        unsigned end2) {
  unsigned first = 0;

  BUG_ON_AT(end1 > page_size(page) || end2 > page_size(page), "mm/highmem.c", 396);
  for (; first < page_size(page); first += PAGE_SIZE, page++) {
    const unsigned last = first + PAGE_SIZE;

    if (start1 < end1 && start1 < last && end1 > first)
      memset_page(page, max(start1, first) - first, 0, min(end1, last) - max(start1, first));
    if (start2 < end2 && start2 < last && end2 > first)
      memset_page(page, max(start2, first) - first, 0, min(end2, last) - max(start2, first));
    if (!PageCompound(page)) break;
  }
}
EXPORT_SYMBOL(zero_user_segments);

void flush_tlb_mm_range(struct mm_struct* mm, unsigned long start, unsigned long end,
                        unsigned int stride_shift, bool freed_tables) {
  const unsigned long ceiling = 33;

  if (end == TLB_FLUSH_ALL || (end - start) >> stride_shift > ceiling) {
    flush_tlb_all();
    return;
  }
  for (; start < end; start += 1UL << stride_shift) flush_tlb_one_user(start);
}
EXPORT_SYMBOL(flush_tlb_mm_range);

void* memremap(resource_size_t pa, size_t size, unsigned long flags) {
  return mm32_memremap(pa, size, flags);
}
EXPORT_SYMBOL(memremap);
