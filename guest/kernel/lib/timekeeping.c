// Clocks and conversions that few use, and user memory that holds times.
// Linux: 6.1 kernel/time/{time,timekeeping,timecounter,clocksource}.c, kernel/sched/clock.c,
// kernel/trace/trace_clock.c.
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/hrtimer.h>
#include <linux/ktime.h>
#include <linux/sched.h>
#include <linux/sched/clock.h>
#include <linux/time.h>
#include <linux/time_types.h>
#include <linux/timecounter.h>
#include <linux/timekeeping.h>
#include <linux/timer.h>
#include <linux/uaccess.h>

#include "host.h"

unsigned int hrtimer_resolution = 1;
EXPORT_SYMBOL_GPL(hrtimer_resolution);

unsigned long long sched_clock(void) { return mm32_time_ns(); }
EXPORT_SYMBOL_GPL(sched_clock);
u64 sched_clock_cpu(int cpu) { return mm32_time_ns(); }
EXPORT_SYMBOL_GPL(sched_clock_cpu);

u64 trace_clock_local(void);
u64 trace_clock_local(void) { return mm32_time_ns(); }
EXPORT_SYMBOL_GPL(trace_clock_local);
u64 trace_clock(void);
u64 trace_clock(void) { return mm32_time_ns(); }
EXPORT_SYMBOL_GPL(trace_clock);
u64 trace_clock_global(void);
u64 trace_clock_global(void) { return mm32_time_ns(); }
EXPORT_SYMBOL_GPL(trace_clock_global);
u64 trace_clock_jiffies(void);
u64 trace_clock_jiffies(void) { return jiffies_64_to_clock_t(get_jiffies_64() - INITIAL_JIFFIES); }
EXPORT_SYMBOL_GPL(trace_clock_jiffies);

u64 ktime_get_tai_fast_ns(void) { return ktime_get_real_fast_ns(); }
EXPORT_SYMBOL_GPL(ktime_get_tai_fast_ns);
u32 ktime_get_resolution_ns(void) { return 1; }
EXPORT_SYMBOL_GPL(ktime_get_resolution_ns);
ktime_t ktime_mono_to_any(ktime_t tmono, enum tk_offsets offs) {
  return ktime_add(tmono, ktime_sub(ktime_get_with_offset(offs), ktime_get()));
}
EXPORT_SYMBOL_GPL(ktime_mono_to_any);

// When the machine started, by the clock on the wall.
void getboottime64(struct timespec64* ts) {
  *ts = ktime_to_timespec64(ktime_sub(ktime_get_real(), ktime_get_boottime()));
}
EXPORT_SYMBOL_GPL(getboottime64);

#undef timer_shutdown
#undef timer_shutdown_sync
// The timer can not be started again.
int timer_shutdown(struct timer_list* timer) {
  const int was_pending = timer_delete(timer);

  timer->function = NULL;
  return was_pending;
}
EXPORT_SYMBOL(timer_shutdown);
int timer_shutdown_sync(struct timer_list* timer);
int timer_shutdown_sync(struct timer_list* timer) {
  const int was_pending = timer_delete_sync(timer);

  timer->function = NULL;
  return was_pending;
}
EXPORT_SYMBOL(timer_shutdown_sync);

long io_schedule_timeout(long timeout) { return schedule_timeout(timeout); }
EXPORT_SYMBOL(io_schedule_timeout);

int get_timespec64(struct timespec64* ts, const struct __kernel_timespec __user* uts) {
  struct __kernel_timespec kts;

  if (copy_from_user(&kts, uts, sizeof(kts))) return -EFAULT;
  ts->tv_sec = kts.tv_sec;
  ts->tv_nsec = kts.tv_nsec;
  return 0;
}
EXPORT_SYMBOL_GPL(get_timespec64);

int put_timespec64(const struct timespec64* ts, struct __kernel_timespec __user* uts) {
  const struct __kernel_timespec kts = {.tv_sec = ts->tv_sec, .tv_nsec = ts->tv_nsec};

  return copy_to_user(uts, &kts, sizeof(kts)) ? -EFAULT : 0;
}
EXPORT_SYMBOL_GPL(put_timespec64);

// The factor and the shift of from -> to, exact enough for maxsec seconds.
void clocks_calc_mult_shift(u32* mult, u32* shift, u32 from, u32 to, u32 maxsec);
void clocks_calc_mult_shift(u32* mult, u32* shift, u32 from, u32 to, u32 maxsec) {
  u32 bits = 32, s;
  u64 factor = 0;
  u64 range;

  for (range = (u64)maxsec * from >> 32; range; range >>= 1) bits--;
  for (s = 32; s > 0; s--) {
    factor = (((u64)to << s) + from / 2);
    do_div(factor, from);
    if (!(factor >> bits)) break;
  }
  *mult = factor;
  *shift = s;
}
EXPORT_SYMBOL_GPL(clocks_calc_mult_shift);

void timecounter_init(struct timecounter* tc, const struct cyclecounter* cc, u64 start_tstamp) {
  tc->cc = cc;
  tc->cycle_last = cc->read(cc);
  tc->nsec = start_tstamp;
  tc->mask = (1ULL << cc->shift) - 1;
  tc->frac = 0;
}
EXPORT_SYMBOL_GPL(timecounter_init);

u64 timecounter_read(struct timecounter* tc) {
  const u64 now = tc->cc->read(tc->cc);
  const u64 passed = (now - tc->cycle_last) & tc->cc->mask;

  tc->nsec += cyclecounter_cyc2ns(tc->cc, passed, tc->mask, &tc->frac);
  tc->cycle_last = now;
  return tc->nsec;
}
EXPORT_SYMBOL_GPL(timecounter_read);

u64 timecounter_cyc2time(const struct timecounter* tc, u64 cycle_tstamp) {
  u64 passed = (cycle_tstamp - tc->cycle_last) & tc->cc->mask;
  u64 fraction = tc->frac;

  if (passed <= tc->cc->mask / 2)
    return tc->nsec + cyclecounter_cyc2ns(tc->cc, passed, tc->mask, &fraction);
  passed = (tc->cycle_last - cycle_tstamp) & tc->cc->mask;
  return tc->nsec - ((passed * tc->cc->mult - tc->frac) >> tc->cc->shift);
}
EXPORT_SYMBOL_GPL(timecounter_cyc2time);
