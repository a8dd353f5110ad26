// A call for later.
#ifndef _LINUX_DELAYED_CALL_H
#define _LINUX_DELAYED_CALL_H

#include <linux/types.h>

struct delayed_call;

struct delayed_call {
  void (*fn)(void*);
  void* arg;
};

// Inline in Linux.

// Inline in Linux.

static inline void set_delayed_call(struct delayed_call* call, void (*fn)(void*), void* arg) {
  call->fn = fn;
  call->arg = arg;
}
static inline void do_delayed_call(struct delayed_call* call) {
  if (call->fn) call->fn(call->arg);
}
static inline void clear_delayed_call(struct delayed_call* call) { call->fn = NULL; }

#endif
