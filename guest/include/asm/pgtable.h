// Walking and editing page tables from module code.
#ifndef _ASM_PGTABLE_H
#define _ASM_PGTABLE_H

#include <asm/page.h>
#include <asm/pgtable_types.h>

#define KERNEL_PGD_BOUNDARY (PAGE_OFFSET >> PGDIR_SHIFT)
#define KERNEL_PGD_PTRS (PTRS_PER_PGD - KERNEL_PGD_BOUNDARY)

extern unsigned long __mm32_vmalloc_start, __mm32_vmalloc_end;
extern unsigned long __FIXADDR_TOP;
#define VMALLOC_OFFSET (8 * 1024 * 1024)
#define VMALLOC_START __mm32_vmalloc_start
#define VMALLOC_END __mm32_vmalloc_end
#define MODULES_VADDR VMALLOC_START
#define MODULES_END VMALLOC_END
#define FIXADDR_TOP __FIXADDR_TOP
extern unsigned long empty_zero_page[PAGE_SIZE / sizeof(unsigned long)];
#define ZERO_PAGE(vaddr) virt_to_page(empty_zero_page)
extern unsigned long zero_pfn;
#define my_zero_pfn(addr) zero_pfn
#define is_zero_pfn(pfn) ((pfn) == zero_pfn)
extern pgd_t swapper_pg_dir[];

#define pgd_index(address) (((address) >> PGDIR_SHIFT) & (PTRS_PER_PGD - 1))
#define pmd_index(address) (((address) >> PMD_SHIFT) & (PTRS_PER_PMD - 1))
#define pte_index(address) (((address) >> PAGE_SHIFT) & (PTRS_PER_PTE - 1))
#define pgd_offset_pgd(pgd, address) ((pgd) + pgd_index(address))
#define pgd_offset(mm, address) pgd_offset_pgd((mm)->pgd, address)
#define pgd_offset_k(address) pgd_offset_pgd(swapper_pg_dir, address)
#define pgd_none(pgd) 0
#define pgd_bad(pgd) 0
#define pgd_present(pgd) 1
#define p4d_offset(pgd, address) ((p4d_t*)(pgd))
#define p4d_none(p4d) 0
#define p4d_bad(p4d) 0
#define p4d_present(p4d) 1
#define pud_offset(p4d, address) ((pud_t*)(p4d))
#ifdef CONFIG_X86_PAE
#define pud_none(pud) (!(pud_val(pud) & ~(u64)0x1ff))
#define pud_present(pud) (pud_val(pud) & _PAGE_PRESENT)
#define pmd_offset(pud, address) \
  ((pmd_t*)__va((unsigned long)(pud_val(*(pud)) & PTE_PFN_MASK)) + pmd_index(address))
#else
#define pud_none(pud) 0
#define pud_present(pud) 1
#define pmd_offset(pud, address) ((pmd_t*)(pud))
#endif
#define pud_bad(pud) 0
#define pud_large(pud) 0
// With PAE an entry without the present bit holds the inverted frame number, so that the CPU cannot
// speculate along it.
static inline pteval_t protnone_mask(pteval_t val) {
#ifdef CONFIG_X86_PAE
  if (val && !(val & _PAGE_PRESENT)) return ~(pteval_t)0;
#endif
  return 0;
}
static inline pteval_t flip_protnone_guard(pteval_t oldval, pteval_t val, pteval_t mask) {
  return !protnone_mask(oldval) != !protnone_mask(val) ? (val & ~mask) | (~val & mask) : val;
}
static inline unsigned long __mm32_frame_of(pteval_t val) {
  return (unsigned long)(((val ^ protnone_mask(val)) & PTE_PFN_MASK) >> PAGE_SHIFT);
}
static inline pteval_t __mm32_entry_of(unsigned long pfn, pteval_t prot) {
  return ((((pteval_t)pfn << PAGE_SHIFT) ^ protnone_mask(prot)) & PTE_PFN_MASK) | prot;
}

#define pmd_none(pmd) ((unsigned long)pmd_val(pmd) == 0)
// As in Linux the tests of a flag give its bit, which people print.
#define pmd_present(pmd) ((int)(pmd_val(pmd) & (_PAGE_PRESENT | _PAGE_PROTNONE | _PAGE_PSE)))
#define pmd_large(pmd) ((int)(pmd_val(pmd) & _PAGE_PSE))
#define pmd_leaf(pmd) pmd_large(pmd)
#define pmd_trans_huge(pmd) ((pmd_val(pmd) & _PAGE_PSE) != 0)
#define pmd_bad(pmd)                                                            \
  ((pmd_val(pmd) & ~PTE_PFN_MASK & ~(pmdval_t)(_PAGE_USER | _PAGE_ACCESSED)) != \
   (pmdval_t)(_KERNPG_TABLE & ~_PAGE_ACCESSED))
