// Trace events of the scheduler.
#ifndef _TRACE_EVENTS_SCHED_H
#define _TRACE_EVENTS_SCHED_H

#include <linux/sched.h>
#include <linux/tracepoint.h>

#endif
