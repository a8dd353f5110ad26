// Sleepable read-copy-update: as RCU, but readers may wait; srcu_idx counts them.
// Linux: 6.1 kernel/rcu/srcutree.c; notifier chains of this kind: kernel/notifier.c.
#include <linux/export.h>
#include <linux/notifier.h>
#include <linux/rcupdate.h>
#include <linux/srcu.h>
#include <linux/string.h>

#include "sched/sched.h"

int init_srcu_struct(struct srcu_struct* ssp) {
  memset(ssp, 0, sizeof(*ssp));
  return 0;
}
EXPORT_SYMBOL_GPL(init_srcu_struct);

void cleanup_srcu_struct(struct srcu_struct* ssp) { WARN_ON(ssp->srcu_idx); }
EXPORT_SYMBOL_GPL(cleanup_srcu_struct);

int __srcu_read_lock(struct srcu_struct* ssp) {
  ssp->srcu_idx++;
  return 0;
}
EXPORT_SYMBOL_GPL(__srcu_read_lock);

void __srcu_read_unlock(struct srcu_struct* ssp, int idx) { ssp->srcu_idx--; }
EXPORT_SYMBOL_GPL(__srcu_read_unlock);

void synchronize_srcu(struct srcu_struct* ssp) {
  schedule_timeout_uninterruptible(1);
  while (ssp->srcu_idx) wait_for_others("a reader to leave (synchronize_srcu)");
}
EXPORT_SYMBOL_GPL(synchronize_srcu);

void synchronize_srcu_expedited(struct srcu_struct* ssp) { synchronize_srcu(ssp); }
EXPORT_SYMBOL_GPL(synchronize_srcu_expedited);

void call_srcu(struct srcu_struct* ssp, struct rcu_head* head, rcu_callback_t func) {
  call_rcu(head, func);
}
EXPORT_SYMBOL_GPL(call_srcu);

void srcu_barrier(struct srcu_struct* ssp) {
  synchronize_srcu(ssp);
  rcu_barrier();
}
EXPORT_SYMBOL_GPL(srcu_barrier);

// The chain is at the same place in every kind of head; this kind is called as a raw one.
static struct raw_notifier_head* raw(struct srcu_notifier_head* nh) {
  return (struct raw_notifier_head*)&nh->head;
}

void srcu_init_notifier_head(struct srcu_notifier_head* nh) {
  memset(nh, 0, sizeof(*nh));
  mutex_init(&nh->mutex);
}
EXPORT_SYMBOL_GPL(srcu_init_notifier_head);

int srcu_notifier_chain_register(struct srcu_notifier_head* nh, struct notifier_block* n) {
  return raw_notifier_chain_register(raw(nh), n);
}
EXPORT_SYMBOL_GPL(srcu_notifier_chain_register);

int srcu_notifier_chain_unregister(struct srcu_notifier_head* nh, struct notifier_block* n) {
  const int ret = raw_notifier_chain_unregister(raw(nh), n);

  synchronize_srcu(&nh->srcu);
  return ret;
}
EXPORT_SYMBOL_GPL(srcu_notifier_chain_unregister);

int srcu_notifier_call_chain(struct srcu_notifier_head* nh, unsigned long val, void* v) {
  int ret, idx = __srcu_read_lock(&nh->srcu);

  ret = raw_notifier_call_chain(raw(nh), val, v);
  __srcu_read_unlock(&nh->srcu, idx);
  return ret;
}
EXPORT_SYMBOL_GPL(srcu_notifier_call_chain);
