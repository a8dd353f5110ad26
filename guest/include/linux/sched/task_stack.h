#ifndef _LINUX_SCHED_TASK_STACK_H
#define _LINUX_SCHED_TASK_STACK_H

#include <linux/sched.h>

struct task_struct;

void put_task_stack(struct task_struct* tsk);
void exit_task_stack_account(struct task_struct* tsk);
void thread_stack_cache_init(void);
void set_task_stack_end_magic(struct task_struct* tsk);

static inline unsigned long* end_of_stack(const struct task_struct* task) { return task->stack; }
static inline void* try_get_task_stack(struct task_struct* tsk) { return tsk->stack; }
static inline int object_is_on_stack(const void* obj) {
  return obj >= current->stack && obj < current->stack + THREAD_SIZE;
}
static inline int kstack_end(void* addr) {
  return !(((unsigned long)addr + sizeof(void*) - 1) & (THREAD_SIZE - sizeof(void*)));
}

#endif
