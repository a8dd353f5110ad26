// Waiting. Virtual time passes while the CPU runs.
#ifndef _LINUX_DELAY_H
#define _LINUX_DELAY_H

#include <linux/jiffies.h>
#include <linux/math.h>
void __udelay(unsigned long usecs);
void __ndelay(unsigned long nsecs);
void __const_udelay(unsigned long xloops);
void msleep(unsigned int msecs);
unsigned long msleep_interruptible(unsigned int msecs);
void usleep_range_state(unsigned long min, unsigned long max, unsigned int state);
#define udelay(n) __udelay(n)
#define ndelay(n) __ndelay(n)
#define mdelay(n) __udelay((n)*1000UL)
#define usleep_range(min, max) usleep_range_state(min, max, 2)
#define ssleep(seconds) msleep((seconds)*1000)
#define fsleep(usecs) usleep_range(usecs, 2 * (usecs))

#endif
