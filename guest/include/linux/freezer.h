// Freezing of tasks for suspend, which does not happen here.
#ifndef _LINUX_FREEZER_H
#define _LINUX_FREEZER_H

#include <linux/sched.h>
#include <linux/wait.h>

#define freezing(task) (0)
#define frozen(task) (0)
#define try_to_freeze() (0)
bool set_freezable(void);
#define freezable_schedule_timeout(timeout) schedule_timeout(timeout)

struct static_key_false;
struct task_struct;

extern struct static_key_false freezer_active;
extern bool pm_freezing;
extern bool pm_nosig_freezing;
extern unsigned int freeze_timeout_msecs;
bool freezing_slow_path(struct task_struct* p);
void __thaw_task(struct task_struct* t);
bool __refrigerator(bool check_kthr_stop);
int freeze_processes(void);
int freeze_kernel_threads(void);
void thaw_processes(void);
void thaw_kernel_threads(void);
bool freeze_task(struct task_struct* p);
bool cgroup_freezing(struct task_struct* task);

#endif
