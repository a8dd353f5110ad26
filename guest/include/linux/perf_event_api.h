// The calls of <linux/perf_event.h>.
#ifndef _LINUX_PERF_EVENT_API_H
#define _LINUX_PERF_EVENT_API_H

#include <linux/perf_event.h>

#endif
