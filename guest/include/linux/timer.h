// Timers: the rounding of timeouts.
#ifndef _LINUX_TIMER_H
#define _LINUX_TIMER_H
#include <linux/jiffies.h>
#include <linux/ktime.h>
#include <linux/round_jiffies_mm32.h>
#endif
