// Wait queues: a list of waiters with a function that wakes each.
//
// A wait_event first tests its condition; only when it does not hold is the caller put on the
// queue.
#ifndef _LINUX_WAIT_H
#define _LINUX_WAIT_H

#include <linux/errno.h>
#include <linux/list.h>
#include <linux/sched.h>
#include <linux/spinlock.h>
#include <linux/stddef.h>
#include <linux/types.h>
#include <linux/wait_types_mm32.h>

struct wait_queue_entry;
typedef struct wait_queue_entry wait_queue_entry_t;
typedef wait_queue_entry_t wait_queue_t;
typedef int (*wait_queue_func_t)(struct wait_queue_entry* wq_entry, unsigned mode, int flags,
                                 void* key);
int default_wake_function(struct wait_queue_entry* wq_entry, unsigned mode, int flags, void* key);
#define WQ_FLAG_EXCLUSIVE 0x01
#define WQ_FLAG_WOKEN 0x02
#define WQ_FLAG_BOOKMARK 0x04
#define WQ_FLAG_CUSTOM 0x08
#define WQ_FLAG_DONE 0x10
#define WQ_FLAG_PRIORITY 0x20

struct wait_queue_entry;
struct wait_queue_head;

typedef int (*wait_queue_func_t)(struct wait_queue_entry*, unsigned int, int, void*);
struct wait_queue_entry {
  unsigned int flags;
  void* private;
  wait_queue_func_t func;
  union {
    struct list_head entry;
    struct list_head task_list;  // until 4.13
  };
};
_Static_assert(sizeof(struct wait_queue_entry) == 20, "struct wait_queue_entry of 6.1 i386");
typedef struct wait_queue_entry wait_queue_entry_t;

void add_wait_queue(struct wait_queue_head*, struct wait_queue_entry*);
void add_wait_queue_exclusive(struct wait_queue_head*, struct wait_queue_entry*);
void add_wait_queue_priority(struct wait_queue_head*, struct wait_queue_entry*);
void remove_wait_queue(struct wait_queue_head*, struct wait_queue_entry*);
int __wake_up(struct wait_queue_head*, unsigned int, int, void*);
void __wake_up_locked_key(struct wait_queue_head*, unsigned int, void*);
void __wake_up_locked_key_bookmark(struct wait_queue_head*, unsigned int, void*,
                                   wait_queue_entry_t*);
void __wake_up_sync_key(struct wait_queue_head*, unsigned int, void*);
void __wake_up_locked_sync_key(struct wait_queue_head*, unsigned int, void*);
void __wake_up_locked(struct wait_queue_head*, unsigned int, int);
void __wake_up_sync(struct wait_queue_head*, unsigned int);
void __wake_up_pollfree(struct wait_queue_head*);
void init_wait_entry(struct wait_queue_entry*, int);
int do_wait_intr(wait_queue_head_t*, wait_queue_entry_t*);
int do_wait_intr_irq(wait_queue_head_t*, wait_queue_entry_t*);
void prepare_to_wait(struct wait_queue_head*, struct wait_queue_entry*, int);
bool prepare_to_wait_exclusive(struct wait_queue_head*, struct wait_queue_entry*, int);
long prepare_to_wait_event(struct wait_queue_head*, struct wait_queue_entry*, int);
void finish_wait(struct wait_queue_head*, struct wait_queue_entry*);
long wait_woken(struct wait_queue_entry*, unsigned int, long);
int woken_wake_function(struct wait_queue_entry*, unsigned int, int, void*);
int autoremove_wake_function(struct wait_queue_entry*, unsigned int, int, void*);

#define __WAITQUEUE_INITIALIZER(name, tsk)                                 \
  {                                                                        \
    .private = tsk, .func = default_wake_function, .entry = { NULL, NULL } \
  }
#define DECLARE_WAITQUEUE(name, tsk) \
  struct wait_queue_entry name = __WAITQUEUE_INITIALIZER(name, tsk)
#define __WAIT_QUEUE_HEAD_INITIALIZER(name) \
  { .lock = __SPIN_LOCK_UNLOCKED(name.lock), .head = LIST_HEAD_INIT(name.head) }
#define DECLARE_WAIT_QUEUE_HEAD(name) \
  struct wait_queue_head name = __WAIT_QUEUE_HEAD_INITIALIZER(name)
