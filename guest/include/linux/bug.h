// BUG_ON, WARN_ON and their forms with text and with "once".
#ifndef _LINUX_BUG_H
#define _LINUX_BUG_H

#include <asm/bug.h>
#include <linux/build_bug.h>
#include <linux/compiler.h>
#include <linux/panic.h>
#include <linux/printk.h>

__printf(1, 2) void __warn_printk(const char* fmt, ...);

#define BUG_ON(condition)           \
  do {                              \
    if (unlikely(condition)) BUG(); \
  } while (0)
#define __WARN() __WARN_FLAGS(BUGFLAG_TAINT(TAINT_WARN))
#define __WARN_printf(taint, fmt...)                          \
  do {                                                        \
    __warn_printk(fmt);                                       \
    __WARN_FLAGS(BUGFLAG_NO_CUT_HERE | BUGFLAG_TAINT(taint)); \
  } while (0)
#define WARN_ON(condition)                 \
  ({                                       \
    int __ret_warn_on = !!(condition);     \
    if (unlikely(__ret_warn_on)) __WARN(); \
    unlikely(__ret_warn_on);               \
  })
#define WARN_ON_ONCE(condition)                                                          \
  ({                                                                                     \
    int __ret_warn_on = !!(condition);                                                   \
    if (unlikely(__ret_warn_on)) __WARN_FLAGS(BUGFLAG_ONCE | BUGFLAG_TAINT(TAINT_WARN)); \
    unlikely(__ret_warn_on);                                                             \
  })
#define WARN(condition, fmt...) WARN_TAINT(condition, TAINT_WARN, fmt)
#define WARN_TAINT(condition, taint, fmt...)                \
  ({                                                        \
    int __ret_warn_on = !!(condition);                      \
    if (unlikely(__ret_warn_on)) __WARN_printf(taint, fmt); \
    unlikely(__ret_warn_on);                                \
  })
#define WARN_ONCE(condition, fmt...)              \
  ({                                              \
    static bool __section(".data.once") __warned; \
    int __ret_warn_once = !!(condition);          \
    if (unlikely(__ret_warn_once && !__warned)) { \
      __warned = true;                            \
      WARN(1, fmt);                               \
    }                                             \
    unlikely(__ret_warn_once);                    \
  })
#define WARN_TAINT_ONCE(condition, taint, fmt...) WARN_ONCE(condition, fmt)
#define WARN_ON_SMP(x) WARN_ON(x)
#define DO_ONCE_LITE(func, ...) __MM32_ONCE(func(__VA_ARGS__))
#define CHECK_DATA_CORRUPTION(condition, fmt, ...) \
  ({                                               \
    bool corruption = unlikely(condition);         \
    if (corruption) {                              \
      pr_err(fmt, ##__VA_ARGS__);                  \
      BUG();                                       \
    }                                              \
    corruption;                                    \
  })

#endif
