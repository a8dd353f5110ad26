// References to tasks.
#ifndef _LINUX_SCHED_TASK_H
#define _LINUX_SCHED_TASK_H

#include <linux/sched.h>
#include <linux/uaccess.h>

void __put_task_struct(struct task_struct* t);
static inline void put_task_struct(struct task_struct* t) {
  if (refcount_dec_and_test(&t->usage)) __put_task_struct(t);
}

#endif
