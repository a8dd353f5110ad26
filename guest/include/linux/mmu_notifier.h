// Who wants to hear of changes of an address space.
#ifndef _LINUX_MMU_NOTIFIER_H
#define _LINUX_MMU_NOTIFIER_H

#include <asm/pgtable_types.h>
#include <linux/interval_tree.h>
#include <linux/list.h>
#include <linux/mm_types.h>
#include <linux/mmap_lock.h>
#include <linux/spinlock.h>
#include <linux/srcu.h>
#include <linux/types.h>

struct mm_struct;
struct mmu_interval_notifier;
struct mmu_interval_notifier_ops;
struct mmu_notifier;
struct mmu_notifier_ops;
struct mmu_notifier_range;

struct mmu_notifier_ops {
  void (*release)(struct mmu_notifier*, struct mm_struct*);
  int (*clear_flush_young)(struct mmu_notifier*, struct mm_struct*, unsigned long, unsigned long);
  int (*clear_young)(struct mmu_notifier*, struct mm_struct*, unsigned long, unsigned long);
  int (*test_young)(struct mmu_notifier*, struct mm_struct*, unsigned long);
  void (*change_pte)(struct mmu_notifier*, struct mm_struct*, unsigned long, pte_t);
  int (*invalidate_range_start)(struct mmu_notifier*, const struct mmu_notifier_range*);
  void (*invalidate_range_end)(struct mmu_notifier*, const struct mmu_notifier_range*);
  void (*invalidate_range)(struct mmu_notifier*, struct mm_struct*, unsigned long, unsigned long);
  struct mmu_notifier* (*alloc_notifier)(struct mm_struct*);
  void (*free_notifier)(struct mmu_notifier*);
};
_Static_assert(sizeof(struct mmu_notifier_ops) == 40, "struct mmu_notifier_ops of 6.1 i386");
struct mmu_notifier {
  struct hlist_node hlist;
  const struct mmu_notifier_ops* ops;
  struct mm_struct* mm;
  struct callback_head rcu;
  unsigned int users;
};
_Static_assert(sizeof(struct mmu_notifier) == 28, "struct mmu_notifier of 6.1 i386");

struct mmu_notifier* mmu_notifier_get_locked(const struct mmu_notifier_ops*, struct mm_struct*);
void mmu_notifier_put(struct mmu_notifier*);
void mmu_notifier_synchronize(void);
int mmu_notifier_register(struct mmu_notifier*, struct mm_struct*);
int __mmu_notifier_register(struct mmu_notifier*, struct mm_struct*);
void mmu_notifier_unregister(struct mmu_notifier*, struct mm_struct*);
unsigned long mmu_interval_read_begin(struct mmu_interval_notifier*);
int mmu_interval_notifier_insert(struct mmu_interval_notifier*, struct mm_struct*, unsigned long,
                                 unsigned long, const struct mmu_interval_notifier_ops*);
int mmu_interval_notifier_insert_locked(struct mmu_interval_notifier*, struct mm_struct*,
                                        unsigned long, unsigned long,
                                        const struct mmu_interval_notifier_ops*);
void mmu_interval_notifier_remove(struct mmu_interval_notifier*);
bool mmu_notifier_range_update_to_read_only(const struct mmu_notifier_range*);

struct hlist_node;
struct interval_tree_node;
struct mmu_interval_notifier;
struct mmu_interval_notifier_ops;
struct mmu_notifier_range;
struct vm_area_struct;

