// Reads that are repeated until a condition holds or the time is over.
#ifndef _LINUX_IOPOLL_H
#define _LINUX_IOPOLL_H

#include <linux/delay.h>
#include <linux/errno.h>
#include <linux/io.h>
#include <linux/jiffies.h>
#include <linux/kernel.h>
#include <linux/ktime.h>

#define read_poll_timeout(op, val, cond, sleep_us, timeout_us, sleep_before_read, args...)  \
  ({                                                                                        \
    const u64 __limit_us = (timeout_us);                                                    \
    const unsigned long __sleep_us = (sleep_us);                                            \
    const ktime_t __end = ktime_add_us(ktime_get(), __limit_us);                            \
    might_sleep_if(__sleep_us != 0);                                                        \
    if ((sleep_before_read) && __sleep_us) usleep_range((__sleep_us >> 2) + 1, __sleep_us); \
    for (;;) {                                                                              \
      (val) = op(args);                                                                     \
      if (cond) break;                                                                      \
      if (__limit_us && ktime_compare(ktime_get(), __end) > 0) {                            \
        (val) = op(args);                                                                   \
        break;                                                                              \
      }                                                                                     \
      if (__sleep_us) usleep_range((__sleep_us >> 2) + 1, __sleep_us);                      \
      cpu_relax();                                                                          \
    }                                                                                       \
    (cond) ? 0 : -ETIMEDOUT;                                                                \
  })
#define read_poll_timeout_atomic(op, val, cond, delay_us, timeout_us, delay_before_read, args...) \
  ({                                                                                              \
    const u64 __limit_us = (timeout_us);                                                          \
    const unsigned long __delay_us = (delay_us);                                                  \
    const ktime_t __end = ktime_add_us(ktime_get(), __limit_us);                                  \
    if ((delay_before_read) && __delay_us) udelay(__delay_us);                                    \
    for (;;) {                                                                                    \
      (val) = op(args);                                                                           \
      if (cond) break;                                                                            \
      if (__limit_us && ktime_compare(ktime_get(), __end) > 0) {                                  \
        (val) = op(args);                                                                         \
        break;                                                                                    \
      }                                                                                           \
      if (__delay_us) udelay(__delay_us);                                                         \
      cpu_relax();                                                                                \
    }                                                                                             \
    (cond) ? 0 : -ETIMEDOUT;                                                                      \
  })

#define readx_poll_timeout(op, addr, val, cond, sleep_us, timeout_us) \
  read_poll_timeout(op, val, cond, sleep_us, timeout_us, false, addr)
#define readx_poll_timeout_atomic(op, addr, val, cond, delay_us, timeout_us) \
  read_poll_timeout_atomic(op, val, cond, delay_us, timeout_us, false, addr)

#define readb_poll_timeout(addr, val, cond, sleep_us, timeout_us) \
  readx_poll_timeout(readb, addr, val, cond, sleep_us, timeout_us)
#define readb_poll_timeout_atomic(addr, val, cond, delay_us, timeout_us) \
  readx_poll_timeout_atomic(readb, addr, val, cond, delay_us, timeout_us)
#define readw_poll_timeout(addr, val, cond, sleep_us, timeout_us) \
  readx_poll_timeout(readw, addr, val, cond, sleep_us, timeout_us)
#define readw_poll_timeout_atomic(addr, val, cond, delay_us, timeout_us) \
  readx_poll_timeout_atomic(readw, addr, val, cond, delay_us, timeout_us)
#define readl_poll_timeout(addr, val, cond, sleep_us, timeout_us) \
  readx_poll_timeout(readl, addr, val, cond, sleep_us, timeout_us)
#define readl_poll_timeout_atomic(addr, val, cond, delay_us, timeout_us) \
  readx_poll_timeout_atomic(readl, addr, val, cond, delay_us, timeout_us)
#define readb_relaxed_poll_timeout(addr, val, cond, sleep_us, timeout_us) \
  readx_poll_timeout(readb_relaxed, addr, val, cond, sleep_us, timeout_us)
#define readb_relaxed_poll_timeout_atomic(addr, val, cond, delay_us, timeout_us) \
  readx_poll_timeout_atomic(readb_relaxed, addr, val, cond, delay_us, timeout_us)
#define readw_relaxed_poll_timeout(addr, val, cond, sleep_us, timeout_us) \
  readx_poll_timeout(readw_relaxed, addr, val, cond, sleep_us, timeout_us)
#define readw_relaxed_poll_timeout_atomic(addr, val, cond, delay_us, timeout_us) \
  readx_poll_timeout_atomic(readw_relaxed, addr, val, cond, delay_us, timeout_us)
#define readl_relaxed_poll_timeout(addr, val, cond, sleep_us, timeout_us) \
  readx_poll_timeout(readl_relaxed, addr, val, cond, sleep_us, timeout_us)
#define readl_relaxed_poll_timeout_atomic(addr, val, cond, delay_us, timeout_us) \
  readx_poll_timeout_atomic(readl_relaxed, addr, val, cond, delay_us, timeout_us)

#endif
