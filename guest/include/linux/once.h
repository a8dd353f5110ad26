// Once only.
#ifndef _LINUX_ONCE_H
#define _LINUX_ONCE_H

#include <linux/compiler.h>
#include <linux/static_key.h>
#include <linux/types.h>

struct module;
struct static_key_true;
bool __do_once_start(bool* done, unsigned long* flags);
void __do_once_done(bool* done, struct static_key_true* once_key, unsigned long* flags,
                    struct module* mod);
bool __do_once_sleepable_start(bool* done);
void __do_once_sleepable_done(bool* done, struct static_key_true* once_key, struct module* mod);
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
#define get_random_once(buf, nbytes) DO_ONCE(get_random_bytes, (buf), (nbytes))
#define get_random_sleepable_once(buf, nbytes) DO_ONCE(get_random_bytes, (buf), (nbytes))
#include <linux/random.h>

#endif
