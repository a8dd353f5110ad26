// Kernel threads.
#ifndef _LINUX_KTHREAD_H
#define _LINUX_KTHREAD_H

#include <linux/err.h>
#include <linux/list.h>
#include <linux/sched.h>
#include <linux/spinlock.h>
#include <linux/spinlock_types.h>
#include <linux/timer.h>
#include <linux/types.h>
#include <linux/version.h>

struct cgroup_subsys_state;
struct completion;
struct kthread_delayed_work;
struct kthread_work;
struct kthread_worker;
struct lock_class_key;
struct mm_struct;
struct task_struct;
struct timer_list;

typedef void (*kthread_work_func_t)(struct kthread_work*);
struct kthread_work {
  struct list_head node;
  kthread_work_func_t func;
  struct kthread_worker* worker;
  int canceling;
};
_Static_assert(sizeof(struct kthread_work) == 20, "struct kthread_work of 6.1 i386");
struct kthread_worker {
  unsigned int flags;
  raw_spinlock_t lock;
  struct list_head work_list;
  struct list_head delayed_work_list;
  struct task_struct* task;
  struct kthread_work* current_work;
};
_Static_assert(sizeof(struct kthread_worker) == 32, "struct kthread_worker of 6.1 i386");
struct kthread_delayed_work {
  struct kthread_work work;
  struct timer_list timer;
};
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 15, 0)
_Static_assert(sizeof(struct kthread_delayed_work) == 40,
               "struct kthread_delayed_work of 6.1 i386");
#endif

struct task_struct* kthread_create_on_node(int (*)(void*), void*, int, const char*, ...)
    __printf(4, 5);
struct task_struct* kthread_create_on_cpu(int (*)(void*), void*, unsigned int, const char*);
void kthread_bind(struct task_struct*, unsigned int);
int kthread_stop(struct task_struct*);
bool kthread_should_stop(void);
bool kthread_should_park(void);
bool __kthread_should_park(struct task_struct*);
bool kthread_freezable_should_stop(bool*);
void* kthread_func(struct task_struct*);
void* kthread_data(struct task_struct*);
int kthread_park(struct task_struct*);
void kthread_unpark(struct task_struct*);
void kthread_parkme(void);
void kthread_complete_and_exit(struct completion*, long);
void kthread_delayed_work_timer_fn(struct timer_list*);
void __kthread_init_worker(struct kthread_worker*, const char*, struct lock_class_key*);
int kthread_worker_fn(void*);
struct kthread_worker* kthread_create_worker(unsigned int, const char*, ...) __printf(2, 3);
struct kthread_worker* kthread_create_worker_on_cpu(int, unsigned int, const char*, ...)
    __printf(3, 4);
bool kthread_queue_work(struct kthread_worker*, struct kthread_work*);
bool kthread_queue_delayed_work(struct kthread_worker*, struct kthread_delayed_work*,
                                unsigned long);
bool kthread_mod_delayed_work(struct kthread_worker*, struct kthread_delayed_work*, unsigned long);
void kthread_flush_work(struct kthread_work*);
void kthread_flush_worker(struct kthread_worker*);
bool kthread_cancel_work_sync(struct kthread_work*);
bool kthread_cancel_delayed_work_sync(struct kthread_delayed_work*);
void kthread_destroy_worker(struct kthread_worker*);
void kthread_use_mm(struct mm_struct*);
void kthread_unuse_mm(struct mm_struct*);
void kthread_associate_blkcg(struct cgroup_subsys_state*);

#define kthread_create(threadfn, data, namefmt, arg...) \
  kthread_create_on_node(threadfn, data, NUMA_NO_NODE, namefmt, ##arg)
#define kthread_run(threadfn, data, namefmt, ...)                                     \
  ({                                                                                  \
    struct task_struct* __k = kthread_create(threadfn, data, namefmt, ##__VA_ARGS__); \
    if (!IS_ERR(__k)) wake_up_process(__k);                                           \
    __k;                                                                              \
  })
#define kthread_init_worker(worker) __kthread_init_worker((worker), "(" #worker ")->lock", NULL)
#define kthread_init_work(work, fn)     \
  do {                                  \
    memset((work), 0, sizeof(*(work))); \
    INIT_LIST_HEAD(&(work)->node);      \
    (work)->func = (fn);                \
  } while (0)

struct cpumask;

void get_kthread_comm(char* buf, size_t buf_size, struct task_struct* tsk);
bool set_kthread_struct(struct task_struct* p);
void kthread_set_per_cpu(struct task_struct* k, int cpu);
bool kthread_is_per_cpu(struct task_struct* k);
void free_kthread_struct(struct task_struct* k);
void kthread_bind_mask(struct task_struct* k, const struct cpumask* mask);
void* kthread_probe_data(struct task_struct* k);
void kthread_exit(long result);
int kthreadd(void* unused);
extern struct task_struct* kthreadd_task;
int tsk_fork_get_node(struct task_struct* tsk);
enum { KTW_FREEZABLE = 1 };
struct cgroup_subsys_state* kthread_blkcg(void);

#define KTHREAD_WORK_INIT(work, fn) \
  { .node = LIST_HEAD_INIT((work).node), .func = (fn) }
#define DEFINE_KTHREAD_WORK(work, fn) struct kthread_work work = KTHREAD_WORK_INIT(work, fn)
#define kthread_init_delayed_work(dwork, fn)                                    \
  do {                                                                          \
    kthread_init_work(&(dwork)->work, (fn));                                    \
    timer_setup(&(dwork)->timer, kthread_delayed_work_timer_fn, TIMER_IRQSAFE); \
  } while (0)

static inline struct task_struct* kthread_run_on_cpu(int (*threadfn)(void* data), void* data,
                                                     unsigned int cpu, const char* namefmt) {
  struct task_struct* thread = kthread_create_on_cpu(threadfn, data, cpu, namefmt);
  if (!IS_ERR(thread)) wake_up_process(thread);
  return thread;
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 9, 0)
#define init_kthread_worker(worker) kthread_init_worker(worker)
#define init_kthread_work(work, fn) kthread_init_work(work, fn)
#define queue_kthread_work(worker, work) kthread_queue_work(worker, work)
#define flush_kthread_work(work) kthread_flush_work(work)
#define flush_kthread_worker(worker) kthread_flush_worker(worker)
#endif

#define KTHREAD_DELAYED_WORK_INIT(dwork, fn)                                    \
  {                                                                             \
    .work = KTHREAD_WORK_INIT((dwork).work, (fn)),                              \
    .timer = __TIMER_INITIALIZER(kthread_delayed_work_timer_fn, TIMER_IRQSAFE), \
  }
#define DEFINE_KTHREAD_DELAYED_WORK(dwork, fn) \
  struct kthread_delayed_work dwork = KTHREAD_DELAYED_WORK_INIT(dwork, fn)

#endif
