// Times of day and their conversions.
#ifndef _LINUX_TIME_H
#define _LINUX_TIME_H

#include <linux/jiffies.h>
#include <linux/math64.h>
#include <linux/time64.h>
#include <linux/time_constants_mm32.h>
#include <linux/types.h>

struct tm {
  int tm_sec;
  int tm_min;
  int tm_hour;
  int tm_mday;
  int tm_mon;
  long tm_year;
  int tm_wday;
  int tm_yday;
};
struct timeval {
  long tv_sec;
  long tv_usec;
};
struct timespec {
  long tv_sec;
  long tv_nsec;
};
struct timezone {
  int tz_minuteswest;
  int tz_dsttime;
};
extern struct timezone sys_tz;
void time64_to_tm(time64_t totalsecs, int offset, struct tm* result);
static inline void time_to_tm(time_t totalsecs, int offset, struct tm* result) {
  time64_to_tm(totalsecs, offset, result);
}
time64_t mktime64(const unsigned int year, const unsigned int mon, const unsigned int day,
                  const unsigned int hour, const unsigned int min, const unsigned int sec);
#define mktime(year, mon, day, hour, min, sec) \
  ((unsigned long)mktime64(year, mon, day, hour, min, sec))
struct timespec64 ns_to_timespec64(s64 nsec);
void set_normalized_timespec64(struct timespec64* ts, time64_t sec, s64 nsec);
#include <linux/timekeeping.h>

// struct timespec, until 5.5.
static inline struct timespec64 timespec_to_timespec64(struct timespec ts) {
  return (struct timespec64){ts.tv_sec, ts.tv_nsec};
}
static inline struct timespec timespec64_to_timespec(struct timespec64 ts) {
  return (struct timespec){ts.tv_sec, ts.tv_nsec};
}
static inline struct timespec timespec_add(struct timespec a, struct timespec b) {
  return timespec64_to_timespec(
      timespec64_add(timespec_to_timespec64(a), timespec_to_timespec64(b)));
}
static inline struct timespec timespec_sub(struct timespec a, struct timespec b) {
  return timespec64_to_timespec(
      timespec64_sub(timespec_to_timespec64(a), timespec_to_timespec64(b)));
}
static inline int timespec_compare(const struct timespec* a, const struct timespec* b) {
  if (a->tv_sec != b->tv_sec) return a->tv_sec < b->tv_sec ? -1 : 1;
  return a->tv_nsec - b->tv_nsec;
}
static inline bool timespec_equal(const struct timespec* a, const struct timespec* b) {
  return timespec_compare(a, b) == 0;
}
static inline s64 timespec_to_ns(const struct timespec* ts) {
  return (s64)ts->tv_sec * NSEC_PER_SEC + ts->tv_nsec;
}
static inline s64 timeval_to_ns(const struct timeval* tv) {
  return (s64)tv->tv_sec * NSEC_PER_SEC + tv->tv_usec * NSEC_PER_USEC;
}
static inline struct timespec ns_to_timespec(s64 ns) {
  return timespec64_to_timespec(ns_to_timespec64(ns));
}
static inline struct timeval ns_to_timeval(s64 ns) {
  struct timespec64 ts = ns_to_timespec64(ns);
  return (struct timeval){ts.tv_sec, ts.tv_nsec / NSEC_PER_USEC};
}
void ktime_get_real_ts64(struct timespec64* ts);
static inline struct timespec __mm32_current_time(void) {
  struct timespec64 now;
  ktime_get_real_ts64(&now);
  return timespec64_to_timespec(now);
}
#define current_kernel_time() __mm32_current_time()
#define CURRENT_TIME __mm32_current_time()
#define CURRENT_TIME_SEC ((struct timespec){get_seconds(), 0})

#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
#define CLOCK_MONOTONIC_RAW 4
#define CLOCK_REALTIME_COARSE 5
#define CLOCK_MONOTONIC_COARSE 6
#define CLOCK_BOOTTIME 7

struct __kernel_itimerspec;
struct __kernel_timespec;
struct itimerspec64;
struct timespec64;

#define ITIMER_REAL 0
#define ITIMER_VIRTUAL 1
#define ITIMER_PROF 2
#define CLOCK_REALTIME_ALARM 8
#define CLOCK_BOOTTIME_ALARM 9
#define CLOCK_SGI_CYCLE 10
#define CLOCK_TAI 11
#define MAX_CLOCKS 16
#define CLOCKS_MASK (CLOCK_REALTIME | CLOCK_MONOTONIC)
#define CLOCKS_MONO CLOCK_MONOTONIC
#define TIMER_ABSTIME 0x01
int get_timespec64(struct timespec64* ts, const struct __kernel_timespec* uts);
int put_timespec64(const struct timespec64* ts, struct __kernel_timespec* uts);
int get_itimerspec64(struct itimerspec64* it, const struct __kernel_itimerspec* uit);
int put_itimerspec64(const struct itimerspec64* it, struct __kernel_itimerspec* uit);
void clear_itimer(void);
long do_utimes(int dfd, const char* filename, struct timespec64* times, int flags);

static inline bool itimerspec64_valid(const struct itimerspec64* its) {
  return timespec64_valid(&its->it_interval) && timespec64_valid(&its->it_value);
}
// Times whose lowest 32 bits only are known.
#define time_after32(a, b) ((s32)((u32)(b) - (u32)(a)) < 0)
#define time_before32(b, a) time_after32(a, b)
#define time_between32(t, l, h) ((u32)(h) - (u32)(l) >= (u32)(t) - (u32)(l))

#endif
