// Huge pages of user mappings.
#ifndef _LINUX_HUGE_MM_H
#define _LINUX_HUGE_MM_H

#include <asm/pgtable_types.h>
#include <linux/fs.h>
#include <linux/mm_types.h>
#include <linux/pfn_t.h>
#include <linux/sched/coredump.h>
#include <linux/types.h>

struct file;
struct vm_fault;

vm_fault_t vmf_insert_pfn_pmd_prot(struct vm_fault*, pfn_t, pgprot_t, bool);
unsigned long thp_get_unmapped_area(struct file*, unsigned long, unsigned long, unsigned long,
                                    unsigned long);

#define HPAGE_PMD_SHIFT PMD_SHIFT
#define HPAGE_PMD_SIZE (1UL << HPAGE_PMD_SHIFT)
#define HPAGE_PMD_MASK (~(HPAGE_PMD_SIZE - 1))
#define HPAGE_PMD_ORDER (HPAGE_PMD_SHIFT - PAGE_SHIFT)
#define HPAGE_PMD_NR (1 << HPAGE_PMD_ORDER)

struct dev_pagemap;
struct folio;
struct kobj_attribute;
struct kobject;
struct list_head;
struct mm_struct;
struct mmu_gather;
struct page;
struct vm_area_struct;

#define HPAGE_PUD_SHIFT PUD_SHIFT
#define HPAGE_PUD_SIZE ((1UL) << HPAGE_PUD_SHIFT)
#define HPAGE_PUD_MASK (~(HPAGE_PUD_SIZE - 1))
vm_fault_t do_huge_pmd_anonymous_page(struct vm_fault* vmf);
int copy_huge_pmd(struct mm_struct* dst_mm, struct mm_struct* src_mm, pmd_t* dst_pmd,
                  pmd_t* src_pmd, unsigned long addr, struct vm_area_struct* dst_vma,
                  struct vm_area_struct* src_vma);
void huge_pmd_set_accessed(struct vm_fault* vmf);
int copy_huge_pud(struct mm_struct* dst_mm, struct mm_struct* src_mm, pud_t* dst_pud,
                  pud_t* src_pud, unsigned long addr, struct vm_area_struct* vma);
vm_fault_t do_huge_pmd_wp_page(struct vm_fault* vmf);
struct page* follow_trans_huge_pmd(struct vm_area_struct* vma, unsigned long addr, pmd_t* pmd,
                                   unsigned int flags);
bool madvise_free_huge_pmd(struct mmu_gather* tlb, struct vm_area_struct* vma, pmd_t* pmd,
                           unsigned long addr, unsigned long next);
int zap_huge_pmd(struct mmu_gather* tlb, struct vm_area_struct* vma, pmd_t* pmd,
                 unsigned long addr);
int zap_huge_pud(struct mmu_gather* tlb, struct vm_area_struct* vma, pud_t* pud,
                 unsigned long addr);
bool move_huge_pmd(struct vm_area_struct* vma, unsigned long old_addr, unsigned long new_addr,
                   pmd_t* old_pmd, pmd_t* new_pmd);
int change_huge_pmd(struct mmu_gather* tlb, struct vm_area_struct* vma, pmd_t* pmd,
                    unsigned long addr, pgprot_t newprot, unsigned long cp_flags);
vm_fault_t vmf_insert_pfn_pud_prot(struct vm_fault* vmf, pfn_t pfn, pgprot_t pgprot, bool write);
enum transparent_hugepage_flag {
  TRANSPARENT_HUGEPAGE_NEVER_DAX,
  TRANSPARENT_HUGEPAGE_FLAG,
  TRANSPARENT_HUGEPAGE_REQ_MADV_FLAG,
  TRANSPARENT_HUGEPAGE_DEFRAG_DIRECT_FLAG,
  TRANSPARENT_HUGEPAGE_DEFRAG_KSWAPD_FLAG,
  TRANSPARENT_HUGEPAGE_DEFRAG_KSWAPD_OR_MADV_FLAG,
  TRANSPARENT_HUGEPAGE_DEFRAG_REQ_MADV_FLAG,
  TRANSPARENT_HUGEPAGE_DEFRAG_KHUGEPAGED_FLAG,
  TRANSPARENT_HUGEPAGE_USE_ZERO_PAGE_FLAG
};
ssize_t single_hugepage_flag_store(struct kobject* kobj, struct kobj_attribute* attr,
                                   const char* buf, size_t count,
                                   enum transparent_hugepage_flag flag);
ssize_t single_hugepage_flag_show(struct kobject* kobj, struct kobj_attribute* attr, char* buf,
                                  enum transparent_hugepage_flag flag);
extern struct kobj_attribute shmem_enabled_attr;
extern unsigned long transparent_hugepage_flags;
bool hugepage_vma_check(struct vm_area_struct* vma, unsigned long vm_flags, bool smaps, bool in_pf,
                        bool enforce_sysfs);
void prep_transhuge_page(struct page* page);
void free_transhuge_page(struct page* page);
bool can_split_folio(struct folio* folio, int* pextra_pins);
int split_huge_page_to_list(struct page* page, struct list_head* list);
void deferred_split_huge_page(struct page* page);
void __split_huge_pmd(struct vm_area_struct* vma, pmd_t* pmd, unsigned long address, bool freeze,
                      struct folio* folio);
void split_huge_pmd_address(struct vm_area_struct* vma, unsigned long address, bool freeze,
                            struct folio* folio);
void __split_huge_pud(struct vm_area_struct* vma, pud_t* pud, unsigned long address);
int hugepage_madvise(struct vm_area_struct* vma, unsigned long* vm_flags, int advice);
int madvise_collapse(struct vm_area_struct* vma, struct vm_area_struct** prev, unsigned long start,
                     unsigned long end);
void vma_adjust_trans_huge(struct vm_area_struct* vma, unsigned long start, unsigned long end,
                           long adjust_next);
spinlock_t* __pmd_trans_huge_lock(pmd_t* pmd, struct vm_area_struct* vma);
spinlock_t* __pud_trans_huge_lock(pud_t* pud, struct vm_area_struct* vma);
struct page* follow_devmap_pmd(struct vm_area_struct* vma, unsigned long addr, pmd_t* pmd,
                               int flags, struct dev_pagemap** pgmap);
struct page* follow_devmap_pud(struct vm_area_struct* vma, unsigned long addr, pud_t* pud,
                               int flags, struct dev_pagemap** pgmap);
vm_fault_t do_huge_pmd_numa_page(struct vm_fault* vmf);
extern struct page* huge_zero_page;
extern unsigned long huge_zero_pfn;
struct page* mm_get_huge_zero_page(struct mm_struct* mm);
void mm_put_huge_zero_page(struct mm_struct* mm);

#endif
