/*
 * Work queues: works are run by a pool of worker threads that all queues share.
 *
 * W1: a pending work (WORK_STRUCT_PENDING) is on its queue's list or waits for its delay. W2: a
 * queue has at most max_active works in progress; the list keeps the order of queuing. W3: a work
 * never runs twice at a time. W4: a work carries the colour that its queue had when it was queued;
 * flushing a queue changes its colour and waits until none of the old one is left.
 * A work that sleeps lets another worker begin the next one. Linux: kernel/workqueue.c.
 */
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/kthread.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/wait.h>
#include <linux/workqueue.h>

#include "bug_at.h"
#include "sched/sched.h"

#define COLORS 16
#define COLOR_SHIFT 4
#define QUEUE_ALIGN 256 /* a pending work's data: its queue, the colour and the flags */
#define DEFAULT_ACTIVE 256

struct workqueue_struct {
  struct list_head list;
  struct list_head works;
  unsigned int flags;
  int max_active, active;
  unsigned int color;
  unsigned int in_color[COLORS];
  bool draining;
  char name[40];
} __aligned(QUEUE_ALIGN);
struct worker {
  struct task_struct* task;
  struct work_struct* work;
  struct workqueue_struct* wq;
  unsigned int color; /* of the work */
  bool idle;
};
/* Waits for the end of `runs` runs of a work. */
struct flusher {
  struct list_head list;
  struct work_struct* work;
  int runs;
};

