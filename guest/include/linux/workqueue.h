// Work to be done later by another task. Linux: 6.1 include/linux/workqueue.h.
//
// There is one queue. A work runs where the running task lets others run: when it sleeps, when it
// waits for the work, and when a module's init or exit function has returned.
#ifndef _LINUX_WORKQUEUE_H
#define _LINUX_WORKQUEUE_H

#include <linux/atomic.h>
#include <linux/cpumask.h>
#include <linux/list.h>
#include <linux/timer.h>
#include <linux/types.h>
#include <linux/version.h>

struct work_struct;
struct workqueue_struct;
typedef void (*work_func_t)(struct work_struct* work);
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 20)
// The function got a pointer of its own choice; sources of those versions give it with the work.
struct work_struct {
  atomic_long_t data;
  struct list_head entry;
  work_func_t run_mm32;
  // Every work could be delayed: from here on struct delayed_work of the kernel.
  struct hlist_node timer_entry_mm32;
  unsigned long expires_mm32;
  void (*expired_mm32)(struct timer_list* timer);
  u32 timer_flags_mm32;
  struct workqueue_struct* wq_mm32;
  int cpu_mm32;
  void (*func)(void* context);
  void* context_mm32;
};
void delayed_work_timer_fn(struct timer_list* t);
// A work inside a structure of the kernel.
struct __mm32_work {
  atomic_long_t data;
  struct list_head entry;
  void* func;
};
static inline void __mm32_work_run(struct work_struct* work) { work->func(work->context_mm32); }
#else
struct work_struct {
  atomic_long_t data;
  struct list_head entry;
  work_func_t func;
};
_Static_assert(sizeof(struct work_struct) == 16, "struct work_struct of 6.1 i386");
#define __mm32_work work_struct
#endif

#define WORK_STRUCT_PENDING 1UL
#define WORK_STRUCT_NO_POOL 0xffffffe0UL
#define WORK_CPU_UNBOUND 32
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 20)
#define __WORK_INITIALIZER(n, f, ...)                                   \
  {                                                                     \
    .data = {WORK_STRUCT_NO_POOL}, .entry = LIST_HEAD_INIT((n).entry),  \
    .run_mm32 = __mm32_work_run, .expired_mm32 = delayed_work_timer_fn, \
    .timer_flags_mm32 = TIMER_IRQSAFE, .func = (void*)(f),              \
    .context_mm32 = (void*)(__VA_ARGS__ + 0)                            \
  }
#define DECLARE_WORK(n, f, data) struct work_struct n = __WORK_INITIALIZER(n, f, data)
#define PREPARE_WORK(_work, _func, _data) \
  do {                                    \
    (_work)->func = (void*)(_func);       \
    (_work)->context_mm32 = (_data);      \
  } while (0)
#define INIT_WORK(_work, _func, ...)                      \
  do {                                                    \
    atomic_long_set(&(_work)->data, WORK_STRUCT_NO_POOL); \
    INIT_LIST_HEAD(&(_work)->entry);                      \
    (_work)->run_mm32 = __mm32_work_run;                  \
    (_work)->timer_entry_mm32.pprev = NULL;               \
    (_work)->expired_mm32 = delayed_work_timer_fn;        \
    (_work)->timer_flags_mm32 = TIMER_IRQSAFE;            \
    PREPARE_WORK(_work, _func, (void*)(__VA_ARGS__ + 0)); \
  } while (0)
#else
#define __WORK_INITIALIZER(n, f) \
  { .data = {WORK_STRUCT_NO_POOL}, .entry = LIST_HEAD_INIT((n).entry), .func = (f) }
#define DECLARE_WORK(n, f) struct work_struct n = __WORK_INITIALIZER(n, f)
#define INIT_WORK(_work, _func)                           \
  do {                                                    \
    atomic_long_set(&(_work)->data, WORK_STRUCT_NO_POOL); \
    INIT_LIST_HEAD(&(_work)->entry);                      \
    (_work)->func = (_func);                              \
  } while (0)
#endif
#define INIT_WORK_ONSTACK(work, func) INIT_WORK(work, func)
#define destroy_work_on_stack(work) ((void)(work))
#define work_pending(work) ((atomic_long_read(&(work)->data) & WORK_STRUCT_PENDING) != 0)

