// Whether lock debugging is still on.
#ifndef _LINUX_DEBUG_LOCKS_H
#define _LINUX_DEBUG_LOCKS_H

#include <linux/lockdep.h>

extern int debug_locks;
extern int debug_locks_silent;
/* Switches it off; 1 when it was on and reports are wanted. */
int debug_locks_off(void);

// Inline in Linux.
struct task_struct;
void debug_show_all_locks(void);
void debug_show_held_locks(struct task_struct* task);
void debug_check_no_locks_freed(const void* from, unsigned long len);
void debug_check_no_locks_held(void);

#endif