#define SYSTEM_QUEUE(variable, text, queue_flags)      \
  static struct workqueue_struct variable##_queue = {  \
      .works = LIST_HEAD_INIT(variable##_queue.works), \
      .flags = queue_flags,                            \
      .max_active = DEFAULT_ACTIVE,                    \
      .name = text,                                    \
      .list = LIST_HEAD_INIT(variable##_queue.list)};  \
  struct workqueue_struct* variable = &variable##_queue
SYSTEM_QUEUE(system_wq, "events", 0);
EXPORT_SYMBOL(system_wq);
SYSTEM_QUEUE(system_highpri_wq, "events_highpri", WQ_HIGHPRI);
EXPORT_SYMBOL_GPL(system_highpri_wq);
SYSTEM_QUEUE(system_long_wq, "events_long", 0);
EXPORT_SYMBOL_GPL(system_long_wq);
SYSTEM_QUEUE(system_unbound_wq, "events_unbound", WQ_UNBOUND);
EXPORT_SYMBOL_GPL(system_unbound_wq);
SYSTEM_QUEUE(system_freezable_wq, "events_freezable", WQ_FREEZABLE);
EXPORT_SYMBOL_GPL(system_freezable_wq);
SYSTEM_QUEUE(system_power_efficient_wq, "events_power_efficient", 0);
EXPORT_SYMBOL_GPL(system_power_efficient_wq);
SYSTEM_QUEUE(system_freezable_power_efficient_wq, "events_freezable_power_efficient", WQ_FREEZABLE);
EXPORT_SYMBOL_GPL(system_freezable_power_efficient_wq);

static LIST_HEAD(ready); /* queues with works that may begin */
static LIST_HEAD(flushers);
static struct worker workers[POOL_THREADS];
static int worker_count;
static DECLARE_WAIT_QUEUE_HEAD(progress);

static struct worker* runner_of(const struct work_struct* work) {
  int i;

  for (i = 0; i < worker_count; i++)
    if (workers[i].work == work) return &workers[i];
  return NULL;
}

/* The first work that may begin, off its queue. */
static struct work_struct* take_work(struct workqueue_struct* wq) {
  struct work_struct* work;

  if (wq->active >= wq->max_active) return NULL;
  list_for_each_entry(work, &wq->works, entry) {
    if (runner_of(work)) continue;
    list_del_init(&work->entry);
    return work;
  }
  return NULL;
}

static bool take_next(struct worker* worker) {
  struct workqueue_struct* wq;

  list_for_each_entry(wq, &ready, list) {
    struct work_struct* work = take_work(wq);

    if (!work) continue;
    worker->work = work;
    worker->wq = wq;
    if (list_empty(&wq->works)) list_del_init(&wq->list);
    return true;
  }
  return false;
}

static struct workqueue_struct* queue_of(const struct work_struct* work) {
  return (void*)(atomic_long_read(&work->data) & -QUEUE_ALIGN);
}

static unsigned int color_of(const struct work_struct* work) {
  return (unsigned long)atomic_long_read(&work->data) >> COLOR_SHIFT & (COLORS - 1);
}

static void uncount(struct workqueue_struct* wq, unsigned int color) {
  if (!--wq->in_color[color]) wake_up_all(&progress);
}

static void tell_flushers(const struct work_struct* work) {
  struct flusher* f;

  list_for_each_entry(f, &flushers, list) if (f->work == work) f->runs--;
  wake_up_all(&progress);
}

static int worker_thread(void* data);

/* Wakes an idle worker, or adds one to the pool. */
static void wake_worker(void) {
  struct worker* worker;
  int i;

  for (i = 0; i < worker_count; i++)
    if (workers[i].idle) {
      wake_task(workers[i].task, TASK_NORMAL | TASK_IDLE);
      return;
    }
  if (worker_count == POOL_THREADS) return;
  worker = &workers[worker_count];
  worker->task = pool_thread(worker_thread, worker, worker_count);
  worker_count++;
  wake_task(worker->task, TASK_NORMAL);
}

/* The function may free its work. */
static void run_work(struct worker* worker) {
  struct work_struct* work = worker->work;
  struct workqueue_struct* wq = worker->wq;

  worker->color = color_of(work);
  atomic_long_set(&work->data, WORK_STRUCT_NO_POOL);
  wq->active++;
  if (!list_empty(&ready)) wake_worker();
  work->func(work);
  if (unlikely(in_atomic())) {
    pr_err("BUG: workqueue leaked lock or atomic: %s/0x%08x/%d\n     last function: %ps\n",
           current->comm, preempt_count(), current->pid, work->func);
    dump_stack();
  }
  wq->active--;
  worker->work = NULL;
  uncount(wq, worker->color);
  tell_flushers(work);
}

static int worker_thread(void* data) {
  struct worker* worker = data;

  for (;;) {
    while (take_next(worker)) run_work(worker);
    worker->idle = true;
    set_current_state(TASK_IDLE);
    schedule();
    worker->idle = false;
  }
  return 0;
}

/* What the worker did when it died counts as done. */
bool pool_worker_died(struct task_struct* task) {
  int i;

  for (i = 0; i < worker_count && workers[i].task != task; i++) continue;
  if (i == worker_count) return false;
  if (workers[i].work) {
    struct work_struct* work = workers[i].work;

    workers[i].wq->active--;
    workers[i].work = NULL;
    uncount(workers[i].wq, workers[i].color);
    tell_flushers(work);
  }
  workers[i].idle = false;
  workers[i].task = pool_thread(worker_thread, &workers[i], i);
  wake_task(task, TASK_NORMAL);
  return true;
}

static void insert(struct workqueue_struct* wq, struct work_struct* work) {
  wq->in_color[wq->color]++;
  atomic_long_set(&work->data, (long)wq | wq->color << COLOR_SHIFT | WORK_STRUCT_PENDING);
  list_add_tail(&work->entry, &wq->works);
  if (list_empty(&wq->list)) list_add_tail(&wq->list, &ready);
  wake_worker();
}

static bool claim(struct work_struct* work) {
  return !test_and_set_bit(0, (unsigned long*)&work->data);
}

static struct worker* current_worker(void) {
  int i;

  for (i = 0; i < worker_count; i++)
    if (workers[i].task == current) return &workers[i];
  return NULL;
}

/* Only its own works may add to a queue that is being drained. */
static bool refuses(struct workqueue_struct* wq) {
  const struct worker* self = current_worker();

  return WARN_ON_ONCE(wq->draining && (!self || self->wq != wq));
}

bool queue_work_on(int cpu, struct workqueue_struct* wq, struct work_struct* work) {
  if (!claim(work)) return false;
  if (refuses(wq))
    atomic_long_set(&work->data, WORK_STRUCT_NO_POOL);
  else
    insert(wq, work);
  return true;
}
EXPORT_SYMBOL(queue_work_on);

bool queue_work_node(int node, struct workqueue_struct* wq, struct work_struct* work) {
  return queue_work_on(0, wq, work);
}
EXPORT_SYMBOL_GPL(queue_work_node);

void delayed_work_timer_fn(struct timer_list* timer) {
  struct delayed_work* dwork = container_of(timer, struct delayed_work, timer);

  insert(dwork->wq, &dwork->work);
}
EXPORT_SYMBOL(delayed_work_timer_fn);

static noinline void __queue_delayed_work(struct workqueue_struct* wq, struct delayed_work* dwork,
                                          unsigned long delay) {
  WARN_ON_ONCE_AT(!wq, "kernel/workqueue.c", 1656);
  WARN_ON_ONCE_AT(dwork->timer.function != delayed_work_timer_fn, "kernel/workqueue.c", 1657);
  WARN_ON_ONCE_AT(timer_pending(&dwork->timer), "kernel/workqueue.c", 1658);
  WARN_ON_ONCE_AT(!list_empty(&dwork->work.entry), "kernel/workqueue.c", 1659);
  dwork->wq = wq;
  dwork->cpu = WORK_CPU_UNBOUND;
  if (!delay) {
    insert(wq, &dwork->work);
    return;
  }
  dwork->timer.expires = jiffies + delay;
  add_timer(&dwork->timer);
}

bool queue_delayed_work_on(int cpu, struct workqueue_struct* wq, struct delayed_work* dwork,
                           unsigned long delay) {
  if (!claim(&dwork->work)) return false;
  __queue_delayed_work(wq, dwork, delay);
  return true;
}
EXPORT_SYMBOL(queue_delayed_work_on);

/* Takes a pending work off its timer or queue. The caller owns its pending bit then. */
static bool grab(struct work_struct* work, struct timer_list* timer) {
  if (timer && del_timer(timer)) return true;
  if (claim(work)) return false;
  if (list_empty(&work->entry)) return true;
  list_del_init(&work->entry);
  uncount(queue_of(work), color_of(work));
  return true;
}

static void release(struct work_struct* work) { atomic_long_set(&work->data, WORK_STRUCT_NO_POOL); }

bool mod_delayed_work_on(int cpu, struct workqueue_struct* wq, struct delayed_work* dwork,
                         unsigned long delay) {
  const bool pending = grab(&dwork->work, &dwork->timer);

  __queue_delayed_work(wq, dwork, delay);
  return pending;
}
EXPORT_SYMBOL_GPL(mod_delayed_work_on);

static bool cancel(struct work_struct* work, struct timer_list* timer) {
  const bool pending = grab(work, timer);

  release(work);
  return pending;
}

static noinline bool cancel_sync(struct work_struct* work, struct timer_list* timer) {
  const bool pending = grab(work, timer);
  const struct worker* runner = runner_of(work);

  if (runner && runner->task != current) wait_event(progress, !runner_of(work));
  release(work);
  return pending;
}

bool cancel_work(struct work_struct* work) { return cancel(work, NULL); }
EXPORT_SYMBOL(cancel_work);
bool cancel_work_sync(struct work_struct* work) { return cancel_sync(work, NULL); }
EXPORT_SYMBOL_GPL(cancel_work_sync);
bool cancel_delayed_work(struct delayed_work* dwork) { return cancel(&dwork->work, &dwork->timer); }
EXPORT_SYMBOL(cancel_delayed_work);
bool cancel_delayed_work_sync(struct delayed_work* dwork) {
  return cancel_sync(&dwork->work, &dwork->timer);
}
EXPORT_SYMBOL(cancel_delayed_work_sync);

static noinline bool __flush_work(struct work_struct* work) {
  struct flusher self = {.work = work};

  if (WARN_ON_AT(!work->func, "kernel/workqueue.c", 3069)) return false;
  if (runner_of(work)) self.runs++;
  if (work_pending(work) && !list_empty(&work->entry)) self.runs++;
  if (!self.runs) return false;
  list_add(&self.list, &flushers);
  wait_event(progress, self.runs <= 0);
  list_del(&self.list);
  return true;
}

bool flush_work(struct work_struct* work) { return __flush_work(work); }
EXPORT_SYMBOL_GPL(flush_work);

bool flush_delayed_work(struct delayed_work* dwork) {
  if (del_timer_sync(&dwork->timer)) insert(dwork->wq, &dwork->work);
  return flush_work(&dwork->work);
}
EXPORT_SYMBOL(flush_delayed_work);

void __flush_workqueue(struct workqueue_struct* wq) {
  const unsigned int color = wq->color, next = (color + 1) % COLORS;

  wait_event(progress, !wq->in_color[next]);
  wq->color = next;
  wait_event(progress, !wq->in_color[color]);
}
EXPORT_SYMBOL(__flush_workqueue);

static bool has_works(const struct workqueue_struct* wq) {
  unsigned int color;

  for (color = 0; color < COLORS; color++)
    if (wq->in_color[color]) return true;
  return false;
}

void drain_workqueue(struct workqueue_struct* wq) {
  wq->draining = true;
  while (has_works(wq)) __flush_workqueue(wq);
  wq->draining = false;
}
EXPORT_SYMBOL_GPL(drain_workqueue);

struct workqueue_struct* alloc_workqueue(const char* fmt, unsigned int flags, int max_active, ...) {
  struct workqueue_struct* wq = kzalloc(sizeof(*wq), GFP_KERNEL);
  va_list args;

  if (!wq) return NULL;
  va_start(args, max_active);
  vsnprintf(wq->name, sizeof(wq->name), fmt, args);
  va_end(args);
  INIT_LIST_HEAD(&wq->list);
  INIT_LIST_HEAD(&wq->works);
  wq->flags = flags;
  wq->max_active = max_active > 0 ? max_active : DEFAULT_ACTIVE;
  return wq;
}
EXPORT_SYMBOL_GPL(alloc_workqueue);

void destroy_workqueue(struct workqueue_struct* wq) {
  drain_workqueue(wq);
  if (!list_empty(&wq->list)) list_del(&wq->list);
  kfree(wq);
}
EXPORT_SYMBOL_GPL(destroy_workqueue);

void workqueue_set_max_active(struct workqueue_struct* wq, int max_active) {
  wq->max_active = max_active > 0 ? max_active : DEFAULT_ACTIVE;
  if (!list_empty(&wq->works)) wake_worker();
}
EXPORT_SYMBOL_GPL(workqueue_set_max_active);

bool workqueue_congested(int cpu, struct workqueue_struct* wq) {
  return wq->active >= wq->max_active && !list_empty(&wq->works);
}
EXPORT_SYMBOL_GPL(workqueue_congested);

unsigned int work_busy(struct work_struct* work) {
  return (work_pending(work) ? WORK_BUSY_PENDING : 0) | (runner_of(work) ? WORK_BUSY_RUNNING : 0);
}
EXPORT_SYMBOL_GPL(work_busy);

struct work_struct* current_work(void) {
  const struct worker* self = current_worker();

  return self ? self->work : NULL;
}
EXPORT_SYMBOL(current_work);
