// Once only.
#ifndef _LINUX_ONCE_H
#define _LINUX_ONCE_H

#include <linux/compiler.h>
#include <linux/random.h>
#define DO_ONCE(func, ...)  \
  ({                        \
    static bool ___done;    \
    bool ___ret = !___done; \
    if (___ret) {           \
      ___done = true;       \
      func(__VA_ARGS__);    \
    }                       \
    ___ret;                 \
  })
#define DO_ONCE_SLEEPABLE(func, ...) DO_ONCE(func, ##__VA_ARGS__)

#endif
