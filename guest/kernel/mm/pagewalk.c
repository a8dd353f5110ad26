// Walking page tables with callbacks for each level. Linux: mm/pagewalk.c.
//
// The upper two levels are folded into the table that CR3 points to, as in i386's headers: their
// callbacks see its entry. A callback that fails ends the walk with its value.
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/mm.h>
#include <linux/pagewalk.h>

static unsigned long pud_end(unsigned long addr, unsigned long end) {
  const unsigned long next = (addr + PGDIR_SIZE) & PGDIR_MASK;
  return next - 1 < end - 1 ? next : end;
}

static unsigned long pmd_end(unsigned long addr, unsigned long end) {
  const unsigned long next = (addr + PMD_SIZE) & PMD_MASK;
  return next - 1 < end - 1 ? next : end;
}

static int walk_ptes(pmd_t* pmd, unsigned long addr, unsigned long end, struct mm_walk* walk) {
  for (; addr != end; addr += PAGE_SIZE) {
    const int error =
        walk->ops->pte_entry(pte_offset_kernel(pmd, addr), addr, addr + PAGE_SIZE, walk);
    if (error) return error;
  }
  return 0;
}

static int hole(unsigned long addr, unsigned long end, int depth, struct mm_walk* walk) {
  return walk->ops->pte_hole ? walk->ops->pte_hole(addr, end, depth, walk) : 0;
}

// Calls an entry's callback until it no longer asks for a repetition.
#define CALL_ENTRY(callback, entry, addr, next)                          \
  ({                                                                     \
    int __error = 0;                                                     \
    do {                                                                 \
      walk->action = ACTION_SUBTREE;                                     \
      if (callback) __error = (callback)((entry), (addr), (next), walk); \
    } while (!__error && walk->action == ACTION_AGAIN);                  \
    __error;                                                             \
  })

static int walk_pmds(pud_t* pud, unsigned long addr, unsigned long end, struct mm_walk* walk) {
  const struct mm_walk_ops* ops = walk->ops;
  unsigned long next;
  int error = 0;

  for (; addr != end && !error; addr = next) {
    pmd_t* pmd = pmd_offset(pud, addr);

    next = pmd_end(addr, end);
    if (pmd_none(*pmd)) {
      error = hole(addr, next, 3, walk);
      continue;
    }
    error = CALL_ENTRY(ops->pmd_entry, pmd, addr, next);
    if (error || walk->action == ACTION_CONTINUE || !ops->pte_entry) continue;
    if (pmd_leaf(*pmd) || !pmd_present(*pmd)) continue;
    error = walk_ptes(pmd, addr, next, walk);
  }
  return error;
}

int walk_page_range_novma(struct mm_struct* mm, unsigned long start, unsigned long end,
                          const struct mm_walk_ops* ops, pgd_t* pgd, void* private) {
  struct mm_walk context = {.ops = ops, .mm = mm, .pgd = pgd, .no_vma = true, .private = private};
  struct mm_walk* walk = &context;
  unsigned long next;
  int error = 0;

  if (start >= end || !mm) return -EINVAL;
  start &= PAGE_MASK;
  end = PAGE_ALIGN(end);
  for (; start != end && !error; start = next) {
    pgd_t* entry = pgd ? pgd + pgd_index(start) : pgd_offset(mm, start);
    pud_t* pud = pud_offset(p4d_offset(entry, start), start);

    next = pud_end(start, end);
    error = CALL_ENTRY(ops->pgd_entry, entry, start, next);
    if (!error) error = CALL_ENTRY(ops->p4d_entry, p4d_offset(entry, start), start, next);
    if (error) break;
    if (pud_none(*pud)) {
      error = hole(start, next, 2, walk);
      continue;
    }
    error = CALL_ENTRY(ops->pud_entry, pud, start, next);
    if (error || walk->action == ACTION_CONTINUE) continue;
    if (ops->pmd_entry || ops->pte_entry) error = walk_pmds(pud, start, next, walk);
  }
  return error;
}
EXPORT_SYMBOL(walk_page_range_novma);

// The kernel's address space has no VMAs: all of it is one hole to a walk along them.
int walk_page_range(struct mm_struct* mm, unsigned long start, unsigned long end,
                    const struct mm_walk_ops* ops, void* private) {
  struct mm_walk walk = {.ops = ops, .mm = mm, .private = private};

  if (start >= end || !mm) return -EINVAL;
  return hole(start, end, -1, &walk);
}
EXPORT_SYMBOL(walk_page_range);
