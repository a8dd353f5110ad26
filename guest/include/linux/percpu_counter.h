// Counters that are cheap to change and approximate to read.
#ifndef _LINUX_PERCPU_COUNTER_H
#define _LINUX_PERCPU_COUNTER_H

#include <linux/gfp.h>
#include <linux/limits.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/percpu.h>
#include <linux/spinlock.h>

struct percpu_counter {
  raw_spinlock_t lock;
  s64 count;
  struct list_head list;
  s32 __percpu* counters;
};
_Static_assert(sizeof(struct percpu_counter) == 24, "struct percpu_counter of 6.1 i386");
extern int percpu_counter_batch;
int __percpu_counter_init(struct percpu_counter* fbc, s64 amount, gfp_t gfp,
                          struct lock_class_key* key);
#define percpu_counter_init(fbc, value, gfp)        \
  ({                                                \
    static struct lock_class_key __key;             \
    __percpu_counter_init(fbc, value, gfp, &__key); \
  })
void percpu_counter_destroy(struct percpu_counter* fbc);
void percpu_counter_set(struct percpu_counter* fbc, s64 amount);
void percpu_counter_add_batch(struct percpu_counter* fbc, s64 amount, s32 batch);
s64 __percpu_counter_sum(struct percpu_counter* fbc);
int __percpu_counter_compare(struct percpu_counter* fbc, s64 rhs, s32 batch);
void percpu_counter_sync(struct percpu_counter* fbc);
#define percpu_counter_compare(fbc, rhs) __percpu_counter_compare(fbc, rhs, percpu_counter_batch)
#define percpu_counter_add(fbc, amount) percpu_counter_add_batch(fbc, amount, percpu_counter_batch)
#define percpu_counter_sub(fbc, amount) percpu_counter_add(fbc, -(amount))
#define percpu_counter_inc(fbc) percpu_counter_add(fbc, 1)
#define percpu_counter_dec(fbc) percpu_counter_add(fbc, -1)
#define percpu_counter_sum(fbc) __percpu_counter_sum(fbc)
static inline s64 percpu_counter_sum_positive(struct percpu_counter* fbc) {
  s64 sum = __percpu_counter_sum(fbc);
  return sum < 0 ? 0 : sum;
}
static inline s64 percpu_counter_read(struct percpu_counter* fbc) { return fbc->count; }
static inline s64 percpu_counter_read_positive(struct percpu_counter* fbc) {
  return fbc->count < 0 ? 0 : fbc->count;
}

#define PERCPU_COUNTER_LOCAL_BATCH INT_MAX

static inline void percpu_counter_add_local(struct percpu_counter* fbc, s64 amount) {
  percpu_counter_add_batch(fbc, amount, INT_MAX);
}
static inline void percpu_counter_sub_local(struct percpu_counter* fbc, s64 amount) {
  percpu_counter_add_local(fbc, -amount);
}
static inline bool percpu_counter_initialized(struct percpu_counter* fbc) {
  return fbc->counters != NULL;
}

#endif
