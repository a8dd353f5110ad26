// Notifier chains. A chain is sorted by descending priority; equal ones in order of registration.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/notifier.h>
#include <linux/rcupdate.h>
#include <linux/spinlock.h>

#include "bug_at.h"

enum unique { MAY_SHARE_PRIORITY, UNIQUE_PRIORITY };

static __always_inline int add(struct notifier_block** link, struct notifier_block* n,
                               enum unique unique) {
  for (; *link; link = &(*link)->next) {
    if (unlikely(*link == n)) {
      WARN_AT(1, "kernel/notifier.c", 28, "notifier callback %ps already registered",
              n->notifier_call);
      return -EEXIST;
    }
    if (n->priority > (*link)->priority) break;
    if (n->priority == (*link)->priority && unique == UNIQUE_PRIORITY) return -EBUSY;
  }
  n->next = *link;
  *link = n;
  return 0;
}

static int remove(struct notifier_block** link, struct notifier_block* n) {
  for (; *link; link = &(*link)->next) {
    if (*link != n) continue;
    *link = n->next;
    return 0;
  }
  return -ENOENT;
}

static int call(struct notifier_block* nb, unsigned long val, void* v, int limit, int* called) {
  int result = NOTIFY_DONE;
  while (nb && limit--) {
    struct notifier_block* next = nb->next;
    result = nb->notifier_call(nb, val, v);
    if (called) (*called)++;
    if (result & NOTIFY_STOP_MASK) break;
    nb = next;
  }
  return result;
}

// On failure those that were told hear of the way back.
static int call_robust(struct notifier_block* head, unsigned long up, unsigned long down, void* v) {
  int called = 0, result = call(head, up, v, -1, &called);
  if (result & NOTIFY_STOP_MASK) call(head, down, v, called - 1, NULL);
  return result;
}

int raw_notifier_chain_register(struct raw_notifier_head* nh, struct notifier_block* n) {
  return add(&nh->head, n, MAY_SHARE_PRIORITY);
}
EXPORT_SYMBOL_GPL(raw_notifier_chain_register);
int raw_notifier_chain_unregister(struct raw_notifier_head* nh, struct notifier_block* n) {
  return remove(&nh->head, n);
}
EXPORT_SYMBOL_GPL(raw_notifier_chain_unregister);
int raw_notifier_call_chain(struct raw_notifier_head* nh, unsigned long val, void* v) {
  return call(nh->head, val, v, -1, NULL);
}
EXPORT_SYMBOL_GPL(raw_notifier_call_chain);
int raw_notifier_call_chain_robust(struct raw_notifier_head* nh, unsigned long up,
                                   unsigned long down, void* v) {
  return call_robust(nh->head, up, down, v);
}
EXPORT_SYMBOL_GPL(raw_notifier_call_chain_robust);

static int add_atomic(struct atomic_notifier_head* nh, struct notifier_block* n, enum unique u) {
  unsigned long flags;
  int error;
  spin_lock_irqsave(&nh->lock, flags);
  error = add(&nh->head, n, u);
  spin_unlock_irqrestore(&nh->lock, flags);
  return error;
}
int atomic_notifier_chain_register(struct atomic_notifier_head* nh, struct notifier_block* n) {
  return add_atomic(nh, n, MAY_SHARE_PRIORITY);
}
EXPORT_SYMBOL_GPL(atomic_notifier_chain_register);
int atomic_notifier_chain_register_unique_prio(struct atomic_notifier_head* nh,
                                               struct notifier_block* n) {
  return add_atomic(nh, n, UNIQUE_PRIORITY);
}
EXPORT_SYMBOL_GPL(atomic_notifier_chain_register_unique_prio);
int atomic_notifier_chain_unregister(struct atomic_notifier_head* nh, struct notifier_block* n) {
  unsigned long flags;
  int error;
  spin_lock_irqsave(&nh->lock, flags);
  error = remove(&nh->head, n);
  spin_unlock_irqrestore(&nh->lock, flags);
  return error;
}
EXPORT_SYMBOL_GPL(atomic_notifier_chain_unregister);
int atomic_notifier_call_chain(struct atomic_notifier_head* nh, unsigned long val, void* v) {
  return call(nh->head, val, v, -1, NULL);
}
EXPORT_SYMBOL_GPL(atomic_notifier_call_chain);

// One task: nothing can change a blocking chain while it is called, but its own callbacks.
int blocking_notifier_chain_register(struct blocking_notifier_head* nh, struct notifier_block* n) {
  return add(&nh->head, n, MAY_SHARE_PRIORITY);
}
EXPORT_SYMBOL_GPL(blocking_notifier_chain_register);
int blocking_notifier_chain_register_unique_prio(struct blocking_notifier_head* nh,
                                                 struct notifier_block* n) {
  return add(&nh->head, n, UNIQUE_PRIORITY);
}
EXPORT_SYMBOL_GPL(blocking_notifier_chain_register_unique_prio);
int blocking_notifier_chain_unregister(struct blocking_notifier_head* nh,
                                       struct notifier_block* n) {
  return remove(&nh->head, n);
}
EXPORT_SYMBOL_GPL(blocking_notifier_chain_unregister);
int blocking_notifier_call_chain(struct blocking_notifier_head* nh, unsigned long val, void* v) {
  return call(nh->head, val, v, -1, NULL);
}
EXPORT_SYMBOL_GPL(blocking_notifier_call_chain);
int blocking_notifier_call_chain_robust(struct blocking_notifier_head* nh, unsigned long up,
                                        unsigned long down, void* v) {
  return call_robust(nh->head, up, down, v);
}
EXPORT_SYMBOL_GPL(blocking_notifier_call_chain_robust);
