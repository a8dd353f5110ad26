/*
 * Delays and sleeps: they move virtual time on. Linux: arch/x86/lib/delay.c, kernel/time/timer.c.
 */
#include <linux/delay.h>
#include <linux/export.h>
#include <linux/sched.h>

#include "host.h"
#include "work.h"

void __ndelay(unsigned long nsecs)
{
	mm32_sleep_ns(nsecs);
}
EXPORT_SYMBOL(__ndelay);

void __udelay(unsigned long usecs)
{
	mm32_sleep_ns((u64)usecs * 1000);
}
EXPORT_SYMBOL(__udelay);

/* xloops: a fraction of a second in units of 2^-32. */
void __const_udelay(unsigned long xloops)
{
	mm32_sleep_ns(((u64)xloops * 1000000000u) >> 32);
}
EXPORT_SYMBOL(__const_udelay);

void msleep(unsigned int msecs)
{
	mm32_sleep_ns((u64)msecs * 1000000);
	run_pending_works();
}
EXPORT_SYMBOL(msleep);

unsigned long msleep_interruptible(unsigned int msecs)
{
	msleep(msecs);
	return 0;
}
EXPORT_SYMBOL(msleep_interruptible);

void usleep_range_state(unsigned long min, unsigned long max, unsigned int state)
{
	mm32_sleep_ns((u64)min * 1000);
	run_pending_works();
}
EXPORT_SYMBOL(usleep_range_state);

signed long schedule_timeout(signed long timeout)
{
	run_pending_works();
	if (timeout == MAX_SCHEDULE_TIMEOUT)
		mm32_block("an event (schedule)");
	else if (timeout > 0)
		mm32_sleep_ns((u64)timeout * (1000000000u / HZ));
	return 0;
}
EXPORT_SYMBOL(schedule_timeout);

signed long schedule_timeout_interruptible(signed long timeout)
{
	return schedule_timeout(timeout);
}
EXPORT_SYMBOL(schedule_timeout_interruptible);

signed long schedule_timeout_uninterruptible(signed long timeout)
{
	return schedule_timeout(timeout);
}
EXPORT_SYMBOL(schedule_timeout_uninterruptible);

void schedule(void)
{
	run_pending_works();
	if (current->__state != TASK_RUNNING)
		mm32_block("to be woken up (schedule)");
}
EXPORT_SYMBOL(schedule);

void yield(void)
{
}
EXPORT_SYMBOL(yield);
