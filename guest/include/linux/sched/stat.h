#ifndef _LINUX_SCHED_STAT_H
#define _LINUX_SCHED_STAT_H

#include <linux/sched.h>

extern unsigned long total_forks;
extern int nr_threads;
extern typeof(unsigned long) process_counts;
int nr_processes(void);
unsigned int nr_running(void);
bool single_task_running(void);
unsigned int nr_iowait(void);
unsigned int nr_iowait_cpu(int cpu);
void force_schedstat_enabled(void);

static inline int sched_info_on(void) { return 1; }

#endif
