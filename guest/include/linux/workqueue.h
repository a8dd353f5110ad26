// Work to be done later by worker threads. Linux: 6.1 include/linux/workqueue.h.
#ifndef _LINUX_WORKQUEUE_H
#define _LINUX_WORKQUEUE_H

#include <linux/atomic.h>
#include <linux/list.h>
#include <linux/timer.h>
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

#define work_data_bits(work) ((unsigned long*)(&(work)->data))
#define WORK_BUSY_PENDING 1u
#define WORK_BUSY_RUNNING 2u

struct delayed_work {
  struct work_struct work;
  struct timer_list timer;
  struct workqueue_struct* wq;
  int cpu;
};
void delayed_work_timer_fn(struct timer_list* timer);
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 15, 0)
#define __MM32_WORK_TIMER .run_mm32 = delayed_work_timer_fn
#else
#define __MM32_WORK_TIMER .function = delayed_work_timer_fn
_Static_assert(sizeof(struct delayed_work) == 44, "struct delayed_work of 6.1 i386");
#endif
#define __DELAYED_WORK_INITIALIZER(n, f, tflags)                                                 \
  {                                                                                              \
    .work = __WORK_INITIALIZER((n).work, (f)), .timer = { __MM32_WORK_TIMER, .flags = (tflags) } \
  }
#define DECLARE_DELAYED_WORK(n, f) \
  struct delayed_work n = __DELAYED_WORK_INITIALIZER(n, f, TIMER_IRQSAFE)
#define DECLARE_DEFERRABLE_WORK(n, f) \
  struct delayed_work n = __DELAYED_WORK_INITIALIZER(n, f, TIMER_IRQSAFE | TIMER_DEFERRABLE)
#define __MM32_INIT_DELAYED_WORK(_work, _func, _tflags)                                            \
  do {                                                                                             \
    INIT_WORK(&(_work)->work, (_func));                                                            \
    init_timer_key(&(_work)->timer, delayed_work_timer_fn, (_tflags) | TIMER_IRQSAFE, NULL, NULL); \
  } while (0)
#define INIT_DELAYED_WORK(_work, _func) __MM32_INIT_DELAYED_WORK(_work, _func, 0)
#define INIT_DELAYED_WORK_ONSTACK(_work, _func) __MM32_INIT_DELAYED_WORK(_work, _func, 0)
#define INIT_DEFERRABLE_WORK(_work, _func) __MM32_INIT_DELAYED_WORK(_work, _func, TIMER_DEFERRABLE)
#define delayed_work_pending(w) work_pending(&(w)->work)
static inline struct delayed_work* to_delayed_work(struct work_struct* work) {
  return container_of(work, struct delayed_work, work);
}

enum {
  WQ_UNBOUND = 1 << 1,
  WQ_FREEZABLE = 1 << 2,
  WQ_MEM_RECLAIM = 1 << 3,
  WQ_HIGHPRI = 1 << 4,
  WQ_CPU_INTENSIVE = 1 << 5,
  WQ_SYSFS = 1 << 6,
  WQ_POWER_EFFICIENT = 1 << 7,
  __WQ_ORDERED = 1 << 17,
  __WQ_LEGACY = 1 << 18,
  __WQ_ORDERED_EXPLICIT = 1 << 19,
  WQ_MAX_ACTIVE = 512,
  WQ_DFL_ACTIVE = 256
};
__printf(1, 4) struct workqueue_struct* alloc_workqueue(const char* fmt, unsigned int flags,
                                                        int max_active, ...);
#define alloc_ordered_workqueue(fmt, flags, args...) \
  alloc_workqueue(fmt, WQ_UNBOUND | __WQ_ORDERED | __WQ_ORDERED_EXPLICIT | (flags), 1, ##args)
#define create_workqueue(name) alloc_workqueue("%s", __WQ_LEGACY | WQ_MEM_RECLAIM, 1, (name))
#define create_freezable_workqueue(name) \
  alloc_workqueue("%s", __WQ_LEGACY | WQ_FREEZABLE | WQ_UNBOUND | WQ_MEM_RECLAIM, 1, (name))
#define create_singlethread_workqueue(name) \
  alloc_ordered_workqueue("%s", __WQ_LEGACY | WQ_MEM_RECLAIM, name)
void destroy_workqueue(struct workqueue_struct* wq);

extern struct workqueue_struct *system_wq, *system_highpri_wq, *system_long_wq, *system_unbound_wq,
    *system_freezable_wq, *system_power_efficient_wq, *system_freezable_power_efficient_wq;
bool queue_work_on(int cpu, struct workqueue_struct* wq, struct work_struct* work);
bool queue_work_node(int node, struct workqueue_struct* wq, struct work_struct* work);
bool queue_delayed_work_on(int cpu, struct workqueue_struct* wq, struct delayed_work* work,
                           unsigned long delay);
bool mod_delayed_work_on(int cpu, struct workqueue_struct* wq, struct delayed_work* dwork,
                         unsigned long delay);
bool flush_work(struct work_struct* work);
bool flush_delayed_work(struct delayed_work* dwork);
bool cancel_work(struct work_struct* work);
bool cancel_work_sync(struct work_struct* work);
bool cancel_delayed_work(struct delayed_work* dwork);
bool cancel_delayed_work_sync(struct delayed_work* dwork);
void __flush_workqueue(struct workqueue_struct* wq);
void drain_workqueue(struct workqueue_struct* wq);
void workqueue_set_max_active(struct workqueue_struct* wq, int max_active);
bool workqueue_congested(int cpu, struct workqueue_struct* wq);
unsigned int work_busy(struct work_struct* work);
struct work_struct* current_work(void);
#define queue_work(wq, work) queue_work_on(WORK_CPU_UNBOUND, wq, work)
#define schedule_work(work) queue_work(system_wq, work)
#define schedule_work_on(cpu, work) queue_work_on(cpu, system_wq, work)
#define queue_delayed_work(wq, dwork, delay) \
  queue_delayed_work_on(WORK_CPU_UNBOUND, wq, dwork, delay)
#define mod_delayed_work(wq, dwork, delay) mod_delayed_work_on(WORK_CPU_UNBOUND, wq, dwork, delay)
#define schedule_delayed_work(dwork, delay) queue_delayed_work(system_wq, dwork, delay)
#define schedule_delayed_work_on(cpu, dwork, delay) \
  queue_delayed_work_on(cpu, system_wq, dwork, delay)
#define flush_workqueue(wq) __flush_workqueue(wq)
#define flush_scheduled_work() __flush_workqueue(system_wq)

#endif