#define MMU_NOTIFIER_RANGE_BLOCKABLE (1 << 0)
enum mmu_notifier_event {
  MMU_NOTIFY_UNMAP,
  MMU_NOTIFY_CLEAR,
  MMU_NOTIFY_PROTECTION_VMA,
  MMU_NOTIFY_PROTECTION_PAGE,
  MMU_NOTIFY_SOFT_DIRTY,
  MMU_NOTIFY_RELEASE,
  MMU_NOTIFY_MIGRATE,
  MMU_NOTIFY_EXCLUSIVE
};
struct mmu_interval_notifier_ops {
  bool (*invalidate)(struct mmu_interval_notifier*, const struct mmu_notifier_range*,
                     unsigned long);
};
struct mmu_interval_notifier {
  struct interval_tree_node interval_tree;
  const struct mmu_interval_notifier_ops* ops;
  struct mm_struct* mm;
  struct hlist_node deferred_item;
  unsigned long invalidate_seq;
};
struct mmu_notifier_range {
  struct vm_area_struct* vma;
  struct mm_struct* mm;
  unsigned long start;
  unsigned long end;
  unsigned int flags;
  enum mmu_notifier_event event;
  void* owner;
};
void __mmu_notifier_subscriptions_destroy(struct mm_struct* mm);
void __mmu_notifier_release(struct mm_struct* mm);
int __mmu_notifier_clear_flush_young(struct mm_struct* mm, unsigned long start, unsigned long end);
int __mmu_notifier_clear_young(struct mm_struct* mm, unsigned long start, unsigned long end);
int __mmu_notifier_test_young(struct mm_struct* mm, unsigned long address);
void __mmu_notifier_change_pte(struct mm_struct* mm, unsigned long address, pte_t pte);
int __mmu_notifier_invalidate_range_start(struct mmu_notifier_range* r);
void __mmu_notifier_invalidate_range_end(struct mmu_notifier_range* r, bool only_end);
void __mmu_notifier_invalidate_range(struct mm_struct* mm, unsigned long start, unsigned long end);

static inline int mm_has_notifiers(struct mm_struct* mm) {
  return unlikely(mm->notifier_subscriptions);
}
static inline struct mmu_notifier* mmu_notifier_get(const struct mmu_notifier_ops* ops,
                                                    struct mm_struct* mm) {
  struct mmu_notifier* found;
  mmap_write_lock(mm);
  found = mmu_notifier_get_locked(ops, mm);
  mmap_write_unlock(mm);
  return found;
}
static inline void mmu_interval_set_seq(struct mmu_interval_notifier* interval_sub,
                                        unsigned long cur_seq) {
  WRITE_ONCE(interval_sub->invalidate_seq, cur_seq);
}
static inline bool mmu_interval_read_retry(struct mmu_interval_notifier* interval_sub,
                                           unsigned long seq) {
  return interval_sub->invalidate_seq != seq;
}
static inline bool mmu_interval_check_retry(struct mmu_interval_notifier* interval_sub,
                                            unsigned long seq) {
  return READ_ONCE(interval_sub->invalidate_seq) != seq;
}
static inline bool mmu_notifier_range_blockable(const struct mmu_notifier_range* range) {
  return range->flags & MMU_NOTIFIER_RANGE_BLOCKABLE;
}
static inline void mmu_notifier_release(struct mm_struct* mm) {
  if (mm_has_notifiers(mm)) __mmu_notifier_release(mm);
}
static inline int mmu_notifier_clear_flush_young(struct mm_struct* mm, unsigned long start,
                                                 unsigned long end) {
  return mm_has_notifiers(mm) ? __mmu_notifier_clear_flush_young(mm, start, end) : 0;
}
static inline int mmu_notifier_clear_young(struct mm_struct* mm, unsigned long start,
                                           unsigned long end) {
  return mm_has_notifiers(mm) ? __mmu_notifier_clear_young(mm, start, end) : 0;
}
static inline int mmu_notifier_test_young(struct mm_struct* mm, unsigned long address) {
  return mm_has_notifiers(mm) ? __mmu_notifier_test_young(mm, address) : 0;
}
static inline void mmu_notifier_change_pte(struct mm_struct* mm, unsigned long address, pte_t pte) {
  if (mm_has_notifiers(mm)) __mmu_notifier_change_pte(mm, address, pte);
}
static inline void mmu_notifier_invalidate_range_start(struct mmu_notifier_range* range) {
  might_sleep();
  if (!mm_has_notifiers(range->mm)) return;
  range->flags |= MMU_NOTIFIER_RANGE_BLOCKABLE;
  __mmu_notifier_invalidate_range_start(range);
}
static inline int mmu_notifier_invalidate_range_start_nonblock(struct mmu_notifier_range* range) {
  if (!mm_has_notifiers(range->mm)) return 0;
  range->flags &= ~MMU_NOTIFIER_RANGE_BLOCKABLE;
  return __mmu_notifier_invalidate_range_start(range);
}
static inline void mmu_notifier_invalidate_range_end(struct mmu_notifier_range* range) {
  if (mmu_notifier_range_blockable(range)) might_sleep();
  if (mm_has_notifiers(range->mm)) __mmu_notifier_invalidate_range_end(range, false);
}
static inline void mmu_notifier_invalidate_range_only_end(struct mmu_notifier_range* range) {
  if (mm_has_notifiers(range->mm)) __mmu_notifier_invalidate_range_end(range, true);
}
static inline void mmu_notifier_invalidate_range(struct mm_struct* mm, unsigned long start,
                                                 unsigned long end) {
  if (mm_has_notifiers(mm)) __mmu_notifier_invalidate_range(mm, start, end);
}
static inline void mmu_notifier_subscriptions_init(struct mm_struct* mm) {
  mm->notifier_subscriptions = NULL;
}
static inline void mmu_notifier_subscriptions_destroy(struct mm_struct* mm) {
  if (mm_has_notifiers(mm)) __mmu_notifier_subscriptions_destroy(mm);
}
static inline void mmu_notifier_range_init(struct mmu_notifier_range* range,
                                           enum mmu_notifier_event event, unsigned int flags,
                                           struct vm_area_struct* vma, struct mm_struct* mm,
                                           unsigned long start, unsigned long end) {
  range->event = event;
  range->flags = flags;
  range->vma = vma;
  range->mm = mm;
  range->start = start;
  range->end = end;
}
static inline void mmu_notifier_range_init_owner(struct mmu_notifier_range* range,
                                                 enum mmu_notifier_event event, unsigned int flags,
                                                 struct vm_area_struct* vma, struct mm_struct* mm,
                                                 unsigned long start, unsigned long end,
                                                 void* owner) {
  mmu_notifier_range_init(range, event, flags, vma, mm, start, end);
  range->owner = owner;
}

