// ktime_t: nanoseconds in 64 bits.
#ifndef _LINUX_KTIME_H
#define _LINUX_KTIME_H

#include <linux/bug.h>
#include <linux/jiffies.h>
#include <linux/math64.h>
#include <linux/time64.h>
#include <linux/types.h>

typedef s64 ktime_t;
static inline ktime_t ktime_set(const s64 secs, const unsigned long nsecs) {
  if (unlikely(secs >= KTIME_SEC_MAX)) return KTIME_MAX;
  return secs * NSEC_PER_SEC + (s64)nsecs;
}
#define ktime_sub(lhs, rhs) ((lhs) - (rhs))
#define ktime_add(lhs, rhs) ((lhs) + (rhs))
#define ktime_add_unsafe(lhs, rhs) ((u64)(lhs) + (rhs))
#define ktime_add_ns(kt, nsval) ((kt) + (nsval))
#define ktime_sub_ns(kt, nsval) ((kt) - (nsval))
#define ktime_to_timespec64(kt) ns_to_timespec64((kt))
#define ktime_to_ns(kt) (kt)
#define ns_to_ktime(ns) ((ktime_t)(ns))
static inline ktime_t timespec64_to_ktime(struct timespec64 ts) {
  return ktime_set(ts.tv_sec, ts.tv_nsec);
}
static inline int ktime_compare(const ktime_t a, const ktime_t b) { return a < b ? -1 : a > b; }
#define ktime_after(a, b) (ktime_compare(a, b) > 0)
#define ktime_before(a, b) (ktime_compare(a, b) < 0)
#define ktime_equal(a, b) ((a) == (b))
s64 __ktime_divns(const ktime_t kt, s64 div);
static inline s64 ktime_divns(const ktime_t kt, s64 div) {
  if (!(div >> 32)) {
    u64 magnitude = kt < 0 ? -kt : kt;
    do_div(magnitude, (u32)div);
    return kt < 0 ? -(s64)magnitude : (s64)magnitude;
  }
  return __ktime_divns(kt, div);
}
static inline s64 ktime_to_us(const ktime_t kt) { return ktime_divns(kt, NSEC_PER_USEC); }
static inline s64 ktime_to_ms(const ktime_t kt) { return ktime_divns(kt, NSEC_PER_MSEC); }
static inline s64 ktime_us_delta(ktime_t later, ktime_t earlier) {
  return ktime_to_us(ktime_sub(later, earlier));
}
static inline s64 ktime_ms_delta(ktime_t later, ktime_t earlier) {
  return ktime_to_ms(ktime_sub(later, earlier));
}
#define ktime_add_us(kt, usec) ktime_add_ns(kt, (u64)(usec)*NSEC_PER_USEC)
#define ktime_add_ms(kt, msec) ktime_add_ns(kt, (u64)(msec)*NSEC_PER_MSEC)
#define ktime_sub_us(kt, usec) ktime_sub_ns(kt, (u64)(usec)*NSEC_PER_USEC)
#define ktime_sub_ms(kt, msec) ktime_sub_ns(kt, (u64)(msec)*NSEC_PER_MSEC)
ktime_t ktime_add_safe(const ktime_t lhs, const ktime_t rhs);
static inline ktime_t us_to_ktime(u64 us) { return us * NSEC_PER_USEC; }
static inline ktime_t ms_to_ktime(u64 ms) { return ms * NSEC_PER_MSEC; }

#include <linux/timekeeping.h>

// False, and `ts` left alone, when the time is 0.
static inline __must_check bool ktime_to_timespec64_cond(const ktime_t kt, struct timespec64* ts) {
  if (!kt) return false;
  *ts = ktime_to_timespec64(kt);
  return true;
}

#include <linux/old_time_mm32.h>

#endif
