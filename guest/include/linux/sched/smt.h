// Threads of one core.
#ifndef _LINUX_SCHED_SMT_H
#define _LINUX_SCHED_SMT_H

#include <linux/static_key.h>
#include <linux/types.h>

struct static_key_false;

extern struct static_key_false sched_smt_present;
void arch_smt_update(void);

static inline bool sched_smt_active(void) { return false; }

#endif