extern struct workqueue_struct *system_wq, *system_highpri_wq, *system_long_wq, *system_unbound_wq;
bool queue_work_on(int cpu, struct workqueue_struct* wq, struct work_struct* work);
bool flush_work(struct work_struct* work);
bool cancel_work_sync(struct work_struct* work);
void __flush_workqueue(struct workqueue_struct* wq);
#define queue_work(wq, work) queue_work_on(WORK_CPU_UNBOUND, wq, work)
// Since 6.9; here a thread's, as all are.
#define system_bh_wq system_highpri_wq
#define system_bh_highpri_wq system_highpri_wq
#define schedule_work(work) queue_work(system_wq, work)
#define schedule_work_on(cpu, work) queue_work_on(cpu, system_wq, work)
#define flush_workqueue(wq) __flush_workqueue(wq)
#define flush_scheduled_work() __flush_workqueue(system_wq)

struct callback_head;
struct delayed_work;
struct execute_work;
struct lock_class_key;
struct rcu_work;
struct task_struct;
struct timer_list;
struct workqueue_attrs;

#define WORK_OFFQ_CANCELING (1ul << __WORK_OFFQ_CANCELING)
#define WORK_OFFQ_POOL_NONE ((1ul << WORK_OFFQ_POOL_BITS) - 1)
#define WORK_STRUCT_FLAG_MASK ((1ul << WORK_STRUCT_FLAG_BITS) - 1)
#define WORK_STRUCT_WQ_DATA_MASK (~WORK_STRUCT_FLAG_MASK)
void delayed_work_timer_fn(struct timer_list* t);
enum {
  WORK_STRUCT_PENDING_BIT = 0,
  WORK_STRUCT_INACTIVE_BIT = 1,
  WORK_STRUCT_PWQ_BIT = 2,
  WORK_STRUCT_LINKED_BIT = 3,
  WORK_STRUCT_COLOR_SHIFT = 4,
  WORK_STRUCT_COLOR_BITS = 4,
  WORK_STRUCT_INACTIVE = 2,
  WORK_STRUCT_PWQ = 4,
  WORK_STRUCT_LINKED = 8,
  WORK_STRUCT_STATIC = 0,
  WORK_NR_COLORS = 16,
  WORK_STRUCT_FLAG_BITS = 8,
  WORK_OFFQ_FLAG_BASE = 4,
  __WORK_OFFQ_CANCELING = 4,
  WORK_OFFQ_FLAG_BITS = 1,
  WORK_OFFQ_POOL_SHIFT = 5,
  WORK_OFFQ_LEFT = 27,
  WORK_OFFQ_POOL_BITS = 27,
  WORK_BUSY_PENDING = 1,
  WORK_BUSY_RUNNING = 2,
  WORKER_DESC_LEN = 24
};
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 20)
struct delayed_work {
  struct work_struct work;
};
#elif LINUX_VERSION_CODE < KERNEL_VERSION(4, 15, 0)
// The kernel's timer ends before the function and the data that timers had: they are not used here.
struct delayed_work {
  struct work_struct work;
  union {
    struct timer_list timer;
    struct {
      u32 kernel_timer_mm32[5];
      struct workqueue_struct* wq;
      int cpu;
    };
  };
};
_Static_assert(sizeof(struct delayed_work) == 44, "struct delayed_work of 6.1 i386");
#else
struct delayed_work {
  struct work_struct work;
  struct timer_list timer;
  struct workqueue_struct* wq;
  int cpu;
};
_Static_assert(sizeof(struct delayed_work) == 44, "struct delayed_work of 6.1 i386");
#endif
struct rcu_work {
  struct work_struct work;
  struct callback_head rcu;
  struct workqueue_struct* wq;
};
struct workqueue_attrs {
  int nice;
  cpumask_var_t cpumask;
  bool no_numa;
};
struct execute_work {
  struct work_struct work;
};
enum {
  WQ_UNBOUND = 2,
  WQ_FREEZABLE = 4,
  WQ_MEM_RECLAIM = 8,
  WQ_HIGHPRI = 0x10,
  WQ_CPU_INTENSIVE = 0x20,
  WQ_SYSFS = 0x40,
  WQ_POWER_EFFICIENT = 0x80,
  __WQ_DRAINING = 0x10000,
  __WQ_ORDERED = 0x20000,
  __WQ_LEGACY = 0x40000,
  __WQ_ORDERED_EXPLICIT = 0x80000,
  WQ_MAX_ACTIVE = 0x200,
  WQ_MAX_UNBOUND_PER_CPU = 4,
  WQ_DFL_ACTIVE = 0x100
};
extern struct workqueue_struct* system_freezable_wq;
extern struct workqueue_struct* system_power_efficient_wq;
extern struct workqueue_struct* system_freezable_power_efficient_wq;
struct workqueue_struct* alloc_workqueue(const char* fmt, unsigned int flags, int max_active, ...);
void destroy_workqueue(struct workqueue_struct* wq);
struct workqueue_attrs* alloc_workqueue_attrs(void);
void free_workqueue_attrs(struct workqueue_attrs* attrs);
int apply_workqueue_attrs(struct workqueue_struct* wq, const struct workqueue_attrs* attrs);
int workqueue_set_unbound_cpumask(cpumask_var_t cpumask);
bool queue_work_node(int node, struct workqueue_struct* wq, struct work_struct* work);
bool queue_delayed_work_on(int cpu, struct workqueue_struct* wq, struct delayed_work* work,
                           unsigned long delay);
