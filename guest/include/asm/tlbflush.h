// Forgetting translations.
#ifndef _ASM_TLBFLUSH_H
#define _ASM_TLBFLUSH_H

#include <asm/page.h>
#include <asm/processor.h>
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

#define TLB_GENERATION_INVALID 0
// Bits of cr4; the kernel keeps a copy of it, which these update in Linux.
static inline unsigned long cr4_read_shadow(void) { return __read_cr4(); }
static inline void cr4_update_irqsoff(unsigned long set, unsigned long clear) {
  const unsigned long old = __read_cr4(), wanted = (old & ~clear) | set;
  if (wanted != old) __asm__ __volatile__("mov %0,%%cr4" : : "r"(wanted) : "memory");
}
static inline void cr4_set_bits_irqsoff(unsigned long mask) { cr4_update_irqsoff(mask, 0); }
static inline void cr4_clear_bits_irqsoff(unsigned long mask) { cr4_update_irqsoff(0, mask); }
static inline void cr4_set_bits(unsigned long mask) { cr4_set_bits_irqsoff(mask); }
static inline void cr4_clear_bits(unsigned long mask) { cr4_clear_bits_irqsoff(mask); }
static inline void __native_tlb_flush_global(unsigned long cr4) { flush_tlb_all(); }

#endif
