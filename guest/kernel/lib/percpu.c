// Dynamic per-CPU memory and counters. There is one CPU, whose offset is 0: a per-CPU pointer is
// the address of the only copy.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/percpu.h>
#include <linux/percpu_counter.h>
#include <linux/slab.h>

#include "../bug_at.h"

#define LEAST_ALIGNMENT 4u       // PCPU_MIN_ALLOC_SIZE
#define LARGEST_ALIGNMENT 4096u  // PAGE_SIZE, as in Linux
#define LARGEST_UNIT (32u << 10)

static noinline void __percpu* pcpu_alloc(size_t size, size_t align, gfp_t gfp) {
  if (align < LEAST_ALIGNMENT) align = LEAST_ALIGNMENT;
  size = ALIGN(size, LEAST_ALIGNMENT);
  if (!size || size > LARGEST_UNIT || align > LARGEST_ALIGNMENT || !is_power_of_2(align)) {
    WARN_AT(!(gfp & __GFP_NOWARN), "mm/percpu.c", 1758,
            "illegal size (%zu) or align (%zu) for percpu allocation\n", size, align);
    return NULL;
  }
  // Blocks of a power of two are aligned to their size.
  return kzalloc(align > 8 ? roundup_pow_of_two(max(size, align)) : size, gfp);
}

void __percpu* __alloc_percpu_gfp(size_t size, size_t align, gfp_t gfp) {
  return pcpu_alloc(size, align, gfp);
}
EXPORT_SYMBOL_GPL(__alloc_percpu_gfp);
void __percpu* __alloc_percpu(size_t size, size_t align) {
  return pcpu_alloc(size, align, GFP_KERNEL);
}
EXPORT_SYMBOL_GPL(__alloc_percpu);
void free_percpu(void __percpu* pdata) { kfree(pdata); }
EXPORT_SYMBOL_GPL(free_percpu);

int percpu_counter_batch = 32;
EXPORT_SYMBOL(percpu_counter_batch);

int __percpu_counter_init(struct percpu_counter* fbc, s64 amount, gfp_t gfp,
                          struct lock_class_key* key) {
  raw_spin_lock_init(&fbc->lock);
  fbc->count = amount;
  INIT_LIST_HEAD(&fbc->list);
  fbc->counters = __alloc_percpu_gfp(sizeof(s32), sizeof(s32), gfp);
  return fbc->counters ? 0 : -ENOMEM;
}
EXPORT_SYMBOL(__percpu_counter_init);
void percpu_counter_destroy(struct percpu_counter* fbc) {
  free_percpu(fbc->counters);
  fbc->counters = NULL;
}
EXPORT_SYMBOL(percpu_counter_destroy);
void percpu_counter_set(struct percpu_counter* fbc, s64 amount) {
  *fbc->counters = 0;
  fbc->count = amount;
}
EXPORT_SYMBOL(percpu_counter_set);
void percpu_counter_add_batch(struct percpu_counter* fbc, s64 amount, s32 batch) {
  s64 count = *fbc->counters + amount;
  bool spills = count >= batch || count <= -batch;
  if (spills) fbc->count += count;
  *fbc->counters = spills ? 0 : (s32)count;
}
EXPORT_SYMBOL(percpu_counter_add_batch);
void percpu_counter_sync(struct percpu_counter* fbc) {
  fbc->count += *fbc->counters;
  *fbc->counters = 0;
}
EXPORT_SYMBOL(percpu_counter_sync);
s64 __percpu_counter_sum(struct percpu_counter* fbc) { return fbc->count + *fbc->counters; }
EXPORT_SYMBOL(__percpu_counter_sum);
int __percpu_counter_compare(struct percpu_counter* fbc, s64 rhs, s32 batch) {
  s64 count = __percpu_counter_sum(fbc);
  return count > rhs ? 1 : count < rhs ? -1 : 0;
}
EXPORT_SYMBOL(__percpu_counter_compare);