bool mod_delayed_work_on(int cpu, struct workqueue_struct* wq, struct delayed_work* dwork,
                         unsigned long delay);
bool queue_rcu_work(struct workqueue_struct* wq, struct rcu_work* rwork);
void drain_workqueue(struct workqueue_struct* wq);
int schedule_on_each_cpu(work_func_t func);
int execute_in_process_context(work_func_t fn, struct execute_work*);
bool cancel_work(struct work_struct* work);
bool flush_delayed_work(struct delayed_work* dwork);
bool cancel_delayed_work(struct delayed_work* dwork);
bool cancel_delayed_work_sync(struct delayed_work* dwork);
bool flush_rcu_work(struct rcu_work* rwork);
void workqueue_set_max_active(struct workqueue_struct* wq, int max_active);
struct work_struct* current_work(void);
bool current_is_workqueue_rescuer(void);
bool workqueue_congested(int cpu, struct workqueue_struct* wq);
unsigned int work_busy(struct work_struct* work);
void set_worker_desc(const char* fmt, ...) __printf(1, 2);
void print_worker_info(const char* log_lvl, struct task_struct* task);
void show_all_workqueues(void);
void show_one_workqueue(struct workqueue_struct* wq);
void wq_worker_comm(char* buf, size_t size, struct task_struct* task);
void __warn_flushing_systemwide_wq(void);
long work_on_cpu_key(int cpu, long (*fn)(void*), void* arg, struct lock_class_key* key);
long work_on_cpu_safe_key(int cpu, long (*fn)(void*), void* arg, struct lock_class_key* key);
void freeze_workqueues_begin(void);
bool freeze_workqueues_busy(void);
void thaw_workqueues(void);
int workqueue_sysfs_register(struct workqueue_struct* wq);
int workqueue_prepare_cpu(unsigned int cpu);
int workqueue_online_cpu(unsigned int cpu);
int workqueue_offline_cpu(unsigned int cpu);
void workqueue_init_early(void);
void workqueue_init(void);

static inline struct delayed_work* to_delayed_work(struct work_struct* work) {
  return container_of(work, struct delayed_work, work);
}
static inline struct rcu_work* to_rcu_work(struct work_struct* work) {
  return container_of(work, struct rcu_work, work);
}
#define work_data_bits(work) ((unsigned long*)(&(work)->data))
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 15, 0)
#define __MM32_DELAYED_TIMER(n, flags_) \
  { .run_mm32 = delayed_work_timer_fn, .flags = (flags_) }
#define __MM32_INIT_DELAYED_TIMER(_work, flags_) \
  ((_work)->timer = (struct timer_list)__MM32_DELAYED_TIMER(, flags_))
#else
#define __MM32_DELAYED_TIMER(n, flags) __TIMER_INITIALIZER(delayed_work_timer_fn, flags)
#define __MM32_INIT_DELAYED_TIMER(_work, flags) \
  timer_setup(&(_work)->timer, delayed_work_timer_fn, flags)
#endif
#define __DELAYED_WORK_INITIALIZER(n, f, flags)               \
  {                                                           \
    .work = __WORK_INITIALIZER((n).work, (f)),                \
    .timer = __MM32_DELAYED_TIMER(n, (flags) | TIMER_IRQSAFE) \
  }
#define DECLARE_DELAYED_WORK(n, f) struct delayed_work n = __DELAYED_WORK_INITIALIZER(n, f, 0)
#define DECLARE_DEFERRABLE_WORK(n, f) \
  struct delayed_work n = __DELAYED_WORK_INITIALIZER(n, f, TIMER_DEFERRABLE)
#define __INIT_DELAYED_WORK(_work, _func, _flags)               \
  do {                                                          \
    INIT_WORK(&(_work)->work, (_func));                         \
    __MM32_INIT_DELAYED_TIMER(_work, (_flags) | TIMER_IRQSAFE); \
  } while (0)
