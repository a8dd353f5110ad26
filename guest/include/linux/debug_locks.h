// Whether lock debugging is still on.
#ifndef _LINUX_DEBUG_LOCKS_H
#define _LINUX_DEBUG_LOCKS_H

#include <linux/lockdep.h>

extern int debug_locks;
extern int debug_locks_silent;
/* Switches it off; 1 when it was on and reports are wanted. */
int debug_locks_off(void);

#endif
