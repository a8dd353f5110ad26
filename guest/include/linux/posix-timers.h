// Timers of processes.
#ifndef _LINUX_POSIX_TIMERS_H
#define _LINUX_POSIX_TIMERS_H

#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/spinlock.h>

#endif
