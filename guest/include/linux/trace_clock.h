// Clocks of the trace.
#ifndef _LINUX_TRACE_CLOCK_H
#define _LINUX_TRACE_CLOCK_H

#include <linux/compiler.h>
#include <linux/types.h>

u64 notrace trace_clock_local(void);
u64 notrace trace_clock(void);
u64 notrace trace_clock_jiffies(void);
u64 notrace trace_clock_global(void);
u64 notrace trace_clock_counter(void);

#endif
