// Switching page fault handling off and on, and access to user memory.
#ifndef _LINUX_UACCESS_H
#define _LINUX_UACCESS_H

#include <asm/uaccess.h>
#include <linux/sched.h>
#include <linux/types.h>

static inline void pagefault_disable(void) {
  current->pagefault_disabled++;
  barrier();
}
static inline void pagefault_enable(void) {
  barrier();
  current->pagefault_disabled--;
}
#define pagefault_disabled() (current->pagefault_disabled != 0)
#define faulthandler_disabled() (pagefault_disabled() || in_atomic())

#endif
