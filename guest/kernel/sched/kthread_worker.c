/*
 * Workers of one's own: a thread that runs the works of one list in order.
 * Linux: kernel/kthread.c, kthread_worker_fn.
 */
#include <linux/err.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/kthread.h>
#include <linux/sched.h>
#include <linux/slab.h>

#include "bug_at.h"
#include "sched/sched.h"

void __kthread_init_worker(struct kthread_worker* worker, const char* name,
                           struct lock_class_key* key) {
  memset(worker, 0, sizeof(*worker));
  raw_spin_lock_init(&worker->lock);
  INIT_LIST_HEAD(&worker->work_list);
  INIT_LIST_HEAD(&worker->delayed_work_list);
}
EXPORT_SYMBOL_GPL(__kthread_init_worker);

static void run_first(struct kthread_worker* worker) {
  struct kthread_work* work = list_first_entry(&worker->work_list, struct kthread_work, node);

  list_del_init(&work->node);
  worker->current_work = work;
  work->func(work);
  worker->current_work = NULL;
}

int kthread_worker_fn(void* worker_ptr) {
  struct kthread_worker* worker = worker_ptr;

  WARN_ON_AT(worker->task && worker->task != current, "kernel/kthread.c", 794);
  worker->task = current;
  for (;;) {
    while (!list_empty(&worker->work_list)) run_first(worker);
    set_current_state(TASK_INTERRUPTIBLE);
    if (kthread_should_stop()) break;
    if (list_empty(&worker->work_list)) schedule();
    __set_current_state(TASK_RUNNING);
  }
  __set_current_state(TASK_RUNNING);
  worker->task = NULL;
  return 0;
}
EXPORT_SYMBOL_GPL(kthread_worker_fn);

static struct kthread_worker* create(const char* fmt, va_list args) {
  struct kthread_worker* worker = kzalloc(sizeof(*worker), GFP_KERNEL);
  struct task_struct* task;
  char name[TASK_COMM_LEN];

  if (!worker) return ERR_PTR(-ENOMEM);
  __kthread_init_worker(worker, NULL, NULL);
  vsnprintf(name, sizeof(name), fmt, args);
  task = kthread_create(kthread_worker_fn, worker, "%s", name);
  if (IS_ERR(task)) {
    kfree(worker);
    return ERR_CAST(task);
  }
  worker->task = task;
  wake_up_process(task);
  return worker;
}

struct kthread_worker* kthread_create_worker(unsigned int flags, const char namefmt[], ...) {
  struct kthread_worker* worker;
  va_list args;

  va_start(args, namefmt);
  worker = create(namefmt, args);
  va_end(args);
  return worker;
}
EXPORT_SYMBOL(kthread_create_worker);

struct kthread_worker* kthread_create_worker_on_cpu(int cpu, unsigned int flags,
                                                    const char namefmt[], ...) {
  struct kthread_worker* worker;
  va_list args;

  va_start(args, namefmt);
  worker = create(namefmt, args);
  va_end(args);
  return worker;
}
EXPORT_SYMBOL(kthread_create_worker_on_cpu);

static bool insert(struct kthread_worker* worker, struct kthread_work* work) {
  if (!list_empty(&work->node) || work->canceling) return false;
  list_add_tail(&work->node, &worker->work_list);
  work->worker = worker;
  if (!worker->current_work && worker->task) wake_up_process(worker->task);
  return true;
}

bool kthread_queue_work(struct kthread_worker* worker, struct kthread_work* work) {
  return insert(worker, work);
}
EXPORT_SYMBOL_GPL(kthread_queue_work);

void kthread_delayed_work_timer_fn(struct timer_list* t) {
  struct kthread_delayed_work* dwork = container_of(t, struct kthread_delayed_work, timer);
  struct kthread_work* work = &dwork->work;

  list_del_init(&work->node);
  if (!work->canceling) insert(work->worker, work);
}
EXPORT_SYMBOL(kthread_delayed_work_timer_fn);

bool kthread_queue_delayed_work(struct kthread_worker* worker, struct kthread_delayed_work* dwork,
                                unsigned long delay) {
  struct kthread_work* work = &dwork->work;

  if (!list_empty(&work->node) || work->canceling) return false;
  if (!delay) return insert(worker, work);
  work->worker = worker;
  list_add(&work->node, &worker->delayed_work_list);
  mod_timer(&dwork->timer, jiffies + delay);
  return true;
}
EXPORT_SYMBOL_GPL(kthread_queue_delayed_work);

bool kthread_mod_delayed_work(struct kthread_worker* worker, struct kthread_delayed_work* dwork,
                              unsigned long delay) {
  const bool pending = !list_empty(&dwork->work.node);

  del_timer(&dwork->timer);
  list_del_init(&dwork->work.node);
  kthread_queue_delayed_work(worker, dwork, delay);
  return pending;
}
EXPORT_SYMBOL_GPL(kthread_mod_delayed_work);

/* A work at the end of the list that says when all before it are done. */
struct flush {
  struct kthread_work work;
  struct completion done;
};

static void flushed(struct kthread_work* work) {
  complete(&container_of(work, struct flush, work)->done);
}

void kthread_flush_worker(struct kthread_worker* worker) {
  struct flush flush;

  kthread_init_work(&flush.work, flushed);
  init_completion(&flush.done);
  kthread_queue_work(worker, &flush.work);
  wait_for_completion(&flush.done);
}
EXPORT_SYMBOL_GPL(kthread_flush_worker);

void kthread_flush_work(struct kthread_work* work) {
  struct kthread_worker* worker = work->worker;

  if (!worker || (list_empty(&work->node) && worker->current_work != work)) return;
  kthread_flush_worker(worker);
}
EXPORT_SYMBOL_GPL(kthread_flush_work);

bool kthread_cancel_work_sync(struct kthread_work* work) {
  const bool pending = !list_empty(&work->node);

  if (!work->worker) return false;
  list_del_init(&work->node);
  if (work->worker->current_work == work && work->worker->task != current) {
    work->canceling++;
    kthread_flush_work(work);
    work->canceling--;
  }
  return pending;
}
EXPORT_SYMBOL_GPL(kthread_cancel_work_sync);

bool kthread_cancel_delayed_work_sync(struct kthread_delayed_work* dwork) {
  del_timer_sync(&dwork->timer);
  return kthread_cancel_work_sync(&dwork->work);
}
EXPORT_SYMBOL_GPL(kthread_cancel_delayed_work_sync);

void kthread_destroy_worker(struct kthread_worker* worker) {
  if (WARN_ON_AT(!worker->task, "kernel/kthread.c", 1401)) return;
  kthread_flush_worker(worker);
  kthread_stop(worker->task);
  WARN_ON_AT(!list_empty(&worker->work_list), "kernel/kthread.c", 1406);
  kfree(worker);
}
EXPORT_SYMBOL(kthread_destroy_worker);
