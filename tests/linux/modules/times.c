// Conversions of time.
#include <linux/init.h>
#include <linux/jiffies.h>
#include <linux/kernel.h>
#include <linux/ktime.h>
#include <linux/module.h>
#include <linux/ratelimit.h>
#include <linux/rtc.h>
#include <linux/time.h>
#include <linux/timer.h>

static int __init times_init(void) {
  static const unsigned int ms[] = {0, 1, 3, 4, 5, 1000, 123456, 2147483647u, 4294967295u};
  static const time64_t secs[] = {0,  86399,  86400,         951827696, 1709164800, 4102444799ll,
                                  -1, -86401, 253402300799ll};
  struct timespec64 ts;
  struct tm tm;
  int i;
  for (i = 0; i < ARRAY_SIZE(ms); i++)
    pr_info("ms %u j %lu us %lu\n", ms[i], msecs_to_jiffies(ms[i]), usecs_to_jiffies(ms[i]));
  pr_info("back %u %u %llu clock %lu %lu\n", jiffies_to_msecs(250), jiffies_to_usecs(7),
          (u64)jiffies64_to_nsecs(3), (unsigned long)jiffies_to_clock_t(1000),
          clock_t_to_jiffies(100));
  pr_info("hz %d tick %ld nsecs %lu\n", HZ, (long)TICK_NSEC, nsecs_to_jiffies(1000000000));
  for (i = 0; i < ARRAY_SIZE(secs); i++) {
    time64_to_tm(secs[i], 0, &tm);
    pr_info("%lld: %ld-%d-%d %d:%d:%d wday %d yday %d\n", secs[i], tm.tm_year, tm.tm_mon,
            tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec, tm.tm_wday, tm.tm_yday);
  }
  pr_info("mktime %lld %lld %lld\n", mktime64(1970, 1, 1, 0, 0, 0),
          mktime64(2000, 2, 29, 12, 34, 56), mktime64(2100, 3, 1, 0, 0, 0));
  set_normalized_timespec64(&ts, 5, 2500000000ll);
  pr_info("norm %lld.%09ld", ts.tv_sec, ts.tv_nsec);
  set_normalized_timespec64(&ts, 5, -1);
  pr_cont(" %lld.%09ld", ts.tv_sec, ts.tv_nsec);
  ts = ns_to_timespec64(-1500000000ll);
  pr_cont(" %lld.%09ld", ts.tv_sec, ts.tv_nsec);
  ts = ns_to_timespec64(1234567890123456789ll);
  pr_cont(" %lld.%09ld\n", ts.tv_sec, ts.tv_nsec);
  ts = timespec64_add((struct timespec64){1, 900000000}, (struct timespec64){2, 200000000});
  pr_info("add %lld.%09ld ns %lld cmp %d\n", ts.tv_sec, ts.tv_nsec, timespec64_to_ns(&ts),
          timespec64_compare(&ts, &ts));
  pr_info("ktime %lld %lld %lld %lld %d\n", ktime_set(3, 5), ktime_to_ms(1999999),
          ktime_to_us(-5000), ktime_divns(1000000000000ll, 3000000000ll), ktime_compare(1, 2));
  pr_info("after %d %d range %d\n", time_after(5ul, 3ul), time_before(5ul, 3ul),
          time_in_range(5ul, 3ul, 9ul));
  for (i = 0; i < 3; i++) pr_info_once("once %d\n", i);
  for (i = 0; i < 15; i++) pr_info_ratelimited("limited %d\n", i);
  return 0;
}
static void __exit times_exit(void) {}
module_init(times_init);
module_exit(times_exit);
MODULE_LICENSE("GPL");
