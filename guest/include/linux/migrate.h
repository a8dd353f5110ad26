// Moving pages.
#ifndef _LINUX_MIGRATE_H
#define _LINUX_MIGRATE_H

#include <linux/mempolicy.h>
#include <linux/mm.h>

enum migrate_mode {
  MIGRATE_ASYNC = 0,
  MIGRATE_SYNC_LIGHT = 1,
  MIGRATE_SYNC = 2,
  MIGRATE_SYNC_NO_COPY = 3
};
enum migrate_reason {
  MR_COMPACTION = 0,
  MR_MEMORY_FAILURE = 1,
  MR_MEMORY_HOTPLUG = 2,
  MR_SYSCALL = 3,
  MR_MEMPOLICY_MBIND = 4,
  MR_NUMA_MISPLACED = 5,
  MR_CONTIG_RANGE = 6,
  MR_LONGTERM_PIN = 7,
  MR_DEMOTION = 8,
  MR_TYPES = 9
};

#endif
