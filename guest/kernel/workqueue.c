// Queued works: one list for all queues, in the order of queuing.
//
// A work leaves the list before its function runs, so that the function may queue it again.
// Linux: kernel/workqueue.c.
#include <linux/export.h>
#include <linux/preempt.h>
#include <linux/workqueue.h>

#include "work.h"

struct workqueue_struct {
  const char* name;
};
static struct workqueue_struct queues[] = {
    {"events"}, {"events_highpri"}, {"events_long"}, {"events_unbound"}};
struct workqueue_struct* system_wq = &queues[0];
EXPORT_SYMBOL(system_wq);
struct workqueue_struct* system_highpri_wq = &queues[1];
EXPORT_SYMBOL_GPL(system_highpri_wq);
struct workqueue_struct* system_long_wq = &queues[2];
EXPORT_SYMBOL_GPL(system_long_wq);
struct workqueue_struct* system_unbound_wq = &queues[3];
EXPORT_SYMBOL_GPL(system_unbound_wq);

static LIST_HEAD(queued);

bool queue_work_on(int cpu, struct workqueue_struct* wq, struct work_struct* work) {
  if (work_pending(work)) return false;
  atomic_long_set(&work->data, WORK_STRUCT_NO_POOL | WORK_STRUCT_PENDING);
  list_add_tail(&work->entry, &queued);
  return true;
}
EXPORT_SYMBOL(queue_work_on);

static void take_off(struct work_struct* work) {
  list_del_init(&work->entry);
  atomic_long_set(&work->data, WORK_STRUCT_NO_POOL);
}
static void run(struct work_struct* work) {
  take_off(work);
  work->func(work);
}

void run_pending_works(void) {
  LIST_HEAD(now);
  if (!preemptible()) return;
  list_splice_init(&queued, &now);
  while (!list_empty(&now)) run(list_first_entry(&now, struct work_struct, entry));
}

bool flush_work(struct work_struct* work) {
  if (!work_pending(work)) return false;
  run(work);
  return true;
}
EXPORT_SYMBOL_GPL(flush_work);
bool cancel_work_sync(struct work_struct* work) {
  if (!work_pending(work)) return false;
  take_off(work);
  return true;
}
EXPORT_SYMBOL_GPL(cancel_work_sync);
bool cancel_work(struct work_struct* work);
bool cancel_work(struct work_struct* work) { return cancel_work_sync(work); }
EXPORT_SYMBOL(cancel_work);
void __flush_workqueue(struct workqueue_struct* wq) { run_pending_works(); }
EXPORT_SYMBOL(__flush_workqueue);
