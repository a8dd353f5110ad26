// Counters of an address space and of a task.
#ifndef _LINUX_MM_TYPES_TASK_H
#define _LINUX_MM_TYPES_TASK_H

#include <asm/page.h>
#include <linux/atomic.h>
#include <linux/types.h>

struct mm_rss_stat {
  atomic_long_t count[4];
};
_Static_assert(sizeof(struct mm_rss_stat) == 16, "struct mm_rss_stat of 6.1 i386");

enum { MM_FILEPAGES, MM_ANONPAGES, MM_SWAPENTS, MM_SHMEMPAGES, NR_MM_COUNTERS };

#endif
