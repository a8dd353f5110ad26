// struct timespec64: 12 bytes on i386.
#ifndef _LINUX_TIME64_H
#define _LINUX_TIME64_H

#include <linux/math64.h>
#include <linux/time_constants_mm32.h>
#include <linux/types.h>

struct timespec64 {
  time64_t tv_sec;
  long tv_nsec;
};
struct itimerspec64 {
  struct timespec64 it_interval;
  struct timespec64 it_value;
};
#define TIME64_MAX ((s64) ~((u64)1 << 63))
#define TIME64_MIN (-TIME64_MAX - 1)
#define KTIME_MAX ((s64) ~((u64)1 << 63))
#define KTIME_MIN (-KTIME_MAX - 1)
#define KTIME_SEC_MAX (KTIME_MAX / NSEC_PER_SEC)

void set_normalized_timespec64(struct timespec64* ts, time64_t sec, s64 nsec);
struct timespec64 ns_to_timespec64(s64 nsec);
static inline int timespec64_equal(const struct timespec64* a, const struct timespec64* b) {
  return a->tv_sec == b->tv_sec && a->tv_nsec == b->tv_nsec;
}
static inline int timespec64_compare(const struct timespec64* a, const struct timespec64* b) {
  if (a->tv_sec != b->tv_sec) return a->tv_sec < b->tv_sec ? -1 : 1;
  return a->tv_nsec - b->tv_nsec;
}
static inline struct timespec64 timespec64_add(struct timespec64 a, struct timespec64 b) {
  struct timespec64 sum;
  set_normalized_timespec64(&sum, a.tv_sec + b.tv_sec, (s64)a.tv_nsec + b.tv_nsec);
  return sum;
}
static inline struct timespec64 timespec64_sub(struct timespec64 a, struct timespec64 b) {
  struct timespec64 difference;
  set_normalized_timespec64(&difference, a.tv_sec - b.tv_sec, (s64)a.tv_nsec - b.tv_nsec);
  return difference;
}
static inline bool timespec64_valid(const struct timespec64* ts) {
  return ts->tv_sec >= 0 && (unsigned long)ts->tv_nsec < NSEC_PER_SEC;
}
static inline s64 timespec64_to_ns(const struct timespec64* ts) {
  if (ts->tv_sec >= KTIME_MAX / NSEC_PER_SEC) return KTIME_MAX;
  if (ts->tv_sec <= KTIME_MIN / NSEC_PER_SEC) return KTIME_MIN;
  return ts->tv_sec * NSEC_PER_SEC + ts->tv_nsec;
}

#define KTIME_SEC_MIN (KTIME_MIN / NSEC_PER_SEC)
// A clock may be set as far as leaves it thirty years until it ends.
#define TIME_UPTIME_SEC_MAX (30LL * 365 * 24 * 3600)
#define TIME_SETTOD_SEC_MAX (KTIME_SEC_MAX - TIME_UPTIME_SEC_MAX)
static inline bool timespec64_valid_strict(const struct timespec64* ts) {
  return timespec64_valid(ts) && (unsigned long long)ts->tv_sec < KTIME_SEC_MAX;
}
static inline bool timespec64_valid_settod(const struct timespec64* ts) {
  return timespec64_valid(ts) && (unsigned long long)ts->tv_sec < TIME_SETTOD_SEC_MAX;
}
static __always_inline void timespec64_add_ns(struct timespec64* a, u64 ns) {
  a->tv_sec += __iter_div_u64_rem(a->tv_nsec + ns, NSEC_PER_SEC, &ns);
  a->tv_nsec = ns;
}
struct timespec64 timespec64_add_safe(const struct timespec64 lhs, const struct timespec64 rhs);

#endif
