// Entries of page tables on every level: what they say, variants of them, and changes in place;
// part of <linux/pgtable.h>. Debian's i386 kernels have neither soft-dirty bits nor pages of
// devices.
#include <linux/pgtable_edit_mm32.h>
#ifndef _LINUX_PGTABLE_MORE_MM32_H
#define _LINUX_PGTABLE_MORE_MM32_H

struct mm_struct;
struct vm_area_struct;

#define pgtable_l5_enabled() 0
#define LOWMEM_PAGES ((((2ULL << 31) - __PAGE_OFFSET) >> PAGE_SHIFT))
#define PGD_KERNEL_START KERNEL_PGD_BOUNDARY
#define mm_p4d_folded(mm) 1
#define mm_pud_folded(mm) 1
#define mm_pmd_folded(mm) (PTRS_PER_PMD == 1)
#define arch_enter_lazy_mmu_mode() \
  do {                             \
  } while (0)
#define arch_leave_lazy_mmu_mode() \
  do {                             \
  } while (0)
#define arch_flush_lazy_mmu_mode() \
  do {                             \
  } while (0)
#define flush_tlb_fix_spurious_fault(vma, address) \
  do {                                             \
  } while (0)
#define update_mmu_cache_pmd(vma, addr, pmd) ((void)0)
#define update_mmu_cache_pud(vma, addr, pud) ((void)0)
#define update_mmu_tlb(vma, addr, ptep) ((void)0)

// Which level maps: only second-level entries may be large.
#define pgd_leaf(pgd) 0
#define p4d_leaf(p4d) 0
#define pud_leaf(pud) 0
#define p4d_large(p4d) 0
#define pgd_leaf_size(x) (1ULL << PGDIR_SHIFT)
#define p4d_leaf_size(x) P4D_SIZE
#define pud_leaf_size(x) PUD_SIZE
#define pmd_leaf_size(x) PMD_SIZE
#define pte_leaf_size(x) PAGE_SIZE
#ifndef P4D_SIZE
#define P4D_SIZE PGDIR_SIZE
#define P4D_MASK PGDIR_MASK
#endif
#define has_transparent_hugepage() boot_cpu_has(X86_FEATURE_PSE)
#define pud_trans_huge(pud) 0
#define pmd_devmap(pmd) 0
#define pud_devmap(pud) 0
#define pgd_devmap(pgd) 0
#define pmd_protnone(pmd) 0

#define pgd_pfn(pgd) ((unsigned long)((pgd_val(pgd) & PTE_PFN_MASK) >> PAGE_SHIFT))
#define p4d_pfn(p4d) ((unsigned long)((p4d_val(p4d) & PTE_PFN_MASK) >> PAGE_SHIFT))
#define pud_pfn(pud) ((unsigned long)((pud_val(pud) & PTE_PFN_MASK) >> PAGE_SHIFT))
#define pud_page(pud) pfn_to_page(pud_pfn(pud))
#define pmd_pgprot(x) __pgprot(pmd_flags(x))
#define pud_pgprot(x) __pgprot(pud_flags(x))
#define p4d_pgprot(x) __pgprot(p4d_flags(x))
#define p4d_same(a, b) (p4d_val(a) == p4d_val(b))

// Protections.
static inline pgprotval_t massage_pgprot(pgprot_t prot) {
  const pgprotval_t val = pgprot_val(prot);
  return val & _PAGE_PRESENT ? val & __supported_pte_mask : val;
}
#define check_pgprot(prot) massage_pgprot(prot)
#define canon_pgprot(p) __pgprot(massage_pgprot(p))
static inline pgprot_t pgprot_modify(pgprot_t oldprot, pgprot_t newprot) {
  return __pgprot((pgprot_val(oldprot) & _PAGE_CHG_MASK) | (pgprot_val(newprot) & ~_PAGE_CHG_MASK));
}
#define pgprot_modify pgprot_modify
#define pgprot_mhp(prot) (prot)
#define pgprot_encrypted(prot) (prot)
#define pgprot_decrypted(prot) (prot)

