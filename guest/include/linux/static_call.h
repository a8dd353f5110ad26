// Static calls: a function pointer of which each call has the form of a direct one.
//
// Here the call goes through the pointer: nothing is patched. A .ko that was built with Debian's
// headers has trampolines instead, which arch_static_call_transform rewrites. Linux 6.1:
// include/linux/static_call.h.
#ifndef _LINUX_STATIC_CALL_H
#define _LINUX_STATIC_CALL_H

#include <linux/compiler.h>
#include <linux/cpu.h>
#include <linux/static_call_types.h>

long __static_call_return0(void);
void arch_static_call_transform(void* site, void* tramp, void* func, bool tail);

static inline void __static_call_nop(void) {}

#define __DEFINE_STATIC_CALL(name, proto, target)  \
  extern typeof(proto) STATIC_CALL_TRAMP(name);    \
  struct static_call_key STATIC_CALL_KEY(name) = { \
      .func = (void*)(target),                     \
  }
#define DEFINE_STATIC_CALL(name, target) __DEFINE_STATIC_CALL(name, target, target)
#define DEFINE_STATIC_CALL_NULL(name, proto) __DEFINE_STATIC_CALL(name, proto, NULL)
#define DEFINE_STATIC_CALL_RET0(name, proto) \
  __DEFINE_STATIC_CALL(name, proto, __static_call_return0)

#define static_call(name) ((typeof(STATIC_CALL_TRAMP(name))*)READ_ONCE(STATIC_CALL_KEY(name).func))
#define static_call_mod(name) static_call(name)
#define static_call_query(name) READ_ONCE(STATIC_CALL_KEY(name).func)
#define static_call_cond(name)                                                \
  ({                                                                          \
    void* __target = READ_ONCE(STATIC_CALL_KEY(name).func);                   \
    (typeof(STATIC_CALL_TRAMP(name))*)(__target ?: (void*)__static_call_nop); \
  })
#define static_call_update(name, target)                     \
  ({                                                         \
    typeof(&STATIC_CALL_TRAMP(name)) __target = (target);    \
    WRITE_ONCE(STATIC_CALL_KEY(name).func, (void*)__target); \
  })

#define EXPORT_STATIC_CALL(name) EXPORT_SYMBOL(__SCK__##name)
#define EXPORT_STATIC_CALL_GPL(name) EXPORT_SYMBOL_GPL(__SCK__##name)
#define EXPORT_STATIC_CALL_TRAMP(name) EXPORT_STATIC_CALL(name)
#define EXPORT_STATIC_CALL_TRAMP_GPL(name) EXPORT_STATIC_CALL_GPL(name)

#endif
