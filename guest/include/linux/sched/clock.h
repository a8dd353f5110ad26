#ifndef _LINUX_SCHED_CLOCK_H
#define _LINUX_SCHED_CLOCK_H

#include <linux/sched.h>

unsigned long long sched_clock(void);
u64 running_clock(void);
u64 sched_clock_cpu(int cpu);
void sched_clock_init(void);
int sched_clock_stable(void);
void clear_sched_clock_stable(void);
extern u64 __sched_clock_offset;
void sched_clock_tick(void);
void sched_clock_tick_stable(void);
void sched_clock_idle_sleep_event(void);
void sched_clock_idle_wakeup_event(void);

// Inline in Linux.

static inline u64 cpu_clock(int cpu) { return sched_clock_cpu(cpu); }
static inline u64 local_clock(void) { return sched_clock_cpu(0); }

static inline void enable_sched_clock_irqtime(void) {}
static inline void disable_sched_clock_irqtime(void) {}

#endif