static inline bool __pte_access_permitted(unsigned long val, bool write) {
  const unsigned long need = _PAGE_PRESENT | _PAGE_USER | (write ? _PAGE_RW : 0);
  return (val & need) == need;
}
static inline bool pte_access_permitted(pte_t pte, bool write) {
  return __pte_access_permitted(pte_val(pte), write);
}
static inline bool pmd_access_permitted(pmd_t pmd, bool write) {
  return __pte_access_permitted(pmd_val(pmd), write);
}
static inline bool pud_access_permitted(pud_t pud, bool write) {
  return __pte_access_permitted(pud_val(pud), write);
}
#define p4d_access_permitted(p4d, write) (p4d_present(p4d) && (!(write) || 1))
#define pgd_access_permitted(pgd, write) (pgd_present(pgd) && (!(write) || 1))
#define pfn_modify_allowed(pfn, prot) ((void)(pfn), (void)(prot), true)

// Entries of tables of pages.
#define pte_mkdevmap(pte) pte_set_flags(pte, _PAGE_SPECIAL)
#define pte_clrhuge(pte) pte_clear_flags(pte, _PAGE_PSE)
#define pte_soft_dirty(pte) 0
#define pte_mksoft_dirty(pte) (pte)
#define pte_clear_soft_dirty(pte) (pte)
#define pte_swp_soft_dirty(pte) 0
#define pte_swp_mksoft_dirty(pte) (pte)
#define pte_swp_clear_soft_dirty(pte) (pte)
#define pte_sw_mkyoung(pte) (pte)
#define pte_unused(pte) 0
#define pte_accessible(mm, pte) ((pte_flags(pte) & _PAGE_PRESENT) != 0)
#define ptep_get_lockless(ptep) READ_ONCE(*(ptep))
#define arch_has_hw_pte_young() true
#define set_pte_safe(ptep, pte)                                    \
  ({                                                               \
    WARN_ON_ONCE(pte_present(*(ptep)) && !pte_same(*(ptep), pte)); \
    set_pte(ptep, pte);                                            \
  })
#define set_pmd_safe(pmdp, pmd)                                    \
  ({                                                               \
    WARN_ON_ONCE(pmd_present(*(pmdp)) && !pmd_same(*(pmdp), pmd)); \
    set_pmd(pmdp, pmd);                                            \
  })
static inline pte_t ptep_get_and_clear(struct mm_struct* mm, unsigned long addr, pte_t* ptep) {
  const pte_t pte = *ptep;
  set_pte(ptep, __pte(0));
  return pte;
}
#define ptep_get_and_clear_full(mm, addr, ptep, full) ptep_get_and_clear(mm, addr, ptep)
#define ptep_clear(mm, addr, ptep) ((void)ptep_get_and_clear(mm, addr, ptep))
#define pte_clear_not_present_full(mm, addr, ptep, full) pte_clear(mm, addr, ptep)
static inline void ptep_set_wrprotect(struct mm_struct* mm, unsigned long addr, pte_t* ptep) {
  set_pte(ptep, pte_wrprotect(*ptep));
}
static inline pte_t ptep_modify_prot_start(struct vm_area_struct* vma, unsigned long addr,
                                           pte_t* ptep) {
  return ptep_get_and_clear(NULL, addr, ptep);
}
static inline void ptep_modify_prot_commit(struct vm_area_struct* vma, unsigned long addr,
                                           pte_t* ptep, pte_t old_pte, pte_t pte) {
  set_pte(ptep, pte);
}
int ptep_set_access_flags(struct vm_area_struct* vma, unsigned long address, pte_t* ptep,
                          pte_t entry, int dirty);
int ptep_test_and_clear_young(struct vm_area_struct* vma, unsigned long addr, pte_t* ptep);
int ptep_clear_flush_young(struct vm_area_struct* vma, unsigned long address, pte_t* ptep);

