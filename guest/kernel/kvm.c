/*
 * Kernel virtual memory, as far as it must run on the CPU: wrappers that know the running task,
 * widen types which differ with PAE, or execute INVLPG. What they decide is in mm/ on the host.
 * Linux: mm/highmem.c (kunmap_local_indexed), arch/x86/mm/ioremap.c.
 */
#include <asm/fixmap.h>
#include <asm/iomap.h>
#include <asm/tlbflush.h>
#include <linux/debug_locks.h>
#include <linux/export.h>
#include <linux/highmem.h>
#include <linux/instruction_pointer.h>
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/sched.h>

#include "bug_at.h"
#include "kernel.h"
#include "sched/sched.h"

#define KM_MAX_IDX 16

void* mm32_ioremap(u64 pa, unsigned long size);
void* mm32_ioremap_uc(u64 pa, unsigned long size);
void* mm32_ioremap_wc(u64 pa, unsigned long size);
void* mm32_ioremap_wt(u64 pa, unsigned long size);
void* mm32_ioremap_cache(u64 pa, unsigned long size);
void* mm32_memremap(u64 pa, unsigned long size, unsigned long flags);
void* mm32_kmap_local_pfn(void* ctrl, unsigned long pfn, u32 prot);
unsigned long mm32_kunmap_local(void* ctrl, const void* vaddr);
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

/* The entry of the first temporary slot; each deeper level's lies one below. Set by the host. */
pte_t* __mm32_kmap_pte;
/* Somebody follows the events of temporary mappings: then the host does them all. */
int __mm32_kmap_watched;

/* Who used a slot last: the leak report reads it when a slot is still in use. */
struct kmap_site {
  unsigned long mapped_by, unmapped_by;
};
struct kmap_site __mm32_kmap_sites[KM_MAX_IDX];

static __always_inline unsigned long slot_address(unsigned int level) {
  return __fix_to_virt(FIX_KMAP_BEGIN + level);
}

/* As the CPU may look at any time, the half with the present bit is written last and cleared first.
 */
static __always_inline void write_slot(pte_t* slot, pte_t entry) {
#ifdef CONFIG_X86_PAE
  slot->pte_high = entry.pte_high;
  barrier();
#endif
  WRITE_ONCE(slot->pte_low, entry.pte_low);
}

static __always_inline void clear_slot(pte_t* slot) {
  WRITE_ONCE(slot->pte_low, 0);
#ifdef CONFIG_X86_PAE
  barrier();
  slot->pte_high = 0;
#endif
}

static __always_inline void* map_on_host(unsigned long pfn, pgprot_t prot, unsigned long by) {
  struct kmap_ctrl* ctrl = &current->kmap_ctrl;
  const unsigned int level = ctrl->idx;
  u32 low = (u32)pgprot_val(prot);

#ifdef CONFIG_X86_PAE
  if (pgprot_val(prot) >> _PAGE_BIT_NX) low |= 1u << 31;
#endif
  if (level < KM_MAX_IDX) __mm32_kmap_sites[level].mapped_by = by;
  return mm32_kmap_local_pfn(ctrl, pfn, low);
}

/* What is in order is done here, without a call of the host; it reports what is not. */
static __always_inline void* map_slot(unsigned long pfn, pgprot_t prot, unsigned long by) {
  struct kmap_ctrl* ctrl = &current->kmap_ctrl;
  const unsigned int level = ctrl->idx;
  pte_t* slot = __mm32_kmap_pte - level;
  pte_t entry = pfn_pte(pfn, prot);

  if (unlikely(level >= KM_MAX_IDX - 1 || __mm32_kmap_watched || !pte_none(*slot)))
    return map_on_host(pfn, prot, by);
  ctrl->idx = level + 1;
  ctrl->pteval[level] = pte_val(entry);
  write_slot(slot, entry);
  __mm32_kmap_sites[level].mapped_by = by;
  return (void*)slot_address(level);
}

