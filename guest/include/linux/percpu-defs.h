// Access to per-CPU variables.
#ifndef _LINUX_PERCPU_DEFS_H
#define _LINUX_PERCPU_DEFS_H

#include <asm/percpu.h>
#include <linux/version.h>
#include <linux/preempt.h>

#define get_cpu_var(var) \
  (*({                   \
    preempt_disable();   \
    this_cpu_ptr(&var);  \
  }))
#define put_cpu_var(var) \
  do {                   \
    (void)&(var);        \
    preempt_enable();    \
  } while (0)
#define get_cpu_ptr(var) \
  ({                     \
    preempt_disable();   \
    this_cpu_ptr(var);   \
  })
#define put_cpu_ptr(var) \
  do {                   \
    (void)(var);         \
    preempt_enable();    \
  } while (0)
#define __get_cpu_var(var) (*this_cpu_ptr(&(var)))
#if LINUX_VERSION_CODE < KERNEL_VERSION(3, 19, 0)
#define __raw_get_cpu_var(var) __get_cpu_var(var)
#define percpu_read(var) __get_cpu_var(var)
#define percpu_write(var, val) ((void)(__get_cpu_var(var) = (val)))
#define percpu_add(var, val) ((void)(__get_cpu_var(var) += (val)))
#define percpu_sub(var, val) ((void)(__get_cpu_var(var) -= (val)))
#define percpu_and(var, val) ((void)(__get_cpu_var(var) &= (val)))
#define percpu_or(var, val) ((void)(__get_cpu_var(var) |= (val)))
#define percpu_xor(var, val) ((void)(__get_cpu_var(var) ^= (val)))
#endif
#define raw_cpu_read(pcp) (*raw_cpu_ptr(&(pcp)))
#define raw_cpu_write(pcp, val) ((void)(*raw_cpu_ptr(&(pcp)) = (val)))
#define raw_cpu_add(pcp, val) ((void)(*raw_cpu_ptr(&(pcp)) += (val)))
#define this_cpu_read(pcp) raw_cpu_read(pcp)
#define this_cpu_write(pcp, val) raw_cpu_write(pcp, val)
#define this_cpu_add(pcp, val) raw_cpu_add(pcp, val)
#define this_cpu_and(pcp, val) ((void)(*raw_cpu_ptr(&(pcp)) &= (val)))
#define this_cpu_or(pcp, val) ((void)(*raw_cpu_ptr(&(pcp)) |= (val)))
#define this_cpu_sub(pcp, val) this_cpu_add(pcp, -(typeof(pcp))(val))
#define this_cpu_inc(pcp) this_cpu_add(pcp, 1)
#define this_cpu_dec(pcp) this_cpu_sub(pcp, 1)
#define this_cpu_add_return(pcp, val) (*raw_cpu_ptr(&(pcp)) += (val))
#define this_cpu_inc_return(pcp) this_cpu_add_return(pcp, 1)
#define this_cpu_dec_return(pcp) this_cpu_add_return(pcp, -1)
#define this_cpu_xchg(pcp, val) xchg(raw_cpu_ptr(&(pcp)), val)
#define this_cpu_cmpxchg(pcp, old, val) cmpxchg(raw_cpu_ptr(&(pcp)), old, val)
#define __this_cpu_read(pcp) this_cpu_read(pcp)
#define __this_cpu_write(pcp, val) this_cpu_write(pcp, val)
#define __this_cpu_add(pcp, val) this_cpu_add(pcp, val)
#define __this_cpu_sub(pcp, val) this_cpu_sub(pcp, val)
#define __this_cpu_inc(pcp) this_cpu_inc(pcp)
#define __this_cpu_dec(pcp) this_cpu_dec(pcp)
#define __this_cpu_add_return(pcp, val) this_cpu_add_return(pcp, val)
#define raw_cpu_inc(pcp) this_cpu_inc(pcp)
#define raw_cpu_dec(pcp) this_cpu_dec(pcp)

#define raw_cpu_sub(pcp, val) raw_cpu_add(pcp, -(typeof(pcp))(val))
#define raw_cpu_and(pcp, val) this_cpu_and(pcp, val)
#define raw_cpu_or(pcp, val) this_cpu_or(pcp, val)
#define raw_cpu_add_return(pcp, val) this_cpu_add_return(pcp, val)
#define raw_cpu_sub_return(pcp, val) raw_cpu_add_return(pcp, -(typeof(pcp))(val))
#define raw_cpu_inc_return(pcp) raw_cpu_add_return(pcp, 1)
#define raw_cpu_dec_return(pcp) raw_cpu_add_return(pcp, -1)
#define this_cpu_sub_return(pcp, val) raw_cpu_sub_return(pcp, val)
#define raw_cpu_xchg(pcp, val)                \
  ({                                          \
    typeof(pcp)* __ptr = raw_cpu_ptr(&(pcp)); \
    typeof(pcp) __old = *__ptr;               \
    *__ptr = (val);                           \
    __old;                                    \
  })
#define raw_cpu_cmpxchg(pcp, old, val)        \
  ({                                          \
    typeof(pcp)* __ptr = raw_cpu_ptr(&(pcp)); \
    typeof(pcp) __was = *__ptr;               \
    if (__was == (old)) *__ptr = (val);       \
    __was;                                    \
  })
#define raw_cpu_cmpxchg_double(pcp1, pcp2, o1, o2, n1, n2)                 \
  ({                                                                       \
    int __same = raw_cpu_read(pcp1) == (o1) && raw_cpu_read(pcp2) == (o2); \
    if (__same) {                                                          \
      raw_cpu_write(pcp1, n1);                                             \
      raw_cpu_write(pcp2, n2);                                             \
    }                                                                      \
    __same;                                                                \
  })
#define this_cpu_cmpxchg_double(pcp1, pcp2, o1, o2, n1, n2)      \
  ({                                                             \
    unsigned long __flags;                                       \
    int __done;                                                  \
    local_irq_save(__flags);                                     \
    __done = raw_cpu_cmpxchg_double(pcp1, pcp2, o1, o2, n1, n2); \
    local_irq_restore(__flags);                                  \
    __done;                                                      \
  })
#define __this_cpu_and(pcp, val) raw_cpu_and(pcp, val)
#define __this_cpu_or(pcp, val) raw_cpu_or(pcp, val)
#define __this_cpu_sub_return(pcp, val) raw_cpu_sub_return(pcp, val)
#define __this_cpu_inc_return(pcp) raw_cpu_inc_return(pcp)
#define __this_cpu_dec_return(pcp) raw_cpu_dec_return(pcp)
#define __this_cpu_xchg(pcp, val) raw_cpu_xchg(pcp, val)
#define __this_cpu_cmpxchg(pcp, old, val) raw_cpu_cmpxchg(pcp, old, val)
#define DECLARE_PER_CPU_SECTION(type, name, sec) extern __typeof__(type) name
#define DECLARE_PER_CPU_FIRST(type, name) DECLARE_PER_CPU(type, name)
#define DECLARE_PER_CPU_PAGE_ALIGNED(type, name) DECLARE_PER_CPU(type, name)
#define DEFINE_PER_CPU_FIRST(type, name) DEFINE_PER_CPU(type, name)
#define DEFINE_PER_CPU_DECRYPTED(type, name) DEFINE_PER_CPU(type, name)

#endif
