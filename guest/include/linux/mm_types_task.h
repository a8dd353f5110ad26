// Counters of an address space and of a task.
#ifndef _LINUX_MM_TYPES_TASK_H
#define _LINUX_MM_TYPES_TASK_H

#include <asm/page.h>
#include <asm/tlbbatch.h>
#include <linux/atomic.h>
#include <linux/types.h>

struct mm_rss_stat {
  atomic_long_t count[4];
};
_Static_assert(sizeof(struct mm_rss_stat) == 16, "struct mm_rss_stat of 6.1 i386");

enum { MM_FILEPAGES, MM_ANONPAGES, MM_SWAPENTS, MM_SHMEMPAGES, NR_MM_COUNTERS };

struct arch_tlbflush_unmap_batch;
struct task_rss_stat;
struct tlbflush_unmap_batch;

#define USE_SPLIT_PTE_PTLOCKS (NR_CPUS >= CONFIG_SPLIT_PTLOCK_CPUS)
#define USE_SPLIT_PMD_PTLOCKS \
  (USE_SPLIT_PTE_PTLOCKS && IS_ENABLED(CONFIG_ARCH_ENABLE_SPLIT_PMD_PTLOCK))
#define ALLOC_SPLIT_PTLOCKS (SPINLOCK_SIZE > BITS_PER_LONG / 8)
struct task_rss_stat {
  int events;
  int count[4];
};
struct tlbflush_unmap_batch {
  struct arch_tlbflush_unmap_batch arch;
  bool flush_required;
  bool writable;
};

#endif