void* __kmap_local_pfn_prot(unsigned long pfn, pgprot_t prot) {
  return map_slot(pfn, prot, _RET_IP_);
}
EXPORT_SYMBOL(__kmap_local_pfn_prot);

void* __kmap_local_page_prot(struct page* page, pgprot_t prot) {
  if (!PageHighMem(page)) return lowmem_page_address(page);
  return map_slot(page_to_pfn(page), prot, _RET_IP_);
}
EXPORT_SYMBOL(__kmap_local_page_prot);

static __always_inline void forget(unsigned long page) {
  __asm__ volatile("invlpg (%0)" : : "r"(page) : "memory");
}

static __always_inline void unmap_on_host(const void* vaddr, unsigned long by) {
  struct kmap_ctrl* ctrl = &current->kmap_ctrl;
  const unsigned int level = ctrl->idx - 1;
  unsigned long page = mm32_kunmap_local(ctrl, vaddr);

  if (level < KM_MAX_IDX) __mm32_kmap_sites[level].unmapped_by = by;
  if (page) forget(page);
}

/* The last mapping is undone here. Pages of the direct map have no slot; all else is the host's. */
void kunmap_local_indexed(const void* vaddr) {
  const unsigned long page = (unsigned long)vaddr & PAGE_MASK;
  struct kmap_ctrl* ctrl = &current->kmap_ctrl;
  const unsigned int level = ctrl->idx - 1;

  if (unlikely(page != slot_address(level) || level >= KM_MAX_IDX || __mm32_kmap_watched)) {
    if (page < __fix_to_virt(FIX_KMAP_END) && page >= PAGE_OFFSET) return;
    unmap_on_host(vaddr, _RET_IP_);
    return;
  }
  clear_slot(__mm32_kmap_pte - level);
  ctrl->pteval[level] = 0;
  ctrl->idx = level;
  __mm32_kmap_sites[level].unmapped_by = _RET_IP_;
  forget(page);
}
EXPORT_SYMBOL(kunmap_local_indexed);

/* Once, as lock debugging ends with it. Linux: kmap_assert_nomap. */
static noinline void exit_to_user_mode_prepare(void) {
  if (likely(!current->kmap_ctrl.idx) || !debug_locks_off()) return;
  WARN_AT(1, "include/linux/highmem-internal.h", 17, "DEBUG_LOCKS_WARN_ON(current->kmap_ctrl.idx)");
}
void syscall_exit_to_user_mode(void) { exit_to_user_mode_prepare(); }

/* Only the running task's mappings are in the slots. Linux: __kmap_local_sched_out and _in. */
void kmap_switch(struct task_struct* from, struct task_struct* to) {
  int level;

  for (level = 0; level < min(from->kmap_ctrl.idx, KM_MAX_IDX); level++) {
    clear_slot(__mm32_kmap_pte - level);
    forget(slot_address(level));
  }
  for (level = 0; level < min(to->kmap_ctrl.idx, KM_MAX_IDX); level++)
    write_slot(__mm32_kmap_pte - level, __pte(to->kmap_ctrl.pteval[level]));
}

struct page* __kmap_to_page(void* vaddr) {
  return mm32_kmap_to_page(&current->kmap_ctrl, vaddr);
}
EXPORT_SYMBOL(__kmap_to_page);

void kmap_flush_unused(void) { __kmap_flush_unused(); }
EXPORT_SYMBOL(kmap_flush_unused);

int iomem_map_sanity_check(resource_size_t addr, unsigned long size);

/* Says when the range is more than one resource. */
static __always_inline void* checked(void* mapped, resource_size_t pa, unsigned long size,
                                     unsigned long by) {
  if (mapped && iomem_map_sanity_check(pa, size))
    pr_warn("caller %pS mapping multiple BARs\n", (void*)by);
  return mapped;
}

#define IOREMAP(name)                                          \
  void* name(resource_size_t pa, unsigned long size) {         \
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
