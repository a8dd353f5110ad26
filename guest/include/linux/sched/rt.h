#ifndef _LINUX_SCHED_RT_H
#define _LINUX_SCHED_RT_H

#include <linux/sched.h>

struct task_struct;

#define RR_TIMESLICE (100 * HZ / 1000)
void rt_mutex_setprio(struct task_struct* p, struct task_struct* pi_task);
void rt_mutex_adjust_pi(struct task_struct* p);
void normalize_rt_tasks(void);

// Inline in Linux.
int rt_prio(int prio);
int rt_task(struct task_struct* p);
bool task_is_realtime(struct task_struct* tsk);
struct task_struct* rt_mutex_get_top_task(struct task_struct* p);

#endif
