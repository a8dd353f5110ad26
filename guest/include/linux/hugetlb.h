// Pages of hugetlbfs.
#ifndef _LINUX_HUGETLB_H
#define _LINUX_HUGETLB_H

#include <linux/fs.h>
#include <linux/huge_mm.h>
#include <linux/list.h>
#include <linux/mm.h>
#include <linux/mm_types.h>

struct vm_area_struct;

unsigned long vma_kernel_pagesize(struct vm_area_struct*);

#define HUGETLB_FLAG_ENCODE_SHIFT 26
static inline bool is_vm_hugetlb_page(struct vm_area_struct* vma) {
  return !!(vma->vm_flags & VM_HUGETLB);
}
static inline bool is_file_hugepages(struct file* file) { return false; }

#endif
