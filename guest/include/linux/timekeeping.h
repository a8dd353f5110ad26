// Reading the clock: virtual time, which begins with the machine.
#ifndef _LINUX_TIMEKEEPING_H
#define _LINUX_TIMEKEEPING_H

#include <linux/ktime.h>
#include <linux/time64.h>
#include <linux/types.h>

ktime_t ktime_get(void);
ktime_t ktime_get_with_offset(int offs);
ktime_t ktime_get_coarse_with_offset(int offs);
ktime_t ktime_get_raw(void);
void ktime_get_ts64(struct timespec64* ts);
void ktime_get_raw_ts64(struct timespec64* ts);
void ktime_get_real_ts64(struct timespec64* ts);
void ktime_get_coarse_ts64(struct timespec64* ts);
void ktime_get_coarse_real_ts64(struct timespec64* ts);
time64_t ktime_get_seconds(void);
time64_t ktime_get_real_seconds(void);
u64 ktime_get_mono_fast_ns(void);
u64 ktime_get_raw_fast_ns(void);
u64 ktime_get_boot_fast_ns(void);
u64 ktime_get_real_fast_ns(void);
#define ktime_get_fast_ns() ktime_get_mono_fast_ns()

enum tk_offsets { TK_OFFS_REAL, TK_OFFS_BOOT, TK_OFFS_TAI, TK_OFFS_MAX };
static inline ktime_t ktime_get_real(void) { return ktime_get_with_offset(TK_OFFS_REAL); }
static inline ktime_t ktime_get_boottime(void) { return ktime_get_with_offset(TK_OFFS_BOOT); }
static inline ktime_t ktime_get_clocktai(void) { return ktime_get_with_offset(TK_OFFS_TAI); }
#define ktime_get_coarse_real() ktime_get_coarse_with_offset(TK_OFFS_REAL)
static inline u64 ktime_get_ns(void) { return ktime_to_ns(ktime_get()); }
static inline u64 ktime_get_real_ns(void) { return ktime_to_ns(ktime_get_real()); }
static inline u64 ktime_get_boottime_ns(void) { return ktime_to_ns(ktime_get_boottime()); }
static inline u64 ktime_get_raw_ns(void) { return ktime_to_ns(ktime_get_raw()); }
#define ktime_get_boot_ns() ktime_get_boottime_ns()
#define ktime_get_boottime_seconds() ktime_get_seconds()
u64 get_jiffies_64(void);

// The 32-bit interfaces of kernels before 5.0 and 5.6.
#define getnstimeofday64(ts) ktime_get_real_ts64(ts)
#define current_kernel_time64() ktime_get_real_old_mm32()
static inline struct timespec64 ktime_get_real_old_mm32(void) {
  struct timespec64 now;
  ktime_get_real_ts64(&now);
  return now;
}
#define get_seconds() ((unsigned long)ktime_get_real_seconds())
#define do_gettimeofday(tv)               \
  do {                                    \
    struct timespec64 __now;              \
    ktime_get_real_ts64(&__now);          \
    (tv)->tv_sec = __now.tv_sec;          \
    (tv)->tv_usec = __now.tv_nsec / 1000; \
  } while (0)
#define getnstimeofday(ts)         \
  do {                             \
    struct timespec64 __now;       \
    ktime_get_real_ts64(&__now);   \
    (ts)->tv_sec = __now.tv_sec;   \
    (ts)->tv_nsec = __now.tv_nsec; \
  } while (0)
#define ktime_get_ts(ts)           \
  do {                             \
    struct timespec64 __now;       \
    ktime_get_ts64(&__now);        \
    (ts)->tv_sec = __now.tv_sec;   \
    (ts)->tv_nsec = __now.tv_nsec; \
  } while (0)
#define getrawmonotonic(ts) ktime_get_ts(ts)

#endif
