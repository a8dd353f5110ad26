// Per-CPU reference counts. Linux: 6.1 lib/percpu-refcount.c.
//
// While the count is per-CPU, data->count holds a bias that keeps it from reaching 0; switching to
// the atomic count adds the per-CPU part and takes the bias away. Here that happens at once, not
// after a grace period.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/percpu-refcount.h>
#include <linux/slab.h>

#include "../bug_at.h"

#define BIAS (1UL << 31)

static unsigned long* counter_of(const struct percpu_ref* ref) {
  return (unsigned long*)(ref->percpu_count_ptr & ~(unsigned long)__PERCPU_REF_ATOMIC_DEAD);
}

int percpu_ref_init(struct percpu_ref* ref, percpu_ref_func_t* release, unsigned int flags,
                    gfp_t gfp) {
  unsigned long start = 0;
  struct percpu_ref_data* data;
  unsigned long* counter = __alloc_percpu_gfp(sizeof(*counter), sizeof(*counter), gfp);
  if (!counter) return -ENOMEM;
  data = kzalloc(sizeof(*data), gfp);
  if (!data) {
    free_percpu(counter);
    return -ENOMEM;
  }
  data->force_atomic = flags & PERCPU_REF_INIT_ATOMIC;
  data->allow_reinit = flags & PERCPU_REF_ALLOW_REINIT;
  data->release = release;
  data->ref = ref;
  ref->data = data;
  ref->percpu_count_ptr = (unsigned long)counter;
  if (flags & (PERCPU_REF_INIT_ATOMIC | PERCPU_REF_INIT_DEAD)) {
    ref->percpu_count_ptr |= __PERCPU_REF_ATOMIC;
    data->allow_reinit = true;
  } else {
    start += BIAS;
  }
  if (flags & PERCPU_REF_INIT_DEAD)
    ref->percpu_count_ptr |= __PERCPU_REF_DEAD;
  else
    start++;
  atomic_long_set(&data->count, start);
  return 0;
}
EXPORT_SYMBOL_GPL(percpu_ref_init);

void percpu_ref_exit(struct percpu_ref* ref) {
  unsigned long* counter = counter_of(ref);
  if (counter) {
    WARN_ON_ONCE_AT(ref->data && ref->data->confirm_switch, "lib/percpu-refcount.c", 114);
    free_percpu(counter);
    ref->percpu_count_ptr = __PERCPU_REF_ATOMIC_DEAD;
  }
  kfree(ref->data);
  ref->data = NULL;
}
EXPORT_SYMBOL_GPL(percpu_ref_exit);

static void to_atomic(struct percpu_ref* ref, percpu_ref_func_t* confirm) {
  unsigned long* counter = counter_of(ref);
  bool was_percpu = !(ref->percpu_count_ptr & __PERCPU_REF_ATOMIC);
  if (was_percpu) {
    ref->percpu_count_ptr |= __PERCPU_REF_ATOMIC;
    atomic_long_add(*counter - BIAS, &ref->data->count);
    *counter = 0;
    WARN_ONCE_AT(atomic_long_read(&ref->data->count) <= 0, "lib/percpu-refcount.c", 197,
                 "percpu ref (%ps) <= 0 (%ld) after switching to atomic", ref->data->release,
                 (long)atomic_long_read(&ref->data->count));
  }
  if (confirm) confirm(ref);
}
static void to_percpu(struct percpu_ref* ref) {
  if (!(ref->percpu_count_ptr & __PERCPU_REF_ATOMIC)) return;
  if (WARN_ON_ONCE_AT(!ref->data->allow_reinit, "lib/percpu-refcount.c", 246)) return;
  atomic_long_add(BIAS, &ref->data->count);
  *counter_of(ref) = 0;
  ref->percpu_count_ptr &= ~(unsigned long)__PERCPU_REF_ATOMIC;
}
static void set_mode(struct percpu_ref* ref, percpu_ref_func_t* confirm) {
  if (ref->data->force_atomic || percpu_ref_is_dying(ref))
    to_atomic(ref, confirm);
  else
    to_percpu(ref);
}

void percpu_ref_switch_to_atomic(struct percpu_ref* ref, percpu_ref_func_t* confirm_switch) {
  ref->data->force_atomic = true;
  set_mode(ref, confirm_switch);
}
EXPORT_SYMBOL_GPL(percpu_ref_switch_to_atomic);
void percpu_ref_switch_to_atomic_sync(struct percpu_ref* ref) {
  percpu_ref_switch_to_atomic(ref, NULL);
}
EXPORT_SYMBOL_GPL(percpu_ref_switch_to_atomic_sync);
void percpu_ref_switch_to_percpu(struct percpu_ref* ref) {
  ref->data->force_atomic = false;
  set_mode(ref, NULL);
}
EXPORT_SYMBOL_GPL(percpu_ref_switch_to_percpu);

void percpu_ref_kill_and_confirm(struct percpu_ref* ref, percpu_ref_func_t* confirm_kill) {
  WARN_ONCE_AT(percpu_ref_is_dying(ref), "lib/percpu-refcount.c", 389,
               "%s called more than once on %ps!", __func__, ref->data->release);
  ref->percpu_count_ptr |= __PERCPU_REF_DEAD;
  set_mode(ref, confirm_kill);
  percpu_ref_put(ref);
}
EXPORT_SYMBOL_GPL(percpu_ref_kill_and_confirm);

bool percpu_ref_is_zero(struct percpu_ref* ref) {
  unsigned long* counter;
  if (__ref_is_percpu(ref, &counter)) return false;
  return !ref->data || atomic_long_read(&ref->data->count) == 0;
}
EXPORT_SYMBOL_GPL(percpu_ref_is_zero);

void percpu_ref_resurrect(struct percpu_ref* ref) {
  unsigned long* counter;
  WARN_ON_ONCE_AT(!percpu_ref_is_dying(ref), "lib/percpu-refcount.c", 469);
  WARN_ON_ONCE_AT(__ref_is_percpu(ref, &counter), "lib/percpu-refcount.c", 470);
  ref->percpu_count_ptr &= ~(unsigned long)__PERCPU_REF_DEAD;
  percpu_ref_get(ref);
  set_mode(ref, NULL);
}
EXPORT_SYMBOL_GPL(percpu_ref_resurrect);
void percpu_ref_reinit(struct percpu_ref* ref) {
  WARN_ON_ONCE_AT(!percpu_ref_is_zero(ref), "lib/percpu-refcount.c", 442);
  percpu_ref_resurrect(ref);
}
EXPORT_SYMBOL_GPL(percpu_ref_reinit);
