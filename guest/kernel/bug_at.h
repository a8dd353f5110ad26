// BUG and WARN that name the place of the check in Linux, because logs are compared by it.
#ifndef MM32_BUG_AT_H
#define MM32_BUG_AT_H

#include <linux/bug.h>

#define WARN_ON_AT(condition, file, line)                                                         \
  ({                                                                                              \
    int __warn = !!(condition);                                                                   \
    if (unlikely(__warn)) _BUG_FLAGS_AT(file, line, BUGFLAG_WARNING | BUGFLAG_TAINT(TAINT_WARN)); \
    unlikely(__warn);                                                                             \
  })
#define WARN_ON_ONCE_AT(condition, file, line)    \
  ({                                              \
    static bool __section(".data.once") __warned; \
    int __warn_once = !!(condition);              \
    if (unlikely(__warn_once && !__warned)) {     \
      __warned = true;                            \
      WARN_ON_AT(1, file, line);                  \
    }                                             \
    unlikely(__warn_once);                        \
  })
#define WARN_AT(condition, file, line, fmt...)                                          \
  ({                                                                                    \
    int __warn_at = !!(condition);                                                      \
    if (unlikely(__warn_at)) {                                                          \
      __warn_printk(fmt);                                                               \
      _BUG_FLAGS_AT(file, line,                                                         \
                    BUGFLAG_WARNING | BUGFLAG_NO_CUT_HERE | BUGFLAG_TAINT(TAINT_WARN)); \
    }                                                                                   \
    unlikely(__warn_at);                                                                \
  })
#define WARN_ONCE_AT(condition, file, line, fmt...) \
  ({                                                \
    static bool __section(".data.once") __warned;   \
    int __warn_once_at = !!(condition);             \
    if (unlikely(__warn_once_at && !__warned)) {    \
      __warned = true;                              \
      WARN_AT(1, file, line, fmt);                  \
    }                                               \
    unlikely(__warn_once_at);                       \
  })
#define BUG_ON_AT(condition, file, line) \
  do {                                   \
    if (unlikely(condition)) {           \
      _BUG_FLAGS_AT(file, line, 0);      \
      __builtin_unreachable();           \
    }                                    \
  } while (0)

#endif
