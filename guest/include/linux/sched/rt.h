#ifndef _LINUX_SCHED_RT_H
#define _LINUX_SCHED_RT_H

#include <linux/sched.h>

struct task_struct;

#define RR_TIMESLICE (100 * HZ / 1000)
void rt_mutex_setprio(struct task_struct* p, struct task_struct* pi_task);
void rt_mutex_adjust_pi(struct task_struct* p);
void normalize_rt_tasks(void);

#endif
