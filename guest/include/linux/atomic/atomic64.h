// atomic64_t: every operation is a loop around cmpxchg8b.
#ifndef _LINUX_ATOMIC64_H
#define _LINUX_ATOMIC64_H

#include <linux/atomic.h>

static __always_inline s64 atomic64_read(const atomic64_t* v) {
  return (s64)__mm32_cmpxchg64((volatile u64*)&v->counter, 0, 0);
}
static __always_inline s64 atomic64_cmpxchg(atomic64_t* v, s64 old, s64 new_value) {
  return (s64)__mm32_cmpxchg64((volatile u64*)&v->counter, (u64)old, (u64)new_value);
}
static __always_inline bool atomic64_try_cmpxchg(atomic64_t* v, s64* old, s64 new_value) {
  s64 seen = atomic64_cmpxchg(v, *old, new_value);
  bool done = seen == *old;
  *old = seen;
  return done;
}

#define __MM32_ATOMIC64_FETCH(name, expression)                      \
  static __always_inline s64 atomic64_##name(s64 i, atomic64_t* v) { \
    s64 old = v->counter;                                            \
    while (!atomic64_try_cmpxchg(v, &old, (expression))) {           \
    }                                                                \
    return old;                                                      \
  }
__MM32_ATOMIC64_FETCH(fetch_add, old + i)
__MM32_ATOMIC64_FETCH(fetch_sub, old - i)
__MM32_ATOMIC64_FETCH(fetch_and, old& i)
__MM32_ATOMIC64_FETCH(fetch_andnot, old & ~i)
__MM32_ATOMIC64_FETCH(fetch_or, old | i)
__MM32_ATOMIC64_FETCH(fetch_xor, old ^ i)
__MM32_ATOMIC64_FETCH(fetch_set, i)

