// struct rtc_time.
#ifndef _LINUX_RTC_H
#define _LINUX_RTC_H

#include <linux/time.h>
#include <linux/types.h>

struct rtc_time {
  int tm_sec;
  int tm_min;
  int tm_hour;
  int tm_mday;
  int tm_mon;
  int tm_year;
  int tm_wday;
  int tm_yday;
  int tm_isdst;
};
void rtc_time64_to_tm(time64_t time, struct rtc_time* tm);
time64_t rtc_tm_to_time64(struct rtc_time* tm);
int rtc_month_days(unsigned int month, unsigned int year);
int rtc_year_days(unsigned int day, unsigned int month, unsigned int year);
int rtc_valid_tm(struct rtc_time* tm);
static inline bool is_leap_year(unsigned int year) {
  return (!(year % 4) && (year % 100)) || !(year % 400);
}

#endif