#define DECLARE_WAIT_QUEUE_HEAD_ONSTACK(name) DECLARE_WAIT_QUEUE_HEAD(name)
struct lock_class_key;
void __init_waitqueue_head(struct wait_queue_head* wq_head, const char* name,
                           struct lock_class_key* key);
#define init_waitqueue_head(wq_head) __init_waitqueue_head((wq_head), #wq_head, NULL)
static inline void init_waitqueue_entry(struct wait_queue_entry* wq_entry, struct task_struct* p) {
  wq_entry->flags = 0;
  wq_entry->private = p;
  wq_entry->func = default_wake_function;
}
static inline void init_waitqueue_func_entry(struct wait_queue_entry* wq_entry,
                                             wait_queue_func_t func) {
  wq_entry->flags = 0;
  wq_entry->private = NULL;
  wq_entry->func = func;
}
static inline int waitqueue_active(struct wait_queue_head* wq_head) {
  return !list_empty(&wq_head->head);
}
static inline bool wq_has_single_sleeper(struct wait_queue_head* wq_head) {
  return list_is_singular(&wq_head->head);
}
static inline bool wq_has_sleeper(struct wait_queue_head* wq_head) {
  smp_mb();
  return waitqueue_active(wq_head);
}
static inline void __add_wait_queue(struct wait_queue_head* wq_head,
                                    struct wait_queue_entry* wq_entry) {
  list_add(&wq_entry->entry, &wq_head->head);
}
static inline void __add_wait_queue_entry_tail(struct wait_queue_head* wq_head,
                                               struct wait_queue_entry* wq_entry) {
  list_add_tail(&wq_entry->entry, &wq_head->head);
}
static inline void __remove_wait_queue(struct wait_queue_head* wq_head,
                                       struct wait_queue_entry* wq_entry) {
  list_del(&wq_entry->entry);
}

#define wake_up(x) __wake_up(x, TASK_NORMAL, 1, NULL)
#define wake_up_nr(x, nr) __wake_up(x, TASK_NORMAL, nr, NULL)
#define wake_up_all(x) __wake_up(x, TASK_NORMAL, 0, NULL)
#define wake_up_locked(x) __wake_up_locked((x), TASK_NORMAL, 1)
#define wake_up_all_locked(x) __wake_up_locked((x), TASK_NORMAL, 0)
#define wake_up_interruptible(x) __wake_up(x, TASK_INTERRUPTIBLE, 1, NULL)
#define wake_up_interruptible_nr(x, nr) __wake_up(x, TASK_INTERRUPTIBLE, nr, NULL)
#define wake_up_interruptible_all(x) __wake_up(x, TASK_INTERRUPTIBLE, 0, NULL)
#define wake_up_interruptible_sync(x) __wake_up_sync((x), TASK_INTERRUPTIBLE)
#define poll_to_key(m) ((void*)(uintptr_t)(m))
#define key_to_poll(m) ((uintptr_t)(m))
#define wake_up_poll(x, m) __wake_up(x, TASK_NORMAL, 1, poll_to_key(m))
#define wake_up_interruptible_poll(x, m) __wake_up(x, TASK_INTERRUPTIBLE, 1, poll_to_key(m))

#define DEFINE_WAIT_FUNC(name, function) \
  struct wait_queue_entry name = {       \
      .private = current, .func = function, .entry = LIST_HEAD_INIT((name).entry)}
#define DEFINE_WAIT(name) DEFINE_WAIT_FUNC(name, autoremove_wake_function)
#define init_wait(wait)                      \
  do {                                       \
    (wait)->private = current;               \
    (wait)->func = autoremove_wake_function; \
    INIT_LIST_HEAD(&(wait)->entry);          \
    (wait)->flags = 0;                       \
  } while (0)

#define ___wait_is_interruptible(state) (((state) & (TASK_INTERRUPTIBLE | TASK_WAKEKILL)) != 0)
// Waits until `condition`; `cmd` is what sleeps. The value is `initial`, or what a signal gives.
#define ___wait_event(wq_head, condition, state, exclusive, initial, cmd) \
  ({                                                                      \
    __label__ __mm32_out;                                                 \
    struct wait_queue_entry __wq_entry;                                   \
    long __ret = initial;                                                 \
    init_wait_entry(&__wq_entry, exclusive ? WQ_FLAG_EXCLUSIVE : 0);      \
    for (;;) {                                                            \
      long __int = prepare_to_wait_event(&wq_head, &__wq_entry, state);   \
      if (condition) break;                                               \
      if (___wait_is_interruptible(state) && __int) {                     \
        __ret = __int;                                                    \
        goto __mm32_out;                                                  \
      }                                                                   \
      cmd;                                                                \
    }                                                                     \
    finish_wait(&wq_head, &__wq_entry);                                   \
  __mm32_out:                                                             \
    __ret;                                                                \
  })
