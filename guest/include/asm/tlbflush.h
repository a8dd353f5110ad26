// Forgetting translations.
#ifndef _ASM_TLBFLUSH_H
#define _ASM_TLBFLUSH_H

#include <asm/page.h>
#include <linux/types.h>

void flush_tlb_all(void);
void flush_tlb_kernel_range(unsigned long start, unsigned long end);
// The addresses of an address space; more than 33 pages flush everything.
struct mm_struct;
struct vm_area_struct;
#define TLB_FLUSH_ALL -1UL
void flush_tlb_mm_range(struct mm_struct* mm, unsigned long start, unsigned long end,
                        unsigned int stride_shift, bool freed_tables);
#define flush_tlb_mm(mm) flush_tlb_mm_range(mm, 0UL, TLB_FLUSH_ALL, 0UL, true)
#define flush_tlb_range(vma, start, end) \
  flush_tlb_mm_range((vma)->vm_mm, start, end, PAGE_SHIFT, false)
#define flush_tlb_page(vma, a) \
  flush_tlb_mm_range((vma)->vm_mm, a, (a) + PAGE_SIZE, PAGE_SHIFT, false)
#define flush_tlb_one_user(addr) flush_tlb_one_kernel(addr)
#define __flush_tlb_one(addr) flush_tlb_one_kernel(addr)
#define flush_tlb_local() flush_tlb_all()

static inline void flush_tlb_one_kernel(unsigned long addr) {
  __asm__ volatile("invlpg (%0)" : : "r"(addr) : "memory");
}
#define __flush_tlb_all() flush_tlb_all()

#endif
