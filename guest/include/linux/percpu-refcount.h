// Reference counts that are per-CPU until they are killed. Linux: 6.1 lib/percpu-refcount.c.
#ifndef _LINUX_PERCPU_REFCOUNT_H
#define _LINUX_PERCPU_REFCOUNT_H

#include <linux/atomic.h>
#include <linux/kernel.h>
#include <linux/percpu.h>
#include <linux/rcupdate.h>

struct percpu_ref;
typedef void(percpu_ref_func_t)(struct percpu_ref*);
enum {
  __PERCPU_REF_ATOMIC = 1UL << 0,
  __PERCPU_REF_DEAD = 1UL << 1,
  __PERCPU_REF_ATOMIC_DEAD = __PERCPU_REF_ATOMIC | __PERCPU_REF_DEAD,
  __PERCPU_REF_FLAG_BITS = 2,
};
enum {
  PERCPU_REF_INIT_ATOMIC = 1 << 0,
  PERCPU_REF_INIT_DEAD = 1 << 1,
  PERCPU_REF_ALLOW_REINIT = 1 << 2,
};
struct percpu_ref_data {
  atomic_long_t count;
  percpu_ref_func_t* release;
  percpu_ref_func_t* confirm_switch;
  bool force_atomic : 1;
  bool allow_reinit : 1;
  struct rcu_head rcu;
  struct percpu_ref* ref;
};
struct percpu_ref {
  unsigned long percpu_count_ptr;
  struct percpu_ref_data* data;
};
_Static_assert(sizeof(struct percpu_ref_data) == 28, "6.1 i386");

int __must_check percpu_ref_init(struct percpu_ref* ref, percpu_ref_func_t* release,
                                 unsigned int flags, gfp_t gfp);
void percpu_ref_exit(struct percpu_ref* ref);
void percpu_ref_switch_to_atomic(struct percpu_ref* ref, percpu_ref_func_t* confirm_switch);
void percpu_ref_switch_to_atomic_sync(struct percpu_ref* ref);
void percpu_ref_switch_to_percpu(struct percpu_ref* ref);
void percpu_ref_kill_and_confirm(struct percpu_ref* ref, percpu_ref_func_t* confirm_kill);
void percpu_ref_resurrect(struct percpu_ref* ref);
void percpu_ref_reinit(struct percpu_ref* ref);
bool percpu_ref_is_zero(struct percpu_ref* ref);
#define percpu_ref_kill(ref) percpu_ref_kill_and_confirm(ref, NULL)

static inline bool __ref_is_percpu(struct percpu_ref* ref, unsigned long** counter) {
  *counter = (unsigned long*)ref->percpu_count_ptr;
  return !(ref->percpu_count_ptr & __PERCPU_REF_ATOMIC_DEAD);
}
static inline void percpu_ref_get_many(struct percpu_ref* ref, unsigned long nr) {
  unsigned long* counter;
  if (__ref_is_percpu(ref, &counter))
    *counter += nr;
  else
    atomic_long_add(nr, &ref->data->count);
}
#define percpu_ref_get(ref) percpu_ref_get_many(ref, 1)
static inline bool percpu_ref_tryget_many(struct percpu_ref* ref, unsigned long nr) {
  unsigned long* counter;
  if (!__ref_is_percpu(ref, &counter) && !atomic_long_read(&ref->data->count)) return false;
  percpu_ref_get_many(ref, nr);
  return true;
}
#define percpu_ref_tryget(ref) percpu_ref_tryget_many(ref, 1)
static inline bool percpu_ref_tryget_live(struct percpu_ref* ref) {
  return !(ref->percpu_count_ptr & __PERCPU_REF_DEAD) && percpu_ref_tryget(ref);
}
static inline void percpu_ref_put_many(struct percpu_ref* ref, unsigned long nr) {
  unsigned long* counter;
  if (__ref_is_percpu(ref, &counter))
    *counter -= nr;
  else if (atomic_long_sub_and_test(nr, &ref->data->count))
    ref->data->release(ref);
}
#define percpu_ref_put(ref) percpu_ref_put_many(ref, 1)
static inline bool percpu_ref_is_dying(struct percpu_ref* ref) {
  return ref->percpu_count_ptr & __PERCPU_REF_DEAD;
}

#endif