// Second-level entries, above all those of large pages.
#define pmd_write(pmd) ((int)(pmd_val(pmd) & _PAGE_RW))
#define pmd_dirty(pmd) ((int)(pmd_val(pmd) & _PAGE_DIRTY))
#define pmd_young(pmd) ((int)(pmd_val(pmd) & _PAGE_ACCESSED))
#define pmd_soft_dirty(pmd) 0
#define pmd_mksoft_dirty(pmd) (pmd)
#define pmd_clear_soft_dirty(pmd) (pmd)
static inline pmd_t pmd_set_flags(pmd_t pmd, pmdval_t set) { return __pmd(pmd_val(pmd) | set); }
static inline pmd_t pmd_clear_flags(pmd_t pmd, pmdval_t clear) {
  return __pmd(pmd_val(pmd) & ~clear);
}
#define pmd_mkold(pmd) pmd_clear_flags(pmd, _PAGE_ACCESSED)
#define pmd_mkyoung(pmd) pmd_set_flags(pmd, _PAGE_ACCESSED)
#define pmd_mkclean(pmd) pmd_clear_flags(pmd, _PAGE_DIRTY)
#define pmd_mkdirty(pmd) pmd_set_flags(pmd, _PAGE_DIRTY)
#define pmd_wrprotect(pmd) pmd_clear_flags(pmd, _PAGE_RW)
#define pmd_mkwrite(pmd) pmd_set_flags(pmd, _PAGE_RW)
#define pmd_mkhuge(pmd) pmd_set_flags(pmd, _PAGE_PSE)
static inline pmd_t pfn_pmd(unsigned long pfn, pgprot_t prot) {
  return __pmd(__mm32_entry_of(pfn, massage_pgprot(prot)));
}
#define mk_pmd(page, prot) pfn_pmd(page_to_pfn(page), prot)
static inline pmd_t pmd_mkinvalid(pmd_t pmd) {
  return pmd_clear_flags(pmd, _PAGE_PRESENT | _PAGE_PROTNONE);
}
static inline pmd_t pmd_modify(pmd_t pmd, pgprot_t newprot) {
  const pmdval_t keep = _PAGE_CHG_MASK | _PAGE_PSE;
  return __pmd((pmd_val(pmd) & keep) | (massage_pgprot(newprot) & ~keep));
}
#define set_pmd_at(mm, addr, pmdp, pmd) set_pmd(pmdp, pmd)
#define set_pud_at(mm, addr, pudp, pud) set_pud(pudp, pud)
#define pmd_read_atomic(pmdp) READ_ONCE(*(pmdp))
static inline pmd_t pmdp_huge_get_and_clear(struct mm_struct* mm, unsigned long addr, pmd_t* pmdp) {
  const pmd_t pmd = *pmdp;
  pmd_clear(pmdp);
  return pmd;
}
static inline void pmdp_set_wrprotect(struct mm_struct* mm, unsigned long addr, pmd_t* pmdp) {
  set_pmd(pmdp, pmd_wrprotect(*pmdp));
}
static inline int pmd_none_or_trans_huge_or_clear_bad(pmd_t* pmd) {
  const pmd_t value = pmd_read_atomic(pmd);
  if (pmd_none(value) || pmd_large(value)) return 1;
  return pmd_bad(value) ? 1 : 0;
}
#define pmd_trans_unstable(pmd) pmd_none_or_trans_huge_or_clear_bad(pmd)
#define pmd_devmap_trans_unstable(pmd) pmd_trans_unstable(pmd)
#define pmd_pgtable(pmd) pmd_page(pmd)
#define pud_pgtable(pud) ((pmd_t*)__va((unsigned long)(pud_val(pud) & PTE_PFN_MASK)))
#define pmd_offset_lockless(pudp, pud, address) pmd_offset(&(pud), address)
#define pud_offset_lockless(p4dp, p4d, address) pud_offset(&(p4d), address)
#define p4d_offset_lockless(pgdp, pgd, address) p4d_offset(&(pgd), address)
#define pmd_off(mm, va) pmd_offset(pud_offset(p4d_offset(pgd_offset(mm, va), va), va), va)

// Whole tables.
static inline bool pgdp_maps_userspace(void* ptr) {
  return ((unsigned long)ptr & ~PAGE_MASK) / sizeof(pgd_t) < PGD_KERNEL_START;
}
static inline void clone_pgd_range(pgd_t* dst, pgd_t* src, int count) {
  __builtin_memcpy(dst, src, count * sizeof(pgd_t));
}
#define kpte_clear_flush(ptep, vaddr)     \
  do {                                    \
    pte_clear(&init_mm, (vaddr), (ptep)); \
    flush_tlb_one_kernel((vaddr));        \
  } while (0)
pte_t* lookup_address_in_pgd(pgd_t* pgd, unsigned long address, unsigned int* level);
pmd_t* lookup_pmd_address(unsigned long address);
void set_pte_vaddr(unsigned long vaddr, pte_t pte);

#endif
