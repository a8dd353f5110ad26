// Entries of an address space that the files of this folder share.
#ifndef GUEST_KERNEL_MM_VMA_ENTRIES_H
#define GUEST_KERNEL_MM_VMA_ENTRIES_H

#include <linux/mm.h>

static inline bool in_area(const struct vm_area_struct* vma, unsigned long addr) {
  return addr >= vma->vm_start && addr < vma->vm_end;
}

// The entry of an address whose table is made when there is none; NULL without memory for it.
pte_t* mm32_entry_for(struct mm_struct* mm, unsigned long addr);
// The entry of an address when there is a table for it, else NULL.
pte_t* mm32_entry_of(struct mm_struct* mm, unsigned long addr);

#endif
