#ifndef _LINUX_SCHED_IDLE_H
#define _LINUX_SCHED_IDLE_H

#include <linux/sched.h>

enum cpu_idle_type { CPU_IDLE, CPU_NOT_IDLE, CPU_NEWLY_IDLE, CPU_MAX_IDLE_TYPES };
void wake_up_if_idle(int cpu);

// Inline in Linux.
bool current_set_polling_and_test(void);
bool current_clr_polling_and_test(void);
void current_clr_polling(void);

#endif
