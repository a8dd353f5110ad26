// Read-copy-update on one CPU whose task does not switch inside a reader's section: outside of such
// a section every earlier grace period has passed. Callbacks run as a work, that is when the task
// sleeps or has returned, or in rcu_barrier: never before call_rcu returns.
#include <linux/export.h>
#include <linux/mm.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>
#include <linux/workqueue.h>

static int readers;
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
  while (waiting && !readers) {
    struct rcu_head* head = waiting;
    waiting = head->next;
    if (!waiting) waiting_tail = &waiting;
    finish(head, head->func);
  }
}

static void run_work(struct work_struct* work) { run_waiting(); }
static DECLARE_WORK(callbacks, run_work);

void __rcu_read_lock(void) { readers++; }
EXPORT_SYMBOL_GPL(__rcu_read_lock);
void __rcu_read_unlock(void) {
  if (readers > 0 && --readers == 0 && waiting) schedule_work(&callbacks);
}
EXPORT_SYMBOL_GPL(__rcu_read_unlock);
int rcu_read_lock_held(void) { return readers > 0; }
EXPORT_SYMBOL_GPL(rcu_read_lock_held);

void call_rcu(struct rcu_head* head, rcu_callback_t func) {
  head->next = NULL;
  head->func = func;
  *waiting_tail = head;
  waiting_tail = &head->next;
  schedule_work(&callbacks);
}
EXPORT_SYMBOL_GPL(call_rcu);

void kvfree_call_rcu(struct rcu_head* head, rcu_callback_t func) {
  if (head)
    call_rcu(head, func);
  else
    kvfree((void*)func);
}
EXPORT_SYMBOL_GPL(kvfree_call_rcu);

void synchronize_rcu(void) {
  if (!readers) run_waiting();
}
EXPORT_SYMBOL_GPL(synchronize_rcu);
void synchronize_rcu_expedited(void) { synchronize_rcu(); }
EXPORT_SYMBOL_GPL(synchronize_rcu_expedited);
void rcu_barrier(void) { synchronize_rcu(); }
EXPORT_SYMBOL_GPL(rcu_barrier);
