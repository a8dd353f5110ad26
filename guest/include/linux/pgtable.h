// Page tables.
#ifndef _LINUX_PGTABLE_H
#define _LINUX_PGTABLE_H

#include <asm/pgtable.h>
#include <linux/pgtable_edit_mm32.h>

struct file;
struct mm_struct;
struct vm_area_struct;

#define USER_PGTABLES_CEILING 0UL
#define FIRST_USER_ADDRESS 0UL
#define pte_savedwrite pte_write
#define pte_mk_savedwrite pte_mkwrite
#define pte_clear_savedwrite pte_wrprotect
#define pmd_savedwrite pmd_write
#define pmd_mk_savedwrite pmd_mkwrite
#define pmd_clear_savedwrite pmd_wrprotect
#define __PGTBL_PGD_MODIFIED 0
#define __PGTBL_P4D_MODIFIED 1
#define __PGTBL_PUD_MODIFIED 2
#define __PGTBL_PMD_MODIFIED 3
#define __PGTBL_PTE_MODIFIED 4
#define PGTBL_PGD_MODIFIED BIT(__PGTBL_PGD_MODIFIED)
#define PGTBL_P4D_MODIFIED BIT(__PGTBL_P4D_MODIFIED)
#define PGTBL_PUD_MODIFIED BIT(__PGTBL_PUD_MODIFIED)
#define PGTBL_PMD_MODIFIED BIT(__PGTBL_PMD_MODIFIED)
#define PGTBL_PTE_MODIFIED BIT(__PGTBL_PTE_MODIFIED)
#define MAX_PTRS_PER_PTE PTRS_PER_PTE
#define MAX_PTRS_PER_PMD PTRS_PER_PMD
#define MAX_PTRS_PER_PUD PTRS_PER_PUD
#define MAX_PTRS_PER_P4D PTRS_PER_P4D
pte_t ptep_clear_flush(struct vm_area_struct* vma, unsigned long address, pte_t* ptep);
pmd_t pmdp_huge_clear_flush(struct vm_area_struct* vma, unsigned long address, pmd_t* pmdp);
pud_t pudp_huge_clear_flush(struct vm_area_struct* vma, unsigned long address, pud_t* pudp);
pmd_t pmdp_collapse_flush(struct vm_area_struct* vma, unsigned long address, pmd_t* pmdp);
void pgtable_trans_huge_deposit(struct mm_struct* mm, pmd_t* pmdp, pgtable_t pgtable);
pgtable_t pgtable_trans_huge_withdraw(struct mm_struct* mm, pmd_t* pmdp);
pmd_t pmdp_invalidate(struct vm_area_struct* vma, unsigned long address, pmd_t* pmdp);
void pgd_clear_bad(pgd_t*);
void pmd_clear_bad(pmd_t*);
int track_pfn_remap(struct vm_area_struct* vma, pgprot_t* prot, unsigned long pfn,
                    unsigned long addr, unsigned long size);
int track_pfn_copy(struct vm_area_struct* dst_vma, struct vm_area_struct* src_vma,
                   unsigned long* pfn);
void untrack_pfn_copy(struct vm_area_struct* dst_vma, unsigned long pfn);
void untrack_pfn(struct vm_area_struct* vma, unsigned long pfn, unsigned long size);
void untrack_pfn_clear(struct vm_area_struct* vma);
void arch_sync_kernel_mappings(unsigned long start, unsigned long end);
int phys_mem_access_prot_allowed(struct file* file, unsigned long pfn, unsigned long size,
                                 pgprot_t* vma_prot);
void pgtable_cache_init(void);
typedef unsigned int pgtbl_mod_mask;

#endif
