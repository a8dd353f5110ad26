// One task that waits for another without a queue.
#ifndef _LINUX_RCUWAIT_H
#define _LINUX_RCUWAIT_H

#include <linux/percpu-rwsem.h>
#include <linux/rcupdate.h>
#include <linux/sched/signal.h>

#define __RCUWAIT_INITIALIZER(name) \
  { .task = NULL }
static inline void rcuwait_init(struct rcuwait* w) { w->task = NULL; }
static inline int rcuwait_active(struct rcuwait* w) { return !!rcu_access_pointer(w->task); }
int rcuwait_wake_up(struct rcuwait* w);
void finish_rcuwait(struct rcuwait* w);
static inline void prepare_to_rcuwait(struct rcuwait* w) { rcu_assign_pointer(w->task, current); }
#define rcuwait_wait_event(w, condition, state)   \
  ({                                              \
    int __rcuwait_ret = 0;                        \
    prepare_to_rcuwait(w);                        \
    for (;;) {                                    \
      set_current_state(state);                   \
      if (condition) break;                       \
      if (signal_pending_state(state, current)) { \
        __rcuwait_ret = -EINTR;                   \
        break;                                    \
      }                                           \
      schedule();                                 \
    }                                             \
    finish_rcuwait(w);                            \
    __rcuwait_ret;                                \
  })

#endif