#define pmd_pfn(pmd) __mm32_frame_of(pmd_val(pmd))
#define pmd_page(pmd) pfn_to_page(pmd_pfn(pmd))
#define pmd_page_vaddr(pmd) ((unsigned long)__va((unsigned long)(pmd_val(pmd) & PTE_PFN_MASK)))
#define pte_offset_kernel(pmd, address) ((pte_t*)pmd_page_vaddr(*(pmd)) + pte_index(address))
// Tables may be highmem in Debian's kernels, so that looking at one is a temporary mapping.
#define pte_offset_map(pmd, address) ((pte_t*)kmap_atomic(pmd_page(*(pmd))) + pte_index(address))
#define pte_unmap(pte) kunmap_atomic((pte))
#define pte_none(pte) (!pte_val(pte))
#define pte_present(pte) ((int)(pte_val(pte) & (_PAGE_PRESENT | _PAGE_PROTNONE)))
#define pte_pfn(pte) __mm32_frame_of(pte_val(pte))
#define pte_page(pte) pfn_to_page(pte_pfn(pte))
#define pte_dirty(pte) ((int)(pte_val(pte) & _PAGE_DIRTY))
#define pte_young(pte) ((int)(pte_val(pte) & _PAGE_ACCESSED))
#define pte_write(pte) ((int)(pte_val(pte) & _PAGE_RW))
#define pte_exec(pte) (!(pte_val(pte) & _PAGE_NX))
#define pte_special(pte) ((int)(pte_val(pte) & _PAGE_SPECIAL))
#define pte_huge(pte) ((int)(pte_val(pte) & _PAGE_PSE))
#define pte_mkdirty(pte) __pte(pte_val(pte) | _PAGE_DIRTY)
#define pte_mkclean(pte) __pte(pte_val(pte) & ~_PAGE_DIRTY)
#define pte_mkyoung(pte) __pte(pte_val(pte) | _PAGE_ACCESSED)
#define pte_mkold(pte) __pte(pte_val(pte) & ~_PAGE_ACCESSED)
#define pte_mkwrite(pte) __pte(pte_val(pte) | _PAGE_RW)
#define pte_wrprotect(pte) __pte(pte_val(pte) & ~_PAGE_RW)
#define pte_mkspecial(pte) __pte(pte_val(pte) | _PAGE_SPECIAL)
#define pfn_pte(pfn, prot) __pte(__mm32_entry_of(pfn, pgprot_val(prot)))
#define mk_pte(page, prot) pfn_pte(page_to_pfn(page), prot)
#define set_pte(ptep, pte) (*(ptep) = (pte))
#define set_pte_at(mm, addr, ptep, pte) set_pte(ptep, pte)
#define pte_clear(mm, addr, ptep) set_pte(ptep, __pte(0))
#define pte_same(a, b) (pte_val(a) == pte_val(b))
#define pte_pgprot(pte) __pgprot(pte_flags(pte))

enum pg_level { PG_LEVEL_NONE, PG_LEVEL_4K, PG_LEVEL_2M, PG_LEVEL_1G, PG_LEVEL_512G, PG_LEVEL_NUM };
pte_t* lookup_address(unsigned long address, unsigned int* level);
enum page_cache_mode {
  _PAGE_CACHE_MODE_WB,
  _PAGE_CACHE_MODE_WC,
  _PAGE_CACHE_MODE_UC_MINUS,
  _PAGE_CACHE_MODE_UC,
  _PAGE_CACHE_MODE_WT,
  _PAGE_CACHE_MODE_WP,
  _PAGE_CACHE_MODE_NUM
};
unsigned long cachemode2protval(enum page_cache_mode pcm);
phys_addr_t slow_virt_to_phys(void* address);
int set_memory_encrypted(unsigned long addr, int numpages);
int set_memory_decrypted(unsigned long addr, int numpages);
void clflush_cache_range(void* vaddr, unsigned int size);

#define pmd_addr_end(addr, end)                                \
  ({                                                           \
    unsigned long __boundary = ((addr) + PMD_SIZE) & PMD_MASK; \
    (__boundary - 1 < (end)-1) ? __boundary : (end);           \
  })
#define pgd_addr_end(addr, end)                                    \
  ({                                                               \
    unsigned long __boundary = ((addr) + PGDIR_SIZE) & PGDIR_MASK; \
    (__boundary - 1 < (end)-1) ? __boundary : (end);               \
  })
#define p4d_addr_end(addr, end) (end)
#define pud_addr_end(addr, end) (end)

// The second-level entry of an address; NULL when there is no table for it.
#define mm32_pmd_offset(mm, address)                                                  \
  ({                                                                                  \
    pud_t* __pud = pud_offset(p4d_offset(pgd_offset(mm, address), address), address); \
    pud_none(*__pud) ? NULL : pmd_offset(__pud, address);                             \
  })

#include <linux/pgtable.h>

#endif
