// Read-copy-update on one CPU whose tasks do not switch inside a reader's section: outside of such
// a section a grace period may end. Callbacks run in a softirq, two ticks after the first was
// given.
#include <linux/export.h>
#include <linux/mm.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>

#include "sched/sched.h"

#define GRACE_TICKS 2
#define GRACE_NS (GRACE_TICKS * NS_PER_TICK)

static int readers;
static u64 due_ns;
static struct rcu_head *waiting, **waiting_tail = &waiting;

// Up to 4096 the "function" is the offset of the head in an object to be freed.
static void finish(struct rcu_head* head, rcu_callback_t func) {
  unsigned long offset = (unsigned long)func;
  if (offset < 4096)
    kvfree((void*)head - offset);
  else
    func(head);
}

static void run_waiting(void) {
  while (waiting) {
    struct rcu_head* head = waiting;
    waiting = head->next;
    if (!waiting) waiting_tail = &waiting;
    finish(head, head->func);
  }
}

void __rcu_read_lock(void) { readers++; }
EXPORT_SYMBOL_GPL(__rcu_read_lock);
void __rcu_read_unlock(void) {
  if (readers > 0) readers--;
}
EXPORT_SYMBOL_GPL(__rcu_read_unlock);
int rcu_read_lock_held(void) { return readers > 0; }
EXPORT_SYMBOL_GPL(rcu_read_lock_held);

void call_rcu(struct rcu_head* head, rcu_callback_t func) {
  if (!waiting) due_ns = now_ns() + GRACE_NS;
  head->next = NULL;
  head->func = func;
  *waiting_tail = head;
  waiting_tail = &head->next;
}
EXPORT_SYMBOL_GPL(call_rcu);

u64 next_rcu_ns(void) { return waiting && !readers ? due_ns : NO_EVENT; }

void run_rcu_callbacks(void) {
  if (!readers) run_waiting();
}

void synchronize_rcu(void) {
  schedule_timeout_uninterruptible(GRACE_TICKS);
  run_rcu_callbacks();
  note_grace_period();
}
EXPORT_SYMBOL_GPL(synchronize_rcu);
void synchronize_rcu_expedited(void) { synchronize_rcu(); }
EXPORT_SYMBOL_GPL(synchronize_rcu_expedited);

void rcu_barrier(void) {
  while (waiting) {
    if (readers) wait_for_others("a reader to leave (rcu_barrier)");
    synchronize_rcu();
  }
}
EXPORT_SYMBOL_GPL(rcu_barrier);

void kvfree_call_rcu(struct rcu_head* head, rcu_callback_t func) {
  if (head) {
    call_rcu(head, func);
    return;
  }
  synchronize_rcu();
  kvfree((void*)func);
}
EXPORT_SYMBOL_GPL(kvfree_call_rcu);
