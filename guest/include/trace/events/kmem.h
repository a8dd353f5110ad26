// Trace events of the memory management.
#ifndef _TRACE_EVENTS_KMEM_H
#define _TRACE_EVENTS_KMEM_H

#include <linux/tracepoint.h>
#include <linux/types.h>

#endif
