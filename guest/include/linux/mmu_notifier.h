// Who wants to hear of changes of an address space.
#ifndef _LINUX_MMU_NOTIFIER_H
#define _LINUX_MMU_NOTIFIER_H

#include <asm/pgtable_types.h>
#include <linux/interval_tree.h>
#include <linux/list.h>
#include <linux/mm_types.h>
#include <linux/spinlock.h>
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

#endif
