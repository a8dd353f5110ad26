// Simple wait queues: one kind of waiter, bounded work under the lock.
#ifndef _LINUX_SWAIT_H
#define _LINUX_SWAIT_H

#include <asm/barrier.h>
#include <asm/current.h>
#include <linux/list.h>
#include <linux/spinlock.h>
#include <linux/spinlock_types.h>
#include <linux/types.h>

struct swait_queue;
struct swait_queue_head;
struct task_struct;

struct swait_queue_head {
  raw_spinlock_t lock;
  struct list_head task_list;
};
_Static_assert(sizeof(struct swait_queue_head) == 12, "struct swait_queue_head of 6.1 i386");
struct swait_queue {
  struct task_struct* task;
  struct list_head task_list;
};
_Static_assert(sizeof(struct swait_queue) == 12, "struct swait_queue of 6.1 i386");

void swake_up_one(struct swait_queue_head*);
void swake_up_all(struct swait_queue_head*);
void swake_up_locked(struct swait_queue_head*);
void prepare_to_swait_exclusive(struct swait_queue_head*, struct swait_queue*, int);
long prepare_to_swait_event(struct swait_queue_head*, struct swait_queue*, int);
void finish_swait(struct swait_queue_head*, struct swait_queue*);

#define __SWAITQUEUE_INITIALIZER(name) \
  { .task = current, .task_list = LIST_HEAD_INIT((name).task_list) }
#define DECLARE_SWAITQUEUE(name) struct swait_queue name = __SWAITQUEUE_INITIALIZER(name)
#define __SWAIT_QUEUE_HEAD_INITIALIZER(name) \
  { .lock = __RAW_SPIN_LOCK_UNLOCKED(name.lock), .task_list = LIST_HEAD_INIT((name).task_list) }
#define DECLARE_SWAIT_QUEUE_HEAD(name) \
  struct swait_queue_head name = __SWAIT_QUEUE_HEAD_INITIALIZER(name)
#define DECLARE_SWAIT_QUEUE_HEAD_ONSTACK(name) DECLARE_SWAIT_QUEUE_HEAD(name)
struct lock_class_key;
void __init_swait_queue_head(struct swait_queue_head* q, const char* name,
                             struct lock_class_key* key);
#define init_swait_queue_head(q) __init_swait_queue_head((q), #q, NULL)
static inline int swait_active(struct swait_queue_head* wq) { return !list_empty(&wq->task_list); }
static inline bool swq_has_sleeper(struct swait_queue_head* wq) {
  smp_mb();
  return swait_active(wq);
}

void __finish_swait(struct swait_queue_head* q, struct swait_queue* wait);

#define ___swait_event(wq, condition, state, ret, cmd)                             \
  ({                                                                               \
    __label__ __mm32_signalled;                                                    \
    struct swait_queue __swait = {.task_list = LIST_HEAD_INIT(__swait.task_list)}; \
    long __ret = ret;                                                              \
    for (;;) {                                                                     \
      long __signal = prepare_to_swait_event(&wq, &__swait, state);                \
      if (condition) break;                                                        \
      if (___wait_is_interruptible(state) && __signal) {                           \
        __ret = __signal;                                                          \
        goto __mm32_signalled;                                                     \
      }                                                                            \
      cmd;                                                                         \
    }                                                                              \
    finish_swait(&wq, &__swait);                                                   \
  __mm32_signalled:                                                                \
    __ret;                                                                         \
  })
#define __mm32_swait(wq, condition, state)                                               \
  ({                                                                                     \
    int __swait_ret = 0;                                                                 \
    if (!(condition)) __swait_ret = ___swait_event(wq, condition, state, 0, schedule()); \
    __swait_ret;                                                                         \
  })
#define __mm32_swait_timeout(wq, condition, timeout, state)                       \
  ({                                                                              \
    long __ret = timeout;                                                         \
    if (!___wait_cond_timeout(condition))                                         \
      __ret = ___swait_event(wq, ___wait_cond_timeout(condition), state, timeout, \
                             __ret = schedule_timeout(__ret));                    \
    __ret;                                                                        \
  })
#define swait_event_exclusive(wq, condition) \
  ((void)__mm32_swait(wq, condition, TASK_UNINTERRUPTIBLE))
#define swait_event_interruptible_exclusive(wq, condition) \
  __mm32_swait(wq, condition, TASK_INTERRUPTIBLE)
#define swait_event_idle_exclusive(wq, condition) ((void)__mm32_swait(wq, condition, TASK_IDLE))
#define swait_event_timeout_exclusive(wq, condition, timeout) \
  __mm32_swait_timeout(wq, condition, timeout, TASK_UNINTERRUPTIBLE)
#define swait_event_interruptible_timeout_exclusive(wq, condition, timeout) \
  __mm32_swait_timeout(wq, condition, timeout, TASK_INTERRUPTIBLE)
#define swait_event_idle_timeout_exclusive(wq, condition, timeout) \
  __mm32_swait_timeout(wq, condition, timeout, TASK_IDLE)

#endif
