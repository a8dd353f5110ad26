// Loops that wait for time to pass without a call, and with calls.
#include <linux/delay.h>
#include <linux/jiffies.h>
#include <linux/ktime.h>
#include <linux/module.h>
#include <linux/sched.h>

static void by_jiffies(void) {
  unsigned long start = jiffies, end = start + HZ / 2, looks = 0;
  u64 start64 = get_jiffies_64();
  while (time_before(jiffies, end)) cpu_relax();
  pr_info("relaxed: %d\n", time_after_eq(jiffies, end) && time_before(jiffies, end + HZ / 10));
  end = jiffies + HZ / 4;
  while (time_before(jiffies, end)) looks++;
  pr_info("looked more than once: %d\n", looks > 1);
  while (get_jiffies_64() < start64 + HZ) barrier();
  pr_info("a second: %d\n", jiffies_to_msecs(jiffies - start) >= 1000);
  end = jiffies + 2;
  do {
    schedule();
  } while (time_before_eq(jiffies, end));
  pr_info("scheduled: %d\n", time_after(jiffies, end));
}
static void by_clock(void) {
  ktime_t end = ktime_add_ms(ktime_get(), 20);
  u64 before = ktime_get_ns();
  while (ktime_before(ktime_get(), end)) cpu_relax();
  pr_info("clock: %d\n", ktime_get_ns() - before >= 19 * NSEC_PER_MSEC);
  before = ktime_get_ns();
  mdelay(5);
  udelay(50);
  ndelay(700);
  pr_info("delays: %d\n", ktime_get_ns() - before >= 5050000);
  before = ktime_get_ns();
  msleep(10);
  usleep_range(1000, 2000);
  pr_info("sleeps: %d\n", ktime_get_ns() - before >= 11 * NSEC_PER_MSEC);
}
static int __init waiting_init(void) {
  by_jiffies();
  by_clock();
  return 0;
}
static void __exit waiting_exit(void) {}
module_init(waiting_init);
module_exit(waiting_exit);
MODULE_LICENSE("GPL");
