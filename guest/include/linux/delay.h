// Delays. Time is virtual: a delay moves the machine's clock on and costs nothing.
#ifndef _LINUX_DELAY_H
#define _LINUX_DELAY_H

#include <linux/jiffies.h>
#include <linux/math.h>
#include <linux/sched.h>
#include <linux/types.h>

void __udelay(unsigned long usecs);
void __ndelay(unsigned long nsecs);
void __const_udelay(unsigned long xloops);
#define udelay(n) __udelay(n)
#define ndelay(n) __ndelay(n)
#define mdelay(n) __udelay((n)*1000ul)
void msleep(unsigned int msecs);
unsigned long msleep_interruptible(unsigned int msecs);
void usleep_range_state(unsigned long min, unsigned long max, unsigned int state);
static inline void usleep_range(unsigned long min, unsigned long max) {
  usleep_range_state(min, max, 2);
}
static inline void ssleep(unsigned int seconds) { msleep(seconds * 1000); }
static inline void fsleep(unsigned long usecs) { usleep_range(usecs, 2 * usecs); }

#define MAX_UDELAY_MS 5
extern unsigned long loops_per_jiffy;
extern unsigned long lpj_fine;
void calibrate_delay(void);
void calibration_delay_done(void);

static inline void usleep_idle_range(unsigned long min, unsigned long max) {
  usleep_range_state(min, max, TASK_IDLE);
}

#endif
