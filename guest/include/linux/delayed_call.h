// A call for later.
#ifndef _LINUX_DELAYED_CALL_H
#define _LINUX_DELAYED_CALL_H

#include <linux/types.h>

struct delayed_call;

struct delayed_call {
  void (*fn)(void*);
  void* arg;
};

#endif
