#include <linux/sched.h>

// Inline in Linux.
struct task_struct;
void add_rchar(struct task_struct* tsk, ssize_t amt);
void add_wchar(struct task_struct* tsk, ssize_t amt);
void inc_syscr(struct task_struct* tsk);
void inc_syscw(struct task_struct* tsk);
