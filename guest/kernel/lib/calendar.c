// Seconds since 1970 to dates and back. The civil calendar is counted from 1 March of year 0, so
// that the leap day is the last of a year.
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/math64.h>
#include <linux/rtc.h>
#include <linux/time.h>

#define DAYS_PER_ERA 146097  // 400 years
#define DAYS_TO_1970 719468  // from 1 March of year 0

static long floor_div(long a, long b) { return a / b - (a % b < 0); }

static void civil_from_days(long days, long* year, int* month, int* day) {
  long shifted = days + DAYS_TO_1970;
  long era = floor_div(shifted, DAYS_PER_ERA);
  long in_era = shifted - era * DAYS_PER_ERA;
  long year_of_era = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
  long in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  long march_month = (5 * in_year + 2) / 153;
  *day = in_year - (153 * march_month + 2) / 5 + 1;
  *month = march_month < 10 ? march_month + 3 : march_month - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

static int day_of_year(long year, int month, int day) {
  static const short before[12] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  return before[month - 1] + day - 1 + (month > 2 && is_leap_year(year));
}

void time64_to_tm(time64_t totalsecs, int offset, struct tm* result) {
  s32 second;
  s64 shifted = totalsecs + offset;
  long days = (long)div_s64_rem(shifted, 86400, &second);
  int month;
  if (second < 0) {
    second += 86400;
    days--;
  }
  result->tm_hour = second / 3600;
  result->tm_min = second % 3600 / 60;
  result->tm_sec = second % 60;
  civil_from_days(days, &result->tm_year, &month, &result->tm_mday);
  result->tm_yday = day_of_year(result->tm_year, month, result->tm_mday);
  result->tm_year -= 1900;
  result->tm_mon = month - 1;
  result->tm_wday = ((days + 4) % 7 + 7) % 7;
}
EXPORT_SYMBOL(time64_to_tm);

time64_t mktime64(const unsigned int year0, const unsigned int mon0, const unsigned int day,
                  const unsigned int hour, const unsigned int min, const unsigned int sec) {
  long year = mon0 <= 2 ? (long)year0 - 1 : (long)year0;
  long month = mon0 <= 2 ? mon0 + 9 : (long)mon0 - 3;
  long days = 365 * year + floor_div(year, 4) - floor_div(year, 100) + floor_div(year, 400) +
              (153 * month + 2) / 5 + (long)day - 1 - DAYS_TO_1970;
  return (((time64_t)days * 24 + hour) * 60 + min) * 60 + sec;
}
EXPORT_SYMBOL(mktime64);

int rtc_month_days(unsigned int month, unsigned int year) {
  static const u8 days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days[month] + (is_leap_year(year) && month == 1);
}
EXPORT_SYMBOL(rtc_month_days);

int rtc_year_days(unsigned int day, unsigned int month, unsigned int year) {
  return day_of_year(year, month + 1, day);
}
EXPORT_SYMBOL(rtc_year_days);

void rtc_time64_to_tm(time64_t time, struct rtc_time* tm) {
  struct tm broken;
  time64_to_tm(time, 0, &broken);
  *tm = (struct rtc_time){broken.tm_sec,  broken.tm_min,  broken.tm_hour,
                          broken.tm_mday, broken.tm_mon,  broken.tm_year,
                          broken.tm_wday, broken.tm_yday, 0};
  tm->tm_yday++;
}
EXPORT_SYMBOL(rtc_time64_to_tm);

time64_t rtc_tm_to_time64(struct rtc_time* tm) {
  return mktime64(tm->tm_year + 1900, tm->tm_mon + 1, tm->tm_mday, tm->tm_hour, tm->tm_min,
                  tm->tm_sec);
}
EXPORT_SYMBOL(rtc_tm_to_time64);

int rtc_valid_tm(struct rtc_time* tm) {
  if (tm->tm_year < 70 || tm->tm_year > INT_MAX - 1900 || (unsigned)tm->tm_mon >= 12 ||
      tm->tm_mday < 1 || tm->tm_mday > rtc_month_days(tm->tm_mon, tm->tm_year + 1900) ||
      (unsigned)tm->tm_hour >= 24 || (unsigned)tm->tm_min >= 60 || (unsigned)tm->tm_sec >= 60)
    return -EINVAL;
  return 0;
}
EXPORT_SYMBOL(rtc_valid_tm);
