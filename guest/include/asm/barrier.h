// Memory barriers of i386.
#ifndef _ASM_BARRIER_H
#define _ASM_BARRIER_H

#include <linux/compiler.h>

#define mb() __asm__ __volatile__("lock; addl $0,-4(%%esp)" ::: "memory", "cc")
#define rmb() mb()
#define wmb() mb()
#define smp_mb() mb()
#define smp_rmb() barrier()
#define smp_wmb() barrier()
#define dma_rmb() barrier()
#define dma_wmb() barrier()
#define dma_mb() mb()
#define read_barrier_depends() barrier()
#define smp_read_barrier_depends() barrier()
#define smp_mb__before_atomic() barrier()
#define smp_mb__after_atomic() barrier()
#define smp_mb__before_clear_bit() barrier()
#define smp_mb__after_clear_bit() barrier()
#define smp_mb__before_atomic_inc() barrier()
#define smp_mb__after_atomic_inc() barrier()
#define smp_mb__before_atomic_dec() barrier()
#define smp_mb__after_atomic_dec() barrier()
#define smp_mb__after_spinlock() barrier()
#define smp_mb__before_spinlock() barrier()
#define smp_store_mb(var, value) \
  do {                           \
    WRITE_ONCE(var, value);      \
    mb();                        \
  } while (0)
#define set_mb(var, value) smp_store_mb(var, value)
#define smp_store_release(p, v) \
  do {                          \
    barrier();                  \
    WRITE_ONCE(*(p), v);        \
  } while (0)
#define smp_load_acquire(p)                    \
  ({                                           \
    typeof(*(p)) __acquired = READ_ONCE(*(p)); \
    barrier();                                 \
    __acquired;                                \
  })
#define smp_cond_load_relaxed(ptr, cond_expr) \
  ({                                          \
    typeof(ptr) __ptr = (ptr);                \
    typeof(*ptr) VAL;                         \
    for (;;) {                                \
      VAL = READ_ONCE(*__ptr);                \
      if (cond_expr) break;                   \
      __asm__ __volatile__("pause");          \
    }                                         \
    VAL;                                      \
  })
#define smp_cond_load_acquire(ptr, cond_expr) smp_cond_load_relaxed(ptr, cond_expr)
#define smp_acquire__after_ctrl_dep() barrier()

#include <linux/nospec.h>

#endif
