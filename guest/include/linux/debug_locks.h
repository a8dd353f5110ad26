#ifndef _LINUX_DEBUG_LOCKS_H
#define _LINUX_DEBUG_LOCKS_H

#include <linux/lockdep.h>

extern int debug_locks;
extern int debug_locks_silent;
int debug_locks_off(void);

#endif
