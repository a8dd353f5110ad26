// The tick counter: 250 a second of virtual time. It starts 5 minutes before it wraps.
#ifndef _LINUX_JIFFIES_H
#define _LINUX_JIFFIES_H

#include <asm/timex.h>
#include <linux/limits.h>
#include <linux/math.h>
#include <linux/time_constants_mm32.h>
#include <linux/typecheck.h>
#include <linux/types.h>

#define HZ CONFIG_HZ
#define USER_HZ 100
#define INITIAL_JIFFIES ((unsigned long)(unsigned int)(-300 * HZ))
#define MAX_JIFFY_OFFSET ((LONG_MAX >> 1) - 1)
#define TICK_NSEC (NSEC_PER_SEC / HZ)
extern unsigned long volatile jiffies;
extern u64 jiffies_64;
u64 get_jiffies_64(void);

#define time_after(a, b) ((long)((b) - (a)) < 0)
#define time_before(a, b) time_after(b, a)
#define time_after_eq(a, b) ((long)((a) - (b)) >= 0)
#define time_before_eq(a, b) time_after_eq(b, a)
#define time_in_range(a, b, c) (time_after_eq(a, b) && time_before_eq(a, c))
#define time_in_range_open(a, b, c) (time_after_eq(a, b) && time_before(a, c))
#define time_after64(a, b) ((s64)((b) - (a)) < 0)
#define time_before64(a, b) time_after64(b, a)
#define time_after_eq64(a, b) ((s64)((a) - (b)) >= 0)
#define time_before_eq64(a, b) time_after_eq64(b, a)
#define time_is_before_jiffies(a) time_after(jiffies, a)
#define time_is_after_jiffies(a) time_before(jiffies, a)
#define time_is_before_eq_jiffies(a) time_after_eq(jiffies, a)
#define time_is_after_eq_jiffies(a) time_before_eq(jiffies, a)

struct timespec64;
unsigned int jiffies_to_msecs(const unsigned long j);
unsigned int jiffies_to_usecs(const unsigned long j);
unsigned long __msecs_to_jiffies(const unsigned int m);
unsigned long __usecs_to_jiffies(const unsigned int u);
unsigned long timespec64_to_jiffies(const struct timespec64* value);
void jiffies_to_timespec64(const unsigned long jiffies, struct timespec64* value);
clock_t jiffies_to_clock_t(unsigned long x);
unsigned long clock_t_to_jiffies(unsigned long x);
u64 jiffies_64_to_clock_t(u64 x);
u64 jiffies64_to_nsecs(u64 j);
u64 jiffies64_to_msecs(u64 j);
u64 nsecs_to_jiffies64(u64 n);
unsigned long nsecs_to_jiffies(u64 n);
#define msecs_to_jiffies(m) __msecs_to_jiffies(m)
#define usecs_to_jiffies(u) __usecs_to_jiffies(u)
static inline u64 jiffies_to_nsecs(const unsigned long j) {
  return (u64)jiffies_to_usecs(j) * NSEC_PER_USEC;
}

#define SHIFT_HZ 8
#define LATCH ((CLOCK_TICK_RATE + HZ / 2) / HZ)
#define TICK_USEC ((USEC_PER_SEC + HZ / 2) / HZ)
#define USER_TICK_USEC ((1000000UL + USER_HZ / 2) / USER_HZ)
#define SEC_JIFFIE_SC (32 - SHIFT_HZ)
#define NSEC_JIFFIE_SC (SEC_JIFFIE_SC + 29)
#define TIMESTAMP_SIZE 30
int register_refined_jiffies(long clock_tick_rate);
extern unsigned long preset_lpj;
u64 nsec_to_clock_t(u64 x);

#define time_in_range64(a, b, c) (time_after_eq64(a, b) && time_before_eq64(a, c))
#define time_is_before_jiffies64(a) time_after64(get_jiffies_64(), a)
#define time_is_after_jiffies64(a) time_before64(get_jiffies_64(), a)
#define time_is_before_eq_jiffies64(a) time_after_eq64(get_jiffies_64(), a)
#define time_is_after_eq_jiffies64(a) time_before_eq64(get_jiffies_64(), a)
#define SH_DIV(NOM, DEN, LSH) \
  ((((NOM) / (DEN)) << (LSH)) + ((((NOM) % (DEN)) << (LSH)) + (DEN) / 2) / (DEN))
#define SEC_CONVERSION \
  ((unsigned long)((((u64)NSEC_PER_SEC << SEC_JIFFIE_SC) + TICK_NSEC - 1) / (u64)TICK_NSEC))
#define NSEC_CONVERSION \
  ((unsigned long)((((u64)1 << NSEC_JIFFIE_SC) + TICK_NSEC - 1) / (u64)TICK_NSEC))
#define MAX_SEC_IN_JIFFIES (long)((u64)((u64)MAX_JIFFY_OFFSET * TICK_NSEC) / NSEC_PER_SEC)
static inline clock_t jiffies_delta_to_clock_t(long delta) {
  return jiffies_to_clock_t(delta > 0 ? delta : 0);
}
static inline unsigned int jiffies_delta_to_msecs(long delta) {
  return jiffies_to_msecs(delta > 0 ? delta : 0);
}

#endif
