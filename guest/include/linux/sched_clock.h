// Registration of a clock for the scheduler.
#ifndef _LINUX_SCHED_CLOCK_H
#define _LINUX_SCHED_CLOCK_H

#include <linux/types.h>

// Inline in Linux.
void generic_sched_clock_init(void);
void sched_clock_register(u64 (*read)(void), int bits, unsigned long rate);

// Inline in Linux.
void generic_sched_clock_init(void);
void sched_clock_register(u64 (*read)(void), int bits, unsigned long rate);

#endif
