#ifndef _LINUX_SCHED_TASK_STACK_H
#define _LINUX_SCHED_TASK_STACK_H

#include <linux/sched.h>

struct task_struct;

void put_task_stack(struct task_struct* tsk);
void exit_task_stack_account(struct task_struct* tsk);
void thread_stack_cache_init(void);
void set_task_stack_end_magic(struct task_struct* tsk);

#endif
