// refcount_t: a counter that saturates, with a warning, instead of wrapping.
#ifndef _LINUX_REFCOUNT_H
#define _LINUX_REFCOUNT_H

#include <linux/atomic.h>
#include <linux/compiler.h>
#include <linux/types.h>

typedef struct refcount_struct {
  atomic_t refs;
} refcount_t;

#define REFCOUNT_INIT(n) \
  { .refs = ATOMIC_INIT(n) }
#define REFCOUNT_MAX 0x7fffffff
#define REFCOUNT_SATURATED ((int)0xc0000000)

enum refcount_saturation_type {
  REFCOUNT_ADD_NOT_ZERO_OVF,
  REFCOUNT_ADD_OVF,
  REFCOUNT_ADD_UAF,
  REFCOUNT_SUB_UAF,
  REFCOUNT_DEC_LEAK,
};
void refcount_warn_saturate(refcount_t* r, enum refcount_saturation_type t);

static inline void refcount_set(refcount_t* r, int n) { atomic_set(&r->refs, n); }
static inline unsigned int refcount_read(const refcount_t* r) { return atomic_read(&r->refs); }

static inline bool __refcount_add_not_zero(int i, refcount_t* r, int* oldp) {
  int old = refcount_read(r);
  do {
    if (!old) break;
  } while (!atomic_try_cmpxchg_relaxed(&r->refs, &old, old + i));
  if (oldp) *oldp = old;
  if (unlikely(old < 0 || old + i < 0)) refcount_warn_saturate(r, REFCOUNT_ADD_NOT_ZERO_OVF);
  return old;
}
static inline bool refcount_add_not_zero(int i, refcount_t* r) {
  return __refcount_add_not_zero(i, r, NULL);
}
static inline bool refcount_inc_not_zero(refcount_t* r) {
  return __refcount_add_not_zero(1, r, NULL);
}
static inline void refcount_add(int i, refcount_t* r) {
  int old = atomic_fetch_add(i, &r->refs);
  if (unlikely(!old))
    refcount_warn_saturate(r, REFCOUNT_ADD_UAF);
  else if (unlikely(old < 0 || old + i < 0))
    refcount_warn_saturate(r, REFCOUNT_ADD_OVF);
}
static inline void refcount_inc(refcount_t* r) { refcount_add(1, r); }
static inline bool __must_check refcount_sub_and_test(int i, refcount_t* r) {
  int old = atomic_fetch_sub(i, &r->refs);
  if (old == i) return true;
  if (unlikely(old < 0 || old - i < 0)) refcount_warn_saturate(r, REFCOUNT_SUB_UAF);
  return false;
}
static inline bool __must_check refcount_dec_and_test(refcount_t* r) {
  return refcount_sub_and_test(1, r);
}
static inline void refcount_dec(refcount_t* r) {
  if (unlikely(atomic_fetch_sub(1, &r->refs) <= 1)) refcount_warn_saturate(r, REFCOUNT_DEC_LEAK);
}

struct mutex;
bool refcount_dec_if_one(refcount_t* r);
bool refcount_dec_not_one(refcount_t* r);
bool refcount_dec_and_mutex_lock(refcount_t* r, struct mutex* lock);
struct spinlock;
bool refcount_dec_and_lock(refcount_t* r, struct spinlock* lock);
bool refcount_dec_and_lock_irqsave(refcount_t* r, struct spinlock* lock, unsigned long* flags);

// These also say what the counter was before.
static inline void __refcount_add(int i, refcount_t* r, int* oldp) {
  if (oldp) *oldp = refcount_read(r);
  refcount_add(i, r);
}
static inline void __refcount_inc(refcount_t* r, int* oldp) {
  if (oldp) *oldp = refcount_read(r);
  refcount_inc(r);
}
static inline bool __refcount_inc_not_zero(refcount_t* r, int* oldp) {
  if (oldp) *oldp = refcount_read(r);
  return refcount_inc_not_zero(r);
}
static inline bool __refcount_sub_and_test(int i, refcount_t* r, int* oldp) {
  if (oldp) *oldp = refcount_read(r);
  return refcount_sub_and_test(i, r);
}
static inline bool __refcount_dec_and_test(refcount_t* r, int* oldp) {
  if (oldp) *oldp = refcount_read(r);
  return refcount_dec_and_test(r);
}
static inline void __refcount_dec(refcount_t* r, int* oldp) {
  if (oldp) *oldp = refcount_read(r);
  refcount_dec(r);
}

#endif
