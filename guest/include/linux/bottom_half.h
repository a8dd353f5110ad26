// Softirqs off and on.
#ifndef _LINUX_BOTTOM_HALF_H
#define _LINUX_BOTTOM_HALF_H

#include <linux/preempt.h>
#define local_bh_disable() __preempt_count_add(SOFTIRQ_DISABLE_OFFSET)
#define local_bh_enable() __preempt_count_sub(SOFTIRQ_DISABLE_OFFSET)

void _local_bh_enable(void);
void __local_bh_enable_ip(unsigned long ip, unsigned int cnt);

// Inline in Linux.
void local_bh_enable_ip(unsigned long ip);
bool local_bh_blocked(void);

#endif
