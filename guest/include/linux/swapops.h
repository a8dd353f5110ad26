// Entries of swapped pages in page tables.
#ifndef _LINUX_SWAPOPS_H
#define _LINUX_SWAPOPS_H

#include <linux/bug.h>
#include <linux/mm_types.h>
#include <linux/radix-tree.h>


#define MAX_SWAPFILES_SHIFT 5
#define SWP_TYPE_SHIFT (31 - MAX_SWAPFILES_SHIFT)
#define SWP_OFFSET_MASK ((1UL << SWP_TYPE_SHIFT) - 1)
static inline swp_entry_t swp_entry(unsigned long type, pgoff_t offset) {
  swp_entry_t ret = {(type << SWP_TYPE_SHIFT) | (offset & SWP_OFFSET_MASK)};
  return ret;
}
static inline unsigned swp_type(swp_entry_t entry) { return entry.val >> SWP_TYPE_SHIFT; }
static inline pgoff_t swp_offset(swp_entry_t entry) { return entry.val & SWP_OFFSET_MASK; }
static inline bool non_swap_entry(swp_entry_t entry) { return swp_type(entry) >= 27; }
#define is_swap_pte(pte) (!pte_none(pte) && !pte_present(pte))

struct mm_struct;
struct vm_area_struct;

#define SWP_PFN_MASK (BIT(SWP_PFN_BITS) - 1)
#define SWP_MIG_YOUNG_BIT (SWP_PFN_BITS)
#define SWP_MIG_DIRTY_BIT (SWP_PFN_BITS + 1)
#define SWP_MIG_TOTAL_BITS (SWP_PFN_BITS + 2)
#define SWP_MIG_YOUNG BIT(SWP_MIG_YOUNG_BIT)
#define SWP_MIG_DIRTY BIT(SWP_MIG_DIRTY_BIT)
#define PTE_MARKER_UFFD_WP BIT(0)
#define PTE_MARKER_MASK (PTE_MARKER_UFFD_WP)
void __migration_entry_wait(struct mm_struct* mm, pte_t* ptep, spinlock_t* ptl);
void migration_entry_wait(struct mm_struct* mm, pmd_t* pmd, unsigned long address);
void __migration_entry_wait_huge(pte_t* ptep, spinlock_t* ptl);
void migration_entry_wait_huge(struct vm_area_struct* vma, pte_t* pte);
typedef unsigned long pte_marker;

#endif