#define ___wait_cond_timeout(condition) \
  ({                                    \
    bool __cond = (condition);          \
    if (__cond && !__ret) __ret = 1;    \
    __cond || !__ret;                   \
  })
#define wait_event(wq_head, condition)                                               \
  do {                                                                               \
    might_sleep();                                                                   \
    if (condition) break;                                                            \
    (void)___wait_event(wq_head, condition, TASK_UNINTERRUPTIBLE, 0, 0, schedule()); \
  } while (0)
#define io_wait_event(wq_head, condition) wait_event(wq_head, condition)
#define wait_event_cmd(wq_head, condition, cmd1, cmd2)                                           \
  do {                                                                                           \
    if (condition) break;                                                                        \
    (void)___wait_event(wq_head, condition, TASK_UNINTERRUPTIBLE, 0, 0, cmd1; schedule(); cmd2); \
  } while (0)
#define __mm32_wait_interruptible(wq_head, condition, state, exclusive)                \
  ({                                                                                   \
    int __wait_ret = 0;                                                                \
    might_sleep();                                                                     \
    if (!(condition))                                                                  \
      __wait_ret = ___wait_event(wq_head, condition, state, exclusive, 0, schedule()); \
    __wait_ret;                                                                        \
  })
#define wait_event_interruptible(wq_head, condition) \
  __mm32_wait_interruptible(wq_head, condition, TASK_INTERRUPTIBLE, 0)
#define wait_event_killable(wq_head, condition) \
  __mm32_wait_interruptible(wq_head, condition, TASK_KILLABLE, 0)
#define wait_event_interruptible_exclusive(wq_head, condition) \
  __mm32_wait_interruptible(wq_head, condition, TASK_INTERRUPTIBLE, 1)
#define wait_event_freezable(wq_head, condition) wait_event_interruptible(wq_head, condition)
#define __mm32_wait_timeout(wq_head, condition, timeout, state)                          \
  ({                                                                                     \
    long __ret = timeout;                                                                \
    might_sleep();                                                                       \
    if (!___wait_cond_timeout(condition))                                                \
      __ret = ___wait_event(wq_head, ___wait_cond_timeout(condition), state, 0, timeout, \
                            __ret = schedule_timeout(__ret));                            \
    __ret;                                                                               \
  })
#define wait_event_timeout(wq_head, condition, timeout) \
  __mm32_wait_timeout(wq_head, condition, timeout, TASK_UNINTERRUPTIBLE)
#define wait_event_interruptible_timeout(wq_head, condition, timeout) \
  __mm32_wait_timeout(wq_head, condition, timeout, TASK_INTERRUPTIBLE)
#define wait_event_killable_timeout(wq_head, condition, timeout) \
  __mm32_wait_timeout(wq_head, condition, timeout, TASK_KILLABLE)
#define wait_event_lock_irq(wq_head, condition, lock)                                           \
  do {                                                                                          \
    if (condition) break;                                                                       \
    (void)___wait_event(wq_head, condition, TASK_UNINTERRUPTIBLE, 0, 0, spin_unlock_irq(&lock); \
                        schedule(); spin_lock_irq(&lock));                                      \
  } while (0)
#define wait_event_interruptible_lock_irq(wq_head, condition, lock)                           \
  ({                                                                                          \
    int __wait_ret = 0;                                                                       \
    if (!(condition))                                                                         \
      __wait_ret =                                                                            \
          ___wait_event(wq_head, condition, TASK_INTERRUPTIBLE, 0, 0, spin_unlock_irq(&lock); \
                        schedule(); spin_lock_irq(&lock));                                    \
    __wait_ret;                                                                               \
  })

struct task_struct;