static inline void atomic64_set(atomic64_t* v, s64 i) { (void)atomic64_fetch_set(i, v); }
static inline s64 atomic64_xchg(atomic64_t* v, s64 i) { return atomic64_fetch_set(i, v); }
static inline s64 atomic64_add_return(s64 i, atomic64_t* v) { return atomic64_fetch_add(i, v) + i; }
static inline s64 atomic64_sub_return(s64 i, atomic64_t* v) { return atomic64_fetch_sub(i, v) - i; }
static inline void atomic64_add(s64 i, atomic64_t* v) { (void)atomic64_fetch_add(i, v); }
static inline void atomic64_sub(s64 i, atomic64_t* v) { (void)atomic64_fetch_sub(i, v); }
static inline void atomic64_and(s64 i, atomic64_t* v) { (void)atomic64_fetch_and(i, v); }
static inline void atomic64_or(s64 i, atomic64_t* v) { (void)atomic64_fetch_or(i, v); }
static inline void atomic64_xor(s64 i, atomic64_t* v) { (void)atomic64_fetch_xor(i, v); }
static inline void atomic64_andnot(s64 i, atomic64_t* v) { (void)atomic64_fetch_andnot(i, v); }
static inline s64 atomic64_fetch_add_unless(atomic64_t* v, s64 a, s64 u) {
  s64 old = atomic64_read(v);
  while (old != u && !atomic64_try_cmpxchg(v, &old, old + a)) {
  }
  return old;
}
static inline s64 atomic64_dec_if_positive(atomic64_t* v) {
  s64 old = atomic64_read(v);
  while (old > 0 && !atomic64_try_cmpxchg(v, &old, old - 1)) {
  }
  return old - 1;
}
#define atomic64_inc(v) atomic64_add(1, v)
#define atomic64_dec(v) atomic64_sub(1, v)
#define atomic64_inc_return(v) atomic64_add_return(1, v)
#define atomic64_dec_return(v) atomic64_sub_return(1, v)
#define atomic64_fetch_inc(v) atomic64_fetch_add(1, v)
#define atomic64_fetch_dec(v) atomic64_fetch_sub(1, v)
#define atomic64_sub_and_test(i, v) (atomic64_sub_return(i, v) == 0)
#define atomic64_dec_and_test(v) (atomic64_sub_return(1, v) == 0)
#define atomic64_inc_and_test(v) (atomic64_add_return(1, v) == 0)
#define atomic64_add_negative(i, v) (atomic64_add_return(i, v) < 0)
#define atomic64_add_unless(v, a, u) (atomic64_fetch_add_unless(v, a, u) != (u))
#define atomic64_inc_not_zero(v) atomic64_add_unless(v, 1, 0)
#define atomic64_read_acquire(v) atomic64_read(v)
#define atomic64_set_release(v, i) atomic64_set(v, i)
#define atomic64_add_return_relaxed(i, v) atomic64_add_return(i, v)
#define atomic64_sub_return_relaxed(i, v) atomic64_sub_return(i, v)
#define atomic64_fetch_add_relaxed(i, v) atomic64_fetch_add(i, v)
#define atomic64_fetch_sub_relaxed(i, v) atomic64_fetch_sub(i, v)
#define atomic64_fetch_and_relaxed(i, v) atomic64_fetch_and(i, v)
#define atomic64_fetch_andnot_relaxed(i, v) atomic64_fetch_andnot(i, v)
#define atomic64_fetch_or_relaxed(i, v) atomic64_fetch_or(i, v)
#define atomic64_fetch_xor_relaxed(i, v) atomic64_fetch_xor(i, v)
#define atomic64_inc_return_relaxed(v) atomic64_inc_return(v)
#define atomic64_dec_return_relaxed(v) atomic64_dec_return(v)
#define atomic64_xchg_relaxed(v, i) atomic64_xchg(v, i)
#define atomic64_cmpxchg_relaxed(v, old, n) atomic64_cmpxchg(v, old, n)
#define atomic64_try_cmpxchg_relaxed(v, old, n) atomic64_try_cmpxchg(v, old, n)
#define atomic64_add_return_acquire(i, v) atomic64_add_return(i, v)
#define atomic64_sub_return_acquire(i, v) atomic64_sub_return(i, v)
#define atomic64_fetch_add_acquire(i, v) atomic64_fetch_add(i, v)
#define atomic64_fetch_sub_acquire(i, v) atomic64_fetch_sub(i, v)
#define atomic64_fetch_and_acquire(i, v) atomic64_fetch_and(i, v)
#define atomic64_fetch_andnot_acquire(i, v) atomic64_fetch_andnot(i, v)
#define atomic64_fetch_or_acquire(i, v) atomic64_fetch_or(i, v)
#define atomic64_fetch_xor_acquire(i, v) atomic64_fetch_xor(i, v)
#define atomic64_inc_return_acquire(v) atomic64_inc_return(v)
#define atomic64_dec_return_acquire(v) atomic64_dec_return(v)
#define atomic64_xchg_acquire(v, i) atomic64_xchg(v, i)
#define atomic64_cmpxchg_acquire(v, old, n) atomic64_cmpxchg(v, old, n)
#define atomic64_try_cmpxchg_acquire(v, old, n) atomic64_try_cmpxchg(v, old, n)
#define atomic64_add_return_release(i, v) atomic64_add_return(i, v)
#define atomic64_sub_return_release(i, v) atomic64_sub_return(i, v)
#define atomic64_fetch_add_release(i, v) atomic64_fetch_add(i, v)
#define atomic64_fetch_sub_release(i, v) atomic64_fetch_sub(i, v)
#define atomic64_fetch_and_release(i, v) atomic64_fetch_and(i, v)
#define atomic64_fetch_andnot_release(i, v) atomic64_fetch_andnot(i, v)
#define atomic64_fetch_or_release(i, v) atomic64_fetch_or(i, v)
#define atomic64_fetch_xor_release(i, v) atomic64_fetch_xor(i, v)
#define atomic64_inc_return_release(v) atomic64_inc_return(v)
#define atomic64_dec_return_release(v) atomic64_dec_return(v)
#define atomic64_xchg_release(v, i) atomic64_xchg(v, i)
#define atomic64_cmpxchg_release(v, old, n) atomic64_cmpxchg(v, old, n)
#define atomic64_try_cmpxchg_release(v, old, n) atomic64_try_cmpxchg(v, old, n)

#endif
