// Merging of equal pages.
#ifndef _LINUX_KSM_H
#define _LINUX_KSM_H

#include <linux/bitops.h>
#include <linux/mm.h>
#include <linux/pagemap.h>
#include <linux/rmap.h>
#include <linux/sched.h>
#include <linux/sched/coredump.h>

struct folio;
struct mm_struct;
struct page;
struct rmap_walk_control;
struct vm_area_struct;

int ksm_madvise(struct vm_area_struct* vma, unsigned long start, unsigned long end, int advice,
                unsigned long* vm_flags);
int __ksm_enter(struct mm_struct* mm);
void __ksm_exit(struct mm_struct* mm);
struct page* ksm_might_need_to_copy(struct page* page, struct vm_area_struct* vma,
                                    unsigned long address);
void rmap_walk_ksm(struct folio* folio, struct rmap_walk_control* rwc);
void folio_migrate_ksm(struct folio* newfolio, struct folio* folio);

// Inline in Linux.
int ksm_fork(struct mm_struct* mm, struct mm_struct* oldmm);
void ksm_exit(struct mm_struct* mm);

#endif