#define WNOHANG 0x00000001
#define WUNTRACED 0x00000002
#define WSTOPPED WUNTRACED
#define WEXITED 0x00000004
#define WCONTINUED 0x00000008
#define WNOWAIT 0x01000000
#define __WNOTHREAD 0x20000000
#define __WALL 0x40000000
#define __WCLONE 0x80000000
#define P_ALL 0
#define P_PID 1
#define P_PGID 2
#define P_PIDFD 3
typedef int (*task_call_f)(struct task_struct*, void*);
int task_call_func(struct task_struct* p, task_call_f func, void* arg);

#define wake_up_sync(x) __wake_up_sync(x, TASK_NORMAL)
#define wake_up_locked_poll(x, m) __wake_up_locked_key((x), TASK_NORMAL, poll_to_key(m))
#define wake_up_interruptible_sync_poll(x, m) \
  __wake_up_sync_key((x), TASK_INTERRUPTIBLE, poll_to_key(m))
#define wait_event_idle(wq_head, condition)                               \
  do {                                                                    \
    might_sleep();                                                        \
    if (condition) break;                                                 \
    (void)___wait_event(wq_head, condition, TASK_IDLE, 0, 0, schedule()); \
  } while (0)
#define wait_event_idle_exclusive(wq_head, condition)                     \
  do {                                                                    \
    might_sleep();                                                        \
    if (condition) break;                                                 \
    (void)___wait_event(wq_head, condition, TASK_IDLE, 1, 0, schedule()); \
  } while (0)
#define wait_event_idle_timeout(wq_head, condition, timeout) \
  __mm32_wait_timeout(wq_head, condition, timeout, TASK_IDLE)
#define wait_event_freezable_timeout(wq_head, condition, timeout) \
  wait_event_interruptible_timeout(wq_head, condition, timeout)
#define wait_event_killable_exclusive(wq_head, condition) \
  __mm32_wait_interruptible(wq_head, condition, TASK_KILLABLE, 1)
#define wait_event_freezable_exclusive(wq_head, condition) \
  wait_event_interruptible_exclusive(wq_head, condition)
#define wait_event_state(wq_head, condition, state) \
  __mm32_wait_interruptible(wq_head, condition, state, 0)
#define wait_event_exclusive_cmd(wq_head, condition, cmd1, cmd2)                                 \
  do {                                                                                           \
    if (condition) break;                                                                        \
    (void)___wait_event(wq_head, condition, TASK_UNINTERRUPTIBLE, 1, 0, cmd1; schedule(); cmd2); \
  } while (0)
#define wait_event_lock_irq_cmd(wq_head, condition, lock, cmd)                                  \
  do {                                                                                          \
    if (condition) break;                                                                       \
    (void)___wait_event(wq_head, condition, TASK_UNINTERRUPTIBLE, 0, 0, spin_unlock_irq(&lock); \
                        cmd; schedule(); spin_lock_irq(&lock));                                 \
  } while (0)
#define __mm32_wait_lock_timeout(wq_head, condition, lock, timeout, state)               \
  ({                                                                                     \
    long __ret = timeout;                                                                \
    if (!___wait_cond_timeout(condition))                                                \
      __ret = ___wait_event(wq_head, ___wait_cond_timeout(condition), state, 0, timeout, \
                            spin_unlock_irq(&lock);                                      \
                            __ret = schedule_timeout(__ret); spin_lock_irq(&lock));      \
    __ret;                                                                               \
  })
#define wait_event_interruptible_lock_irq_timeout(wq_head, condition, lock, timeout) \
  __mm32_wait_lock_timeout(wq_head, condition, lock, timeout, TASK_INTERRUPTIBLE)
#define wait_event_lock_irq_timeout(wq_head, condition, lock, timeout) \
  __mm32_wait_lock_timeout(wq_head, condition, lock, timeout, TASK_UNINTERRUPTIBLE)
static inline void __add_wait_queue_exclusive(struct wait_queue_head* wq_head,
                                              struct wait_queue_entry* wq_entry) {
  wq_entry->flags |= WQ_FLAG_EXCLUSIVE;
  __add_wait_queue(wq_head, wq_entry);
}
static inline void __add_wait_queue_entry_tail_exclusive(struct wait_queue_head* wq_head,
                                                         struct wait_queue_entry* wq_entry) {
  wq_entry->flags |= WQ_FLAG_EXCLUSIVE;
  __add_wait_queue_entry_tail(wq_head, wq_entry);
}

