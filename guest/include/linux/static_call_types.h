// The names and the structure of static calls. Linux 6.1: include/linux/static_call_types.h.
#ifndef _LINUX_STATIC_CALL_TYPES_H
#define _LINUX_STATIC_CALL_TYPES_H

#define STATIC_CALL_KEY(name) __SCK__##name
#define STATIC_CALL_TRAMP(name) __SCT__##name

struct static_call_key {
  void* func;
};

#define DECLARE_STATIC_CALL(name, proto)               \
  extern struct static_call_key STATIC_CALL_KEY(name); \
  extern typeof(proto) STATIC_CALL_TRAMP(name)

#endif
