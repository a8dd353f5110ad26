// Injected faults of copies to and from user memory: not configured.
#ifndef _LINUX_FAULT_INJECT_USERCOPY_H
#define _LINUX_FAULT_INJECT_USERCOPY_H

#include <linux/types.h>

static inline bool should_fail_usercopy(void) { return false; }

#endif
