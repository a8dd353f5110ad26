// Atomic exchange and compare-exchange of 1, 2, 4 and 8 bytes. cmpxchg64 uses cmpxchg8b.
#ifndef _ASM_CMPXCHG_H
#define _ASM_CMPXCHG_H

#include <linux/compiler.h>
#include <linux/types.h>

#define xchg(ptr, v) \
  ((typeof(*(ptr)))__atomic_exchange_n((ptr), (typeof(*(ptr)))(v), __ATOMIC_SEQ_CST))
#define arch_xchg(ptr, v) xchg(ptr, v)
#define xchg_relaxed(ptr, v) xchg(ptr, v)
#define xchg_acquire(ptr, v) xchg(ptr, v)
#define xchg_release(ptr, v) xchg(ptr, v)

#define cmpxchg(ptr, old, new) \
  ((typeof(*(ptr)))__sync_val_compare_and_swap((ptr), (typeof(*(ptr)))(old), (typeof(*(ptr)))(new)))
#define cmpxchg_relaxed(ptr, old, new) cmpxchg(ptr, old, new)
#define cmpxchg_acquire(ptr, old, new) cmpxchg(ptr, old, new)
#define cmpxchg_release(ptr, old, new) cmpxchg(ptr, old, new)
#define cmpxchg_local(ptr, old, new) cmpxchg(ptr, old, new)
#define sync_cmpxchg(ptr, old, new) cmpxchg(ptr, old, new)
#define try_cmpxchg(ptr, oldp, new)                           \
  ({                                                          \
    typeof(*(ptr)) __try_old = *(oldp);                       \
    typeof(*(ptr)) __try_seen = cmpxchg(ptr, __try_old, new); \
    bool __try_ok = __try_seen == __try_old;                  \
    if (!__try_ok) *(oldp) = __try_seen;                      \
    __try_ok;                                                 \
  })
#define try_cmpxchg_relaxed(ptr, oldp, new) try_cmpxchg(ptr, oldp, new)
#define try_cmpxchg_acquire(ptr, oldp, new) try_cmpxchg(ptr, oldp, new)
#define try_cmpxchg_release(ptr, oldp, new) try_cmpxchg(ptr, oldp, new)
#define cmpxchg64(ptr, old, new) \
  ((typeof(*(ptr)))__mm32_cmpxchg64((volatile u64*)(ptr), (u64)(old), (u64)(new)))
#define cmpxchg64_local(ptr, old, new) cmpxchg64(ptr, old, new)
#define xadd(ptr, inc) __sync_fetch_and_add((ptr), (inc))

static __always_inline u64 __mm32_cmpxchg64(volatile u64* ptr, u64 old, u64 new_value) {
  __asm__ __volatile__("lock; cmpxchg8b %1"
                       : "+A"(old), "+m"(*ptr)
                       : "b"((u32)new_value), "c"((u32)(new_value >> 32))
                       : "memory", "cc");
  return old;
}

#endif
