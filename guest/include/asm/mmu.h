// What i386 keeps with an address space.
#ifndef _ASM_MMU_H
#define _ASM_MMU_H

#include <linux/atomic.h>
#include <linux/mutex.h>
#include <linux/rwsem.h>
#include <linux/types.h>

struct ldt_struct;
struct vdso_image;

typedef struct {
  u64 ctx_id;
  atomic64_t tlb_gen;
  unsigned long next_trim_cpumask;
  struct rw_semaphore ldt_usr_sem;
  struct ldt_struct* ldt;
  struct mutex lock;
  void* vdso;
  const struct vdso_image* vdso_image;
  atomic_t perf_rdpmc_allowed;
} mm_context_t;

void leave_mm(int);

#endif
