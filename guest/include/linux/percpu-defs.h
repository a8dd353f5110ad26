// Access to per-CPU variables.
#ifndef _LINUX_PERCPU_DEFS_H
#define _LINUX_PERCPU_DEFS_H

#include <asm/percpu.h>
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
#define __this_cpu_inc_return(pcp) this_cpu_inc_return(pcp)
#define __this_cpu_dec_return(pcp) this_cpu_dec_return(pcp)
#define raw_cpu_inc(pcp) this_cpu_inc(pcp)
#define raw_cpu_dec(pcp) this_cpu_dec(pcp)

#endif
