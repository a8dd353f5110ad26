#ifndef _LINUX_SCHED_INIT_H
#define _LINUX_SCHED_INIT_H

#include <linux/sched.h>

void sched_init(void);
void sched_init_smp(void);

#endif
