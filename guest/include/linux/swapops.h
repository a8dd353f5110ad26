// Entries of swapped pages in page tables.
#ifndef _LINUX_SWAPOPS_H
#define _LINUX_SWAPOPS_H

#include <linux/bug.h>
#include <linux/mm_types.h>
#include <linux/radix-tree.h>

typedef struct {
  unsigned long val;
} swp_entry_t;

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

#endif
