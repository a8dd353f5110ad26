// The daemon that makes huge pages.
#ifndef _LINUX_KHUGEPAGED_H
#define _LINUX_KHUGEPAGED_H

#include <linux/mm.h>
#include <linux/sched/coredump.h>

struct attribute_group;
struct mm_struct;
struct vm_area_struct;

extern struct attribute_group khugepaged_attr_group;
int khugepaged_init(void);
void khugepaged_destroy(void);
int start_stop_khugepaged(void);
void __khugepaged_enter(struct mm_struct* mm);
void __khugepaged_exit(struct mm_struct* mm);
void khugepaged_enter_vma(struct vm_area_struct* vma, unsigned long vm_flags);
void khugepaged_min_free_kbytes_update(void);
int collapse_pte_mapped_thp(struct mm_struct* mm, unsigned long addr, bool install_pmd);

// Inline in Linux.
void khugepaged_fork(struct mm_struct* mm, struct mm_struct* oldmm);
void khugepaged_exit(struct mm_struct* mm);

#endif
