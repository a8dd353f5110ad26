// current: the running task.
#ifndef _ASM_CURRENT_H
#define _ASM_CURRENT_H

#include <asm/percpu.h>

struct task_struct;
static __always_inline struct task_struct* get_current(void) {
  struct task_struct* task;
  __asm__("movl %%fs:%1,%0" : "=r"(task) : "m"(current_task));
  return task;
}
#define current get_current()

#endif