#define set_pte_at_notify(__mm, __address, __ptep, __pte) \
  ({                                                      \
    struct mm_struct* ___mm = __mm;                       \
    unsigned long ___address = __address;                 \
    pte_t ___pte = __pte;                                 \
    mmu_notifier_change_pte(___mm, ___address, ___pte);   \
    set_pte_at(___mm, ___address, __ptep, ___pte);        \
  })
#define ptep_clear_flush_notify(__vma, __address, __ptep)               \
  ({                                                                    \
    unsigned long ___addr = (__address)&PAGE_MASK;                      \
    struct mm_struct* ___mm = (__vma)->vm_mm;                           \
    pte_t ___pte = ptep_clear_flush(__vma, __address, __ptep);          \
    mmu_notifier_invalidate_range(___mm, ___addr, ___addr + PAGE_SIZE); \
    ___pte;                                                             \
  })
#define ptep_clear_flush_young_notify(__vma, __address, __ptep)                            \
  ({                                                                                       \
    struct vm_area_struct* ___vma = __vma;                                                 \
    unsigned long ___address = __address;                                                  \
    ptep_clear_flush_young(___vma, ___address, __ptep) |                                   \
        mmu_notifier_clear_flush_young(___vma->vm_mm, ___address, ___address + PAGE_SIZE); \
  })
#define ptep_clear_young_notify(__vma, __address, __ptep)                            \
  ({                                                                                 \
    struct vm_area_struct* ___vma = __vma;                                           \
    unsigned long ___address = __address;                                            \
    ptep_test_and_clear_young(___vma, ___address, __ptep) |                          \
        mmu_notifier_clear_young(___vma->vm_mm, ___address, ___address + PAGE_SIZE); \
  })

#endif
