// Times in struct timespec and struct timeval, until 5.5; part of <linux/ktime.h>.
#include <linux/ktime.h>
#ifndef _LINUX_OLD_TIME_MM32_H
#define _LINUX_OLD_TIME_MM32_H

#include <linux/jiffies.h>
#include <linux/time.h>
#include <linux/version.h>

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 6, 0)
static inline struct timeval __mm32_to_timeval(struct timespec64 ts) {
  return (struct timeval){ts.tv_sec, ts.tv_nsec / NSEC_PER_USEC};
}
static inline ktime_t timespec_to_ktime(struct timespec ts) {
  return ktime_set(ts.tv_sec, ts.tv_nsec);
}
static inline ktime_t timeval_to_ktime(struct timeval tv) {
  return ktime_set(tv.tv_sec, tv.tv_usec * NSEC_PER_USEC);
}
#define ktime_to_timespec(kt) ns_to_timespec(ktime_to_ns(kt))
#define ktime_to_timeval(kt) ns_to_timeval(ktime_to_ns(kt))

static inline unsigned long timespec_to_jiffies(const struct timespec* value) {
  struct timespec64 ts = timespec_to_timespec64(*value);
  return timespec64_to_jiffies(&ts);
}
static inline void jiffies_to_timespec(unsigned long jiffies, struct timespec* value) {
  struct timespec64 ts;
  jiffies_to_timespec64(jiffies, &ts);
  *value = timespec64_to_timespec(ts);
}
static inline unsigned long timeval_to_jiffies(const struct timeval* value) {
  struct timespec64 ts = {value->tv_sec, value->tv_usec * NSEC_PER_USEC};
  return timespec64_to_jiffies(&ts);
}
static inline void jiffies_to_timeval(unsigned long jiffies, struct timeval* value) {
  struct timespec64 ts;
  jiffies_to_timespec64(jiffies, &ts);
  *value = __mm32_to_timeval(ts);
}
static inline void set_normalized_timespec(struct timespec* ts, time_t sec, s64 nsec) {
  struct timespec64 wide;
  set_normalized_timespec64(&wide, sec, nsec);
  *ts = timespec64_to_timespec(wide);
}
static inline void timespec_add_ns(struct timespec* ts, u64 ns) {
  set_normalized_timespec(ts, ts->tv_sec, ts->tv_nsec + (s64)ns);
}
static inline struct timespec timespec_trunc(struct timespec t, unsigned gran) {
  if (gran == NSEC_PER_SEC)
    t.tv_nsec = 0;
  else if (gran > 1)
    t.tv_nsec -= t.tv_nsec % gran;
  return t;
}
#define current_fs_time(sb) ((void)(sb), __mm32_current_time())
static inline bool timespec_valid(const struct timespec* ts) {
  return ts->tv_sec >= 0 && (unsigned long)ts->tv_nsec < NSEC_PER_SEC;
}
static inline int timeval_compare(const struct timeval* a, const struct timeval* b) {
  if (a->tv_sec != b->tv_sec) return a->tv_sec < b->tv_sec ? -1 : 1;
  return a->tv_usec - b->tv_usec;
}
static inline void getboottime(struct timespec* ts) {
  struct timespec64 wide;
  getboottime64(&wide);
  *ts = timespec64_to_timespec(wide);
}
static inline void get_monotonic_boottime(struct timespec* ts) {
  *ts = ktime_to_timespec(ktime_get_boottime());
}
#define monotonic_to_bootbased(ts) ((void)(ts))
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 36)
#define xtime __mm32_current_time()
#define do_posix_clock_monotonic_gettime(ts) ktime_get_ts(ts)
#endif

#endif
