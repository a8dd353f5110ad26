// The layout of a trace point.
#ifndef _LINUX_TRACEPOINT_DEFS_H
#define _LINUX_TRACEPOINT_DEFS_H

#include <linux/atomic.h>
#include <linux/static_key.h>

struct static_call_key;
struct tracepoint_func;

struct tracepoint {
  const char* name;
  struct static_key key;
  struct static_call_key* static_call_key;
  void* static_call_tramp;
  void* iterator;
  int (*regfunc)(void);
  void (*unregfunc)(void);
  struct tracepoint_func* funcs;
};
_Static_assert(sizeof(struct tracepoint) == 36, "struct tracepoint of 6.1 i386");

#endif
