// Bounds of the numbers of CPUs and tasks.
#ifndef _LINUX_THREADS_H
#define _LINUX_THREADS_H

#include <linux/types.h>

#define MIN_THREADS_LEFT_FOR_ROOT 4
#define PID_MAX_DEFAULT (CONFIG_BASE_SMALL ? 0x1000 : 0x8000)
#define PIDS_PER_CPU_DEFAULT 1024
#define PIDS_PER_CPU_MIN 8

#endif
