// Work that a task does on its way out of the kernel.
#ifndef _LINUX_TASK_WORK_H
#define _LINUX_TASK_WORK_H

#include <linux/list.h>
#include <linux/sched.h>

struct callback_head;
struct task_struct;

typedef void (*task_work_func_t)(struct callback_head*);
enum task_work_notify_mode { TWA_NONE, TWA_RESUME, TWA_SIGNAL, TWA_SIGNAL_NO_IPI };
int task_work_add(struct task_struct* task, struct callback_head* twork,
                  enum task_work_notify_mode mode);
struct callback_head* task_work_cancel_match(struct task_struct* task,
                                             bool (*match)(struct callback_head*, void*),
                                             void* data);
struct callback_head* task_work_cancel_func(struct task_struct*, task_work_func_t);
bool task_work_cancel(struct task_struct* task, struct callback_head* cb);
void task_work_run(void);

// Inline in Linux.
void exit_task_work(struct task_struct* task);

static inline void init_task_work(struct callback_head* twork, task_work_func_t func) {
  twork->func = func;
}
static inline bool task_work_pending(struct task_struct* task) {
  return READ_ONCE(task->task_works);
}

#endif
