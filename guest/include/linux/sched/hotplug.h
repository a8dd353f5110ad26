#ifndef _LINUX_SCHED_HOTPLUG_H
#define _LINUX_SCHED_HOTPLUG_H

#include <linux/sched.h>

int sched_cpu_starting(unsigned int cpu);
int sched_cpu_activate(unsigned int cpu);
int sched_cpu_deactivate(unsigned int cpu);
int sched_cpu_wait_empty(unsigned int cpu);
int sched_cpu_dying(unsigned int cpu);
void idle_task_exit(void);

#endif