static inline void wake_up_pollfree(struct wait_queue_head* wq_head) {
  if (waitqueue_active(wq_head)) __wake_up_pollfree(wq_head);
}
#define wake_up_interruptible_sync_poll_locked(x, m) \
  __wake_up_locked_sync_key((x), TASK_INTERRUPTIBLE, poll_to_key(m))
#define wait_event_idle_exclusive_timeout(wq_head, condition, timeout)                       \
  ({                                                                                         \
    long __ret = timeout;                                                                    \
    might_sleep();                                                                           \
    if (!___wait_cond_timeout(condition))                                                    \
      __ret = ___wait_event(wq_head, ___wait_cond_timeout(condition), TASK_IDLE, 1, timeout, \
                            __ret = schedule_timeout(__ret));                                \
    __ret;                                                                                   \
  })
#define wait_event_interruptible_lock_irq_cmd(wq_head, condition, lock, cmd)                       \
  ({                                                                                               \
    int __wait_ret = 0;                                                                            \
    if (!(condition))                                                                              \
      __wait_ret =                                                                                 \
          ___wait_event(wq_head, condition, TASK_INTERRUPTIBLE, 0, 0, spin_unlock_irq(&lock); cmd; \
                        schedule(); spin_lock_irq(&lock));                                         \
    __wait_ret;                                                                                    \
  })
// The caller holds the lock of the queue itself; `sleep` drops it, sleeps and takes it again.
#define __mm32_wait_locked(wq, condition, exclusive, sleep)  \
  ({                                                         \
    int __locked_ret = 0;                                    \
    DEFINE_WAIT(__locked_wait);                              \
    if (exclusive) __locked_wait.flags |= WQ_FLAG_EXCLUSIVE; \
    while (!(condition)) {                                   \
      __locked_ret = sleep(&(wq), &__locked_wait);           \
      if (__locked_ret) break;                               \
    }                                                        \
    __remove_wait_queue(&(wq), &__locked_wait);              \
    __set_current_state(TASK_RUNNING);                       \
    __locked_ret;                                            \
  })
#define wait_event_interruptible_locked(wq, condition) \
  ((condition) ? 0 : __mm32_wait_locked(wq, condition, 0, do_wait_intr))
#define wait_event_interruptible_locked_irq(wq, condition) \
  ((condition) ? 0 : __mm32_wait_locked(wq, condition, 0, do_wait_intr_irq))
#define wait_event_interruptible_exclusive_locked(wq, condition) \
  ((condition) ? 0 : __mm32_wait_locked(wq, condition, 1, do_wait_intr))
#define wait_event_interruptible_exclusive_locked_irq(wq, condition) \
  ((condition) ? 0 : __mm32_wait_locked(wq, condition, 1, do_wait_intr_irq))
// -ETIME when `timeout` nanoseconds pass first. For the caller that includes <linux/hrtimer.h>.
#define __wait_event_hrtimeout(wq_head, condition, timeout, state)                      \
  ({                                                                                    \
    int __hr_ret;                                                                       \
    struct hrtimer_sleeper __sleeper;                                                   \
    hrtimer_init_sleeper_on_stack(&__sleeper, CLOCK_MONOTONIC, HRTIMER_MODE_REL);       \
    if ((timeout) != KTIME_MAX) {                                                       \
      hrtimer_set_expires_range_ns(&__sleeper.timer, timeout, current->timer_slack_ns); \
      hrtimer_sleeper_start_expires(&__sleeper, HRTIMER_MODE_REL);                      \
    }                                                                                   \
    __hr_ret = ___wait_event(                                                           \
        wq_head, condition, state, 0, 0, if (!__sleeper.task) {                         \
          __ret = -ETIME;                                                               \
          break;                                                                        \
        } schedule());                                                                  \
    hrtimer_cancel(&__sleeper.timer);                                                   \
    destroy_hrtimer_on_stack(&__sleeper.timer);                                         \
    __hr_ret;                                                                           \
  })
#define wait_event_hrtimeout(wq_head, condition, timeout) \
  ((condition) ? 0 : __wait_event_hrtimeout(wq_head, condition, timeout, TASK_UNINTERRUPTIBLE))
#define wait_event_interruptible_hrtimeout(wq_head, condition, timeout) \
  ((condition) ? 0 : __wait_event_hrtimeout(wq_head, condition, timeout, TASK_INTERRUPTIBLE))

#include <linux/old_sched_mm32.h>

#endif
