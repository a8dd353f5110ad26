// CPUs that a batch of unmapped pages must be flushed on.
#ifndef _ASM_TLBBATCH_H
#define _ASM_TLBBATCH_H

#include <linux/cpumask.h>
#include <linux/types.h>

struct arch_tlbflush_unmap_batch;
struct cpumask;

struct arch_tlbflush_unmap_batch {
  struct cpumask cpumask;
};

#endif
