/*
 * Delays and sleeps: they move virtual time on. A delay keeps the CPU, but for interrupts: timers
 * that fall due fire in the middle of it. Linux: arch/x86/lib/delay.c, kernel/time/timer.c.
 */
#include <linux/delay.h>
#include <linux/export.h>
#include <linux/hrtimer.h>
#include <linux/sched.h>

#include "host.h"
#include "sched/sched.h"

static void spend(u64 ns) {
  const u64 end = now_ns() + ns;

  while (now_ns() < end) {
    const u64 now = now_ns(), event = next_event_ns();

    mm32_sleep_ns((event > now && event < end ? event : end) - now);
    poll_clock();
  }
}

void __ndelay(unsigned long nsecs) { spend(nsecs); }
EXPORT_SYMBOL(__ndelay);

void __udelay(unsigned long usecs) { spend((u64)usecs * 1000); }
EXPORT_SYMBOL(__udelay);

/* xloops: a fraction of a second in units of 2^-32. */
void __const_udelay(unsigned long xloops) { spend(((u64)xloops * 1000000000u) >> 32); }
EXPORT_SYMBOL(__const_udelay);

void __delay(unsigned long loops);
void __delay(unsigned long loops) { spend(loops); }
EXPORT_SYMBOL(__delay);

void msleep(unsigned int msecs) {
  unsigned long timeout = msecs_to_jiffies(msecs) + 1;

  while (timeout) timeout = schedule_timeout_uninterruptible(timeout);
}
EXPORT_SYMBOL(msleep);

/* No signal can be pending: nobody is there to send one. */
unsigned long msleep_interruptible(unsigned int msecs) {
  unsigned long timeout = msecs_to_jiffies(msecs) + 1;

  while (timeout) timeout = schedule_timeout_interruptible(timeout);
  return 0;
}
EXPORT_SYMBOL(msleep_interruptible);

void usleep_range_state(unsigned long min, unsigned long max, unsigned int state) {
  ktime_t expires = ktime_add_us(ktime_get(), min);
  const u64 delta = (u64)(max - min) * NSEC_PER_USEC;

  do __set_current_state(state);
  while (schedule_hrtimeout_range(&expires, delta, HRTIMER_MODE_ABS));
}
EXPORT_SYMBOL(usleep_range_state);
