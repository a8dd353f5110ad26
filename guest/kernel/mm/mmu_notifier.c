// Who wants to know when an address space changes: registered, found and told of its end.
//
// Nothing changes behind the back of the module's own calls, so all that is ever called is release.
// Linux: 6.1 mm/mmu_notifier.c.
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/interval_tree.h>
#include <linux/mm.h>
#include <linux/mmu_notifier.h>
#include <linux/rculist.h>
#include <linux/rcupdate.h>
#include <linux/sched/mm.h>
#include <linux/slab.h>
#include <linux/wait.h>

struct mmu_notifier_subscriptions {
  struct hlist_head list;
  bool has_itree;
  spinlock_t lock;
  unsigned long invalidate_seq;
  unsigned long active_invalidate_ranges;
  struct rb_root_cached itree;
  wait_queue_head_t wq;
  struct hlist_head deferred_list;
};

static struct mmu_notifier_subscriptions* subscriptions_of(struct mm_struct* mm) {
  struct mmu_notifier_subscriptions* made = mm->notifier_subscriptions;

  if (made) return made;
  made = kzalloc(sizeof(*made), GFP_KERNEL);
  if (!made) return NULL;
  INIT_HLIST_HEAD(&made->list);
  spin_lock_init(&made->lock);
  made->invalidate_seq = 2;
  made->itree = RB_ROOT_CACHED;
  init_waitqueue_head(&made->wq);
  mm->notifier_subscriptions = made;
  return made;
}

// The last who leaves takes the list along, as the end of the address space does on Linux.
static void drop_empty(struct mm_struct* mm) {
  struct mmu_notifier_subscriptions* s = mm->notifier_subscriptions;

  if (!s || !hlist_empty(&s->list) || !RB_EMPTY_ROOT(&s->itree.rb_root)) return;
  mm->notifier_subscriptions = NULL;
  kfree(s);
}

int __mmu_notifier_register(struct mmu_notifier* subscription, struct mm_struct* mm) {
  struct mmu_notifier_subscriptions* s = subscriptions_of(mm);

  if (!s) return -ENOMEM;
  if (subscription) {
    mmgrab(mm);
    subscription->mm = mm;
    subscription->users = 1;
    hlist_add_head_rcu(&subscription->hlist, &s->list);
  } else {
    s->has_itree = true;
  }
  return 0;
}
EXPORT_SYMBOL_GPL(__mmu_notifier_register);

int mmu_notifier_register(struct mmu_notifier* subscription, struct mm_struct* mm) {
  return __mmu_notifier_register(subscription, mm);
}
EXPORT_SYMBOL_GPL(mmu_notifier_register);

void mmu_notifier_unregister(struct mmu_notifier* subscription, struct mm_struct* mm) {
  if (!hlist_unhashed(&subscription->hlist)) {
    if (subscription->ops->release) subscription->ops->release(subscription, mm);
    hlist_del_init_rcu(&subscription->hlist);
  }
  synchronize_rcu();
  drop_empty(mm);
  mmdrop(mm);
}
EXPORT_SYMBOL_GPL(mmu_notifier_unregister);

struct mmu_notifier* mmu_notifier_get_locked(const struct mmu_notifier_ops* ops,
                                             struct mm_struct* mm) {
  struct mmu_notifier* found;

  if (mm->notifier_subscriptions) {
    hlist_for_each_entry(found, &mm->notifier_subscriptions->list, hlist) {
      if (found->ops != ops) continue;
      found->users++;
      return found;
    }
  }
  found = ops->alloc_notifier(mm);
  if (IS_ERR(found)) return found;
  found->ops = ops;
  if (!__mmu_notifier_register(found, mm)) return found;
  found->ops->free_notifier(found);
  return ERR_PTR(-ENOMEM);
}
EXPORT_SYMBOL_GPL(mmu_notifier_get_locked);

static void free_notifier(struct rcu_head* rcu) {
  struct mmu_notifier* subscription = container_of(rcu, struct mmu_notifier, rcu);
  struct mm_struct* mm = subscription->mm;

  subscription->ops->free_notifier(subscription);
  mmdrop(mm);
}

void mmu_notifier_put(struct mmu_notifier* subscription) {
  if (--subscription->users) return;
  hlist_del_init_rcu(&subscription->hlist);
  drop_empty(subscription->mm);
  call_rcu(&subscription->rcu, free_notifier);
}
EXPORT_SYMBOL_GPL(mmu_notifier_put);

void mmu_notifier_synchronize(void) { rcu_barrier(); }
EXPORT_SYMBOL_GPL(mmu_notifier_synchronize);

int mmu_interval_notifier_insert_locked(struct mmu_interval_notifier* interval_sub,
                                        struct mm_struct* mm, unsigned long start,
                                        unsigned long length,
                                        const struct mmu_interval_notifier_ops* ops) {
  struct mmu_notifier_subscriptions* s;

  if (!length || start + length - 1 < start) return -EOVERFLOW;
  s = subscriptions_of(mm);
  if (!s) return -ENOMEM;
  s->has_itree = true;
  interval_sub->mm = mm;
  interval_sub->ops = ops;
  RB_CLEAR_NODE(&interval_sub->interval_tree.rb);
  interval_sub->interval_tree.start = start;
  interval_sub->interval_tree.last = start + length - 1;
  interval_sub->invalidate_seq = s->invalidate_seq - 1;
  interval_tree_insert(&interval_sub->interval_tree, &s->itree);
  mmgrab(mm);
  return 0;
}
EXPORT_SYMBOL_GPL(mmu_interval_notifier_insert_locked);

int mmu_interval_notifier_insert(struct mmu_interval_notifier* interval_sub, struct mm_struct* mm,
                                 unsigned long start, unsigned long length,
                                 const struct mmu_interval_notifier_ops* ops) {
  return mmu_interval_notifier_insert_locked(interval_sub, mm, start, length, ops);
}
EXPORT_SYMBOL_GPL(mmu_interval_notifier_insert);

void mmu_interval_notifier_remove(struct mmu_interval_notifier* interval_sub) {
  struct mm_struct* mm = interval_sub->mm;

  might_sleep();
  interval_tree_remove(&interval_sub->interval_tree, &mm->notifier_subscriptions->itree);
  drop_empty(mm);
  mmdrop(mm);
}
EXPORT_SYMBOL_GPL(mmu_interval_notifier_remove);

unsigned long mmu_interval_read_begin(struct mmu_interval_notifier* interval_sub) {
  return interval_sub->invalidate_seq;
}
EXPORT_SYMBOL_GPL(mmu_interval_read_begin);

bool mmu_notifier_range_update_to_read_only(const struct mmu_notifier_range* range) {
  return range->vma && range->event == MMU_NOTIFY_PROTECTION_VMA &&
         !(range->vma->vm_flags & VM_READ);
}
EXPORT_SYMBOL_GPL(mmu_notifier_range_update_to_read_only);
