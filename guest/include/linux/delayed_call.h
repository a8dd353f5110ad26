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
void set_delayed_call(struct delayed_call* call, void (*fn)(void*), void* arg);
void do_delayed_call(struct delayed_call* call);
void clear_delayed_call(struct delayed_call* call);

// Inline in Linux.
void set_delayed_call(struct delayed_call* call, void (*fn)(void*), void* arg);
void do_delayed_call(struct delayed_call* call);
void clear_delayed_call(struct delayed_call* call);

#endif
