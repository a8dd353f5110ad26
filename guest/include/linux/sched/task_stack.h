#ifndef _LINUX_SCHED_TASK_STACK_H
#define _LINUX_SCHED_TASK_STACK_H

#include <linux/sched.h>

struct task_struct;

void put_task_stack(struct task_struct* tsk);
void exit_task_stack_account(struct task_struct* tsk);
void thread_stack_cache_init(void);
void set_task_stack_end_magic(struct task_struct* tsk);

// Inline in Linux.
unsigned long* end_of_stack(const struct task_struct* task);
void* try_get_task_stack(struct task_struct* tsk);
int object_is_on_stack(const void* obj);
int kstack_end(void* addr);

#endif
