// Forgetting translations.
#ifndef _ASM_TLBFLUSH_H
#define _ASM_TLBFLUSH_H

#include <linux/types.h>

void flush_tlb_all(void);
void flush_tlb_kernel_range(unsigned long start, unsigned long end);
static inline void flush_tlb_one_kernel(unsigned long addr) {
  __asm__ volatile("invlpg (%0)" : : "r"(addr) : "memory");
}
#define __flush_tlb_all() flush_tlb_all()

#endif
