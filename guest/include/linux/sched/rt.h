#ifndef _LINUX_SCHED_RT_H
#define _LINUX_SCHED_RT_H

#include <linux/sched.h>
#include <linux/sched/prio.h>

struct task_struct;

#define RR_TIMESLICE (100 * HZ / 1000)
void rt_mutex_setprio(struct task_struct* p, struct task_struct* pi_task);
void rt_mutex_adjust_pi(struct task_struct* p);
void normalize_rt_tasks(void);

static inline int rt_prio(int prio) { return unlikely(prio < MAX_RT_PRIO); }
static inline int rt_task(struct task_struct* p) { return rt_prio(p->prio); }
static inline bool task_is_realtime(struct task_struct* tsk) {
  int policy = tsk->policy;
  return policy == SCHED_FIFO || policy == SCHED_RR || policy == SCHED_DEADLINE;
}
static inline struct task_struct* rt_mutex_get_top_task(struct task_struct* p) {
  return p->pi_top_task;
}

#endif
