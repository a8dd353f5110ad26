// atomic_t, atomic_long_t and atomic64_t with all their operations and orderings.
//
// i386 is strongly ordered: the _relaxed, _acquire and _release forms are the full ones.
#ifndef _LINUX_ATOMIC_H
#define _LINUX_ATOMIC_H

#include <asm/barrier.h>
#include <asm/cmpxchg.h>
#include <linux/types.h>

typedef struct {
  s64 __aligned(8) counter;
} atomic64_t;
#define ATOMIC64_INIT(i) \
  { (i) }
typedef atomic_t atomic_long_t;
#define ATOMIC_LONG_INIT(i) ATOMIC_INIT(i)

static __always_inline int atomic_read(const atomic_t* v) { return READ_ONCE(v->counter); }
static __always_inline void atomic_set(atomic_t* v, int i) { WRITE_ONCE(v->counter, i); }
static __always_inline void atomic_add(int i, atomic_t* v) {
  (void)__sync_fetch_and_add(&v->counter, i);
}
static __always_inline void atomic_sub(int i, atomic_t* v) {
  (void)__sync_fetch_and_sub(&v->counter, i);
}
static __always_inline void atomic_inc(atomic_t* v) { atomic_add(1, v); }
static __always_inline void atomic_dec(atomic_t* v) { atomic_sub(1, v); }
static __always_inline void atomic_and(int i, atomic_t* v) {
  (void)__sync_fetch_and_and(&v->counter, i);
}
static __always_inline void atomic_or(int i, atomic_t* v) {
  (void)__sync_fetch_and_or(&v->counter, i);
}
static __always_inline void atomic_xor(int i, atomic_t* v) {
  (void)__sync_fetch_and_xor(&v->counter, i);
}
static __always_inline void atomic_andnot(int i, atomic_t* v) { atomic_and(~i, v); }
#define atomic_clear_mask(mask, v) atomic_andnot(mask, v)
#define atomic_set_mask(mask, v) atomic_or(mask, v)

#define __MM32_ATOMIC_ORDERED(suffix)                                                            \
  static __always_inline int atomic_add_return##suffix(int i, atomic_t* v) {                     \
    return __sync_add_and_fetch(&v->counter, i);                                                 \
  }                                                                                              \
  static __always_inline int atomic_sub_return##suffix(int i, atomic_t* v) {                     \
    return __sync_sub_and_fetch(&v->counter, i);                                                 \
  }                                                                                              \
  static __always_inline int atomic_inc_return##suffix(atomic_t* v) {                            \
    return __sync_add_and_fetch(&v->counter, 1);                                                 \
  }                                                                                              \
  static __always_inline int atomic_dec_return##suffix(atomic_t* v) {                            \
    return __sync_sub_and_fetch(&v->counter, 1);                                                 \
  }                                                                                              \
  static __always_inline int atomic_fetch_add##suffix(int i, atomic_t* v) {                      \
    return __sync_fetch_and_add(&v->counter, i);                                                 \
  }                                                                                              \
  static __always_inline int atomic_fetch_sub##suffix(int i, atomic_t* v) {                      \
    return __sync_fetch_and_sub(&v->counter, i);                                                 \
  }                                                                                              \
  static __always_inline int atomic_fetch_inc##suffix(atomic_t* v) {                             \
    return __sync_fetch_and_add(&v->counter, 1);                                                 \
  }                                                                                              \
  static __always_inline int atomic_fetch_dec##suffix(atomic_t* v) {                             \
    return __sync_fetch_and_sub(&v->counter, 1);                                                 \
  }                                                                                              \
  static __always_inline int atomic_fetch_and##suffix(int i, atomic_t* v) {                      \
    return __sync_fetch_and_and(&v->counter, i);                                                 \
  }                                                                                              \
  static __always_inline int atomic_fetch_andnot##suffix(int i, atomic_t* v) {                   \
    return __sync_fetch_and_and(&v->counter, ~i);                                                \
  }                                                                                              \
  static __always_inline int atomic_fetch_or##suffix(int i, atomic_t* v) {                       \
    return __sync_fetch_and_or(&v->counter, i);                                                  \
  }                                                                                              \
  static __always_inline int atomic_fetch_xor##suffix(int i, atomic_t* v) {                      \
    return __sync_fetch_and_xor(&v->counter, i);                                                 \
  }                                                                                              \
  static __always_inline int atomic_xchg##suffix(atomic_t* v, int i) {                           \
    return xchg(&v->counter, i);                                                                 \
  }                                                                                              \
  static __always_inline int atomic_cmpxchg##suffix(atomic_t* v, int old, int new_value) {       \
    return __sync_val_compare_and_swap(&v->counter, old, new_value);                             \
  }                                                                                              \
  static __always_inline bool atomic_try_cmpxchg##suffix(atomic_t* v, int* old, int new_value) { \
    return try_cmpxchg(&v->counter, old, new_value);                                             \
  }
__MM32_ATOMIC_ORDERED()
__MM32_ATOMIC_ORDERED(_relaxed)
__MM32_ATOMIC_ORDERED(_acquire)
__MM32_ATOMIC_ORDERED(_release)

#define atomic_read_acquire(v) atomic_read(v)
#define atomic_set_release(v, i) atomic_set(v, i)
#define atomic_cond_read_acquire(v, c) smp_cond_load_acquire(&(v)->counter, (c))
static inline bool atomic_sub_and_test(int i, atomic_t* v) { return atomic_sub_return(i, v) == 0; }
static inline bool atomic_dec_and_test(atomic_t* v) { return atomic_dec_return(v) == 0; }
static inline bool atomic_inc_and_test(atomic_t* v) { return atomic_inc_return(v) == 0; }
static inline bool atomic_add_negative(int i, atomic_t* v) { return atomic_add_return(i, v) < 0; }
static inline int atomic_fetch_add_unless(atomic_t* v, int a, int u) {
  int c = atomic_read(v);
  while (c != u && !atomic_try_cmpxchg(v, &c, c + a)) {
  }
  return c;
}
static inline bool atomic_add_unless(atomic_t* v, int a, int u) {
  return atomic_fetch_add_unless(v, a, u) != u;
}
static inline bool atomic_inc_not_zero(atomic_t* v) { return atomic_add_unless(v, 1, 0); }
static inline bool atomic_inc_unless_negative(atomic_t* v) {
  int c = atomic_read(v);
  do {
    if (c < 0) return false;
  } while (!atomic_try_cmpxchg(v, &c, c + 1));
  return true;
}
static inline bool atomic_dec_unless_positive(atomic_t* v) {
  int c = atomic_read(v);
  do {
    if (c > 0) return false;
  } while (!atomic_try_cmpxchg(v, &c, c - 1));
  return true;
}
static inline int atomic_dec_if_positive(atomic_t* v) {
  int c = atomic_read(v), dec;
  do {
    dec = c - 1;
    if (dec < 0) break;
  } while (!atomic_try_cmpxchg(v, &c, dec));
  return dec;
}

#include <linux/atomic/atomic64.h>
#include <linux/atomic/atomic_long.h>

#define atomic_cond_read_relaxed(v, c) smp_cond_load_relaxed(&(v)->counter, (c))
#define atomic64_cond_read_acquire(v, c) smp_cond_load_acquire(&(v)->counter, (c))
#define atomic64_cond_read_relaxed(v, c) smp_cond_load_relaxed(&(v)->counter, (c))

#endif
