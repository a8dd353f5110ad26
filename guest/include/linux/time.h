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

#endif
