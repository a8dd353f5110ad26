// Freezing of tasks for suspend, which does not happen here.
#ifndef _LINUX_FREEZER_H
#define _LINUX_FREEZER_H

#include <linux/sched.h>
#include <linux/wait.h>

#define freezing(task) (0)
#define frozen(task) (0)
#define try_to_freeze() (0)
#define set_freezable() (0)
#define freezable_schedule_timeout(timeout) schedule_timeout(timeout)

#endif
