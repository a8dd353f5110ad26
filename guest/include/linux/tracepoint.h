// Trace points of modules: each compiles to nothing while no tracer runs.
#ifndef _LINUX_TRACEPOINT_H
#define _LINUX_TRACEPOINT_H

#include <linux/errno.h>
#include <linux/rcupdate.h>
#include <linux/smp.h>
#include <linux/static_key.h>
#include <linux/types.h>

#define TP_PROTO(args...) args
#define TP_ARGS(args...) args
#define TP_STRUCT__entry(args...) args
#define TP_fast_assign(args...) args
#define TP_printk(fmt, args...) fmt, args
#define TP_CONDITION(args...) args
#define PARAMS(args...) args
#define DECLARE_TRACE(name, proto, args)                                               \
  static inline void trace_##name(proto) {}                                            \
  static inline bool trace_##name##_enabled(void) { return false; }                    \
  static inline int register_trace_##name(void (*probe)(void*, proto), void* data) {   \
    return -ENOSYS;                                                                    \
  }                                                                                    \
  static inline int unregister_trace_##name(void (*probe)(void*, proto), void* data) { \
    return -ENOSYS;                                                                    \
  }
#define DEFINE_TRACE(name, ...)
#define EXPORT_TRACEPOINT_SYMBOL(name)
#define EXPORT_TRACEPOINT_SYMBOL_GPL(name)
#define TRACE_EVENT(name, proto, args, tstruct, assign, print) \
  DECLARE_TRACE(name, PARAMS(proto), PARAMS(args))
#define TRACE_EVENT_CONDITION(name, proto, args, cond, tstruct, assign, print) \
  DECLARE_TRACE(name, PARAMS(proto), PARAMS(args))
#define DECLARE_EVENT_CLASS(name, proto, args, tstruct, assign, print)
#define DEFINE_EVENT(template, name, proto, args) DECLARE_TRACE(name, PARAMS(proto), PARAMS(args))
#define DEFINE_EVENT_PRINT(template, name, proto, args, print) \
  DECLARE_TRACE(name, PARAMS(proto), PARAMS(args))
#define TRACE_DEFINE_ENUM(x)
#define tracepoint_synchronize_unregister() \
  do {                                      \
  } while (0)

#define DECLARE_TRACE_CONDITION(name, proto, args, cond) \
  DECLARE_TRACE(name, PARAMS(proto), PARAMS(args))
#define TRACE_EVENT_FN(name, proto, args, tstruct, assign, print, reg, unreg) \
  DECLARE_TRACE(name, PARAMS(proto), PARAMS(args))
#define TRACE_EVENT_FN_COND(name, proto, args, cond, tstruct, assign, print, reg, unreg) \
  DECLARE_TRACE(name, PARAMS(proto), PARAMS(args))
#define DEFINE_EVENT_FN(template, name, proto, args, reg, unreg) \
  DECLARE_TRACE(name, PARAMS(proto), PARAMS(args))
#define DEFINE_EVENT_CONDITION(template, name, proto, args, cond) \
  DECLARE_TRACE(name, PARAMS(proto), PARAMS(args))
#define TRACE_EVENT_FLAGS(event, flag)
#define TRACE_EVENT_PERF_PERM(event, expr)
#define TRACE_DEFINE_SIZEOF(x)

#endif