#define INIT_DELAYED_WORK(_work, _func) __INIT_DELAYED_WORK(_work, _func, 0)
#define INIT_DELAYED_WORK_ONSTACK(_work, _func) __INIT_DELAYED_WORK(_work, _func, 0)
#define INIT_DEFERRABLE_WORK(_work, _func) __INIT_DELAYED_WORK(_work, _func, TIMER_DEFERRABLE)
#define INIT_DEFERRABLE_WORK_ONSTACK(_work, _func) INIT_DEFERRABLE_WORK(_work, _func)
#define INIT_RCU_WORK(_work, _func) INIT_WORK(&(_work)->work, (_func))
#define delayed_work_pending(w) work_pending(&(w)->work)
#define alloc_ordered_workqueue(fmt, flags, args...) \
  alloc_workqueue(fmt, WQ_UNBOUND | __WQ_ORDERED | __WQ_ORDERED_EXPLICIT | (flags), 1, ##args)
#define create_workqueue(name) alloc_workqueue("%s", __WQ_LEGACY | WQ_MEM_RECLAIM, 1, (name))
#if LINUX_VERSION_CODE < KERNEL_VERSION(3, 4, 0)
#define INIT_DELAYED_WORK_DEFERRABLE(_work, _func) INIT_DEFERRABLE_WORK(_work, _func)
#define create_freezeable_workqueue(name) create_freezable_workqueue(name)
#define create_rt_workqueue(name) create_workqueue(name)
#define keventd_up() 1
#endif
#define create_freezable_workqueue(name) \
  alloc_workqueue("%s", __WQ_LEGACY | WQ_FREEZABLE | WQ_UNBOUND | WQ_MEM_RECLAIM, 1, (name))
#define create_singlethread_workqueue(name) \
  alloc_ordered_workqueue("%s", __WQ_LEGACY | WQ_MEM_RECLAIM, name)
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 20)
#define __mm32_delayed(work) ((struct delayed_work*)(struct work_struct*)(work))
#define queue_delayed_work(wq, work, delay) \
  queue_delayed_work_on(WORK_CPU_UNBOUND, wq, __mm32_delayed(work), delay)
#define schedule_delayed_work_on(cpu, work, delay) \
  queue_delayed_work_on(cpu, system_wq, __mm32_delayed(work), delay)
#define schedule_delayed_work(work, delay) queue_delayed_work(system_wq, work, delay)
#define cancel_delayed_work(work) cancel_delayed_work(__mm32_delayed(work))
#define cancel_rearming_delayed_work(work) cancel_delayed_work_sync(__mm32_delayed(work))
#define cancel_rearming_delayed_workqueue(wq, work) cancel_rearming_delayed_work(work)
#else
static inline bool queue_delayed_work(struct workqueue_struct* wq, struct delayed_work* dwork,
                                      unsigned long delay) {
  return queue_delayed_work_on(WORK_CPU_UNBOUND, wq, dwork, delay);
}
static inline bool mod_delayed_work(struct workqueue_struct* wq, struct delayed_work* dwork,
                                    unsigned long delay) {
  return mod_delayed_work_on(WORK_CPU_UNBOUND, wq, dwork, delay);
}
static inline bool schedule_delayed_work_on(int cpu, struct delayed_work* dwork,
                                            unsigned long delay) {
  return queue_delayed_work_on(cpu, system_wq, dwork, delay);
}
static inline bool schedule_delayed_work(struct delayed_work* dwork, unsigned long delay) {
  return queue_delayed_work(system_wq, dwork, delay);
}
#define cancel_rearming_delayed_work(work) cancel_delayed_work_sync(work)
#define cancel_rearming_delayed_workqueue(wq, work) cancel_delayed_work_sync(work)
#endif

static inline void destroy_delayed_work_on_stack(struct delayed_work* work) { (void)work; }
static inline unsigned int work_static(struct work_struct* work) { return 0; }
#define INIT_RCU_WORK_ONSTACK(_work, _func) INIT_WORK_ONSTACK(&(_work)->work, (_func))
#define WQ_UNBOUND_MAX_ACTIVE WQ_MAX_ACTIVE
#define work_on_cpu(_cpu, _fn, _arg)               \
  ({                                               \
    static struct lock_class_key __work_key;       \
    work_on_cpu_key(_cpu, _fn, _arg, &__work_key); \
  })
#define work_on_cpu_safe(_cpu, _fn, _arg)               \
  ({                                                    \
    static struct lock_class_key __work_key;            \
    work_on_cpu_safe_key(_cpu, _fn, _arg, &__work_key); \
  })

#endif
