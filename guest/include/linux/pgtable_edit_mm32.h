// Reading and editing entries of page tables, as far as it takes no lock; part of
// <linux/pgtable.h>.
#ifndef _LINUX_PGTABLE_EDIT_MM32_H
#define _LINUX_PGTABLE_EDIT_MM32_H

#include <asm/pgtable.h>
#include <linux/compiler.h>

#ifndef pud_index
#define pud_index(address) 0UL
#endif
#ifndef p4d_index
#define p4d_index(address) 0UL
#endif
#define pages_to_mb(npg) ((npg) >> (20 - PAGE_SHIFT))
#define pte_global(pte) ((int)(pte_val(pte) & _PAGE_GLOBAL))
#define pgd_large(pgd) 0
#define pgd_same(a, b) (pgd_val(a) == pgd_val(b))
#define pmd_same(a, b) (pmd_val(a) == pmd_val(b))
#define pud_same(a, b) (pud_val(a) == pud_val(b))
#define pte_protnone(pte) 0
#define pte_devmap(pte) 0

static inline pte_t pte_set_flags(pte_t pte, pteval_t set) { return __pte(pte_val(pte) | set); }
static inline pte_t pte_clear_flags(pte_t pte, pteval_t clear) {
  return __pte(pte_val(pte) & ~clear);
}
#define pte_mkexec(pte) pte_clear_flags(pte, _PAGE_NX)
#define pte_mkglobal(pte) pte_set_flags(pte, _PAGE_GLOBAL)
#define pte_clrglobal(pte) pte_clear_flags(pte, _PAGE_GLOBAL)
#define pte_mkhuge(pte) pte_set_flags(pte, _PAGE_PSE)
// What an entry keeps when its protection changes: the frame, accessed and dirty.
static inline pte_t pte_modify(pte_t pte, pgprot_t newprot) {
  const pteval_t keep =
      PTE_PFN_MASK | _PAGE_PCD | _PAGE_PWT | _PAGE_SPECIAL | _PAGE_ACCESSED | _PAGE_DIRTY;
  const pteval_t val = (pte_val(pte) & keep) | (pgprot_val(newprot) & ~keep);
  return __pte(flip_protnone_guard(pte_val(pte), val, PTE_PFN_MASK));
}

static inline void native_set_pte(pte_t* ptep, pte_t pte) { set_pte(ptep, pte); }
static inline void native_set_pte_atomic(pte_t* ptep, pte_t pte) { set_pte(ptep, pte); }
static inline void native_set_pmd(pmd_t* pmdp, pmd_t pmd) { *pmdp = pmd; }
static inline void native_set_pud(pud_t* pudp, pud_t pud) { *pudp = pud; }
static inline void native_pmd_clear(pmd_t* pmdp) { *pmdp = __pmd(0); }
static inline pte_t native_ptep_get_and_clear(pte_t* ptep) {
  const pte_t pte = *ptep;
  set_pte(ptep, __pte(0));
  return pte;
}
#define native_local_ptep_get_and_clear(ptep) native_ptep_get_and_clear(ptep)
static inline pmd_t native_pmdp_get_and_clear(pmd_t* pmdp) {
  const pmd_t pmd = *pmdp;
  *pmdp = __pmd(0);
  return pmd;
}
struct mm_struct;
static inline void native_pte_clear(struct mm_struct* mm, unsigned long addr, pte_t* ptep) {
  set_pte(ptep, __pte(0));
}
#define set_pte_atomic(ptep, pte) set_pte(ptep, pte)
#define set_pmd(pmdp, pmd) (*(pmdp) = (pmd))
#define set_pud(pudp, pud) (*(pudp) = (pud))
#define set_pgd(pgdp, pgd) (*(pgdp) = (pgd))
#define pmd_clear(pmdp) set_pmd(pmdp, __pmd(0))
#define update_mmu_cache(vma, address, ptep) \
  do {                                       \
  } while (0)
static inline pte_t ptep_get(pte_t* ptep) { return *ptep; }
#define pgd_none_or_clear_bad(pgd) 0
#define p4d_none_or_clear_bad(p4d) 0
#define pud_none_or_clear_bad(pud) pud_none(*(pud))
#define pmd_none_or_clear_bad(pmd) (pmd_none(*(pmd)) || pmd_bad(*(pmd)))

static inline pmd_t* pmd_off_k(unsigned long va) {
  return pmd_offset(pud_offset(p4d_offset(pgd_offset_k(va), va), va), va);
}
// The entry of a kernel address; NULL when a large page maps it or nothing does.
static inline pte_t* virt_to_kpte(unsigned long va) {
  pmd_t* pmd = pmd_off_k(va);
  return pmd_none(*pmd) || pmd_large(*pmd) ? NULL : pte_offset_kernel(pmd, va);
}
static inline int page_level_shift(enum pg_level level) {
  return (PAGE_SHIFT - (PTRS_PER_PTE == 512 ? 9 : 10)) + level * (PTRS_PER_PTE == 512 ? 9 : 10);
}
#define page_level_size(level) (1UL << page_level_shift(level))
#define page_level_mask(level) (~(page_level_size(level) - 1))

#include <linux/pgtable_more_mm32.h>

#endif
