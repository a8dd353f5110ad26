// Entries of hugetlbfs: on i386 they are ordinary ones with the size bit.
#ifndef _ASM_X86_HUGETLB_H
#define _ASM_X86_HUGETLB_H

#include <asm/page.h>
#include <asm/tlbflush.h>
#include <linux/errno.h>
#include <linux/mm.h>
#include <linux/pgtable.h>

#define hugepages_supported() boot_cpu_has(X86_FEATURE_PSE)
static inline pte_t mk_huge_pte(struct page* page, pgprot_t pgprot) { return mk_pte(page, pgprot); }
static inline unsigned long huge_pte_write(pte_t pte) { return pte_write(pte); }
static inline unsigned long huge_pte_dirty(pte_t pte) { return pte_dirty(pte); }
static inline pte_t huge_pte_mkwrite(pte_t pte) { return pte_mkwrite(pte); }
static inline pte_t huge_pte_mkdirty(pte_t pte) { return pte_mkdirty(pte); }
static inline pte_t huge_pte_modify(pte_t pte, pgprot_t newprot) {
  return pte_modify(pte, newprot);
}
static inline void huge_pte_clear(struct mm_struct* mm, unsigned long addr, pte_t* ptep,
                                  unsigned long sz) {
  pte_clear(mm, addr, ptep);
}
static inline void set_huge_pte_at(struct mm_struct* mm, unsigned long addr, pte_t* ptep,
                                   pte_t pte) {
  set_pte_at(mm, addr, ptep, pte);
}
static inline pte_t huge_ptep_get(pte_t* ptep) { return *ptep; }
static inline pte_t huge_ptep_get_and_clear(struct mm_struct* mm, unsigned long addr, pte_t* ptep) {
  return ptep_get_and_clear(mm, addr, ptep);
}
static inline int huge_pte_none(pte_t pte) { return pte_none(pte); }
static inline pte_t huge_pte_wrprotect(pte_t pte) { return pte_wrprotect(pte); }
static inline void huge_ptep_set_wrprotect(struct mm_struct* mm, unsigned long addr, pte_t* ptep) {
  ptep_set_wrprotect(mm, addr, ptep);
}
static inline int prepare_hugepage_range(struct file* file, unsigned long addr, unsigned long len) {
  return (addr | len) & ~PMD_MASK ? -EINVAL : 0;
}
static inline bool gigantic_page_runtime_supported(void) { return true; }

#endif
