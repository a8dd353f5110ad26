// Work to be done later by another task. Linux: 6.1 include/linux/workqueue.h.
//
// There is one queue. A work runs where the running task lets others run: when it sleeps, when it
// waits for the work, and when a module's init or exit function has returned.
#ifndef _LINUX_WORKQUEUE_H
#define _LINUX_WORKQUEUE_H

#include <linux/atomic.h>
#include <linux/list.h>
#include <linux/types.h>

struct work_struct;
struct workqueue_struct;
typedef void (*work_func_t)(struct work_struct* work);
struct work_struct {
  atomic_long_t data;
  struct list_head entry;
  work_func_t func;
};
_Static_assert(sizeof(struct work_struct) == 16, "struct work_struct of 6.1 i386");

#define WORK_STRUCT_PENDING 1UL
#define WORK_STRUCT_NO_POOL 0xffffffe0UL
#define WORK_CPU_UNBOUND 32
#define __WORK_INITIALIZER(n, f) \
  { .data = {WORK_STRUCT_NO_POOL}, .entry = LIST_HEAD_INIT((n).entry), .func = (f) }
#define DECLARE_WORK(n, f) struct work_struct n = __WORK_INITIALIZER(n, f)
#define INIT_WORK(_work, _func)                           \
  do {                                                    \
    atomic_long_set(&(_work)->data, WORK_STRUCT_NO_POOL); \
    INIT_LIST_HEAD(&(_work)->entry);                      \
    (_work)->func = (_func);                              \
  } while (0)
#define INIT_WORK_ONSTACK(work, func) INIT_WORK(work, func)
#define destroy_work_on_stack(work) ((void)(work))
#define work_pending(work) ((atomic_long_read(&(work)->data) & WORK_STRUCT_PENDING) != 0)

extern struct workqueue_struct *system_wq, *system_highpri_wq, *system_long_wq, *system_unbound_wq;
bool queue_work_on(int cpu, struct workqueue_struct* wq, struct work_struct* work);
bool flush_work(struct work_struct* work);
bool cancel_work_sync(struct work_struct* work);
void __flush_workqueue(struct workqueue_struct* wq);
#define queue_work(wq, work) queue_work_on(WORK_CPU_UNBOUND, wq, work)
#define schedule_work(work) queue_work(system_wq, work)
#define schedule_work_on(cpu, work) queue_work_on(cpu, system_wq, work)
#define flush_workqueue(wq) __flush_workqueue(wq)
#define flush_scheduled_work() __flush_workqueue(system_wq)

#endif
