// Reading the clock: virtual time, which begins with the machine.
#ifndef _LINUX_TIMEKEEPING_H
#define _LINUX_TIMEKEEPING_H

#include <linux/clocksource_ids.h>
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
static inline ktime_t ktime_get_coarse_real(void) {
  return ktime_get_coarse_with_offset(TK_OFFS_REAL);
}
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

struct clocksource;
struct ktime_timestamps;
struct system_counterval_t;
struct system_device_crosststamp;
struct system_time_snapshot;
struct timespec64;
struct timezone;

void timekeeping_init(void);
extern int timekeeping_suspended;
void legacy_timer_tick(unsigned long ticks);
int do_settimeofday64(const struct timespec64* ts);
int do_sys_settimeofday64(const struct timespec64* tv, const struct timezone* tz);
void getboottime64(struct timespec64* ts);
time64_t __ktime_get_real_seconds(void);
ktime_t ktime_mono_to_any(ktime_t tmono, enum tk_offsets offs);
u32 ktime_get_resolution_ns(void);
u64 ktime_get_tai_fast_ns(void);
bool timekeeping_rtc_skipsuspend(void);
bool timekeeping_rtc_skipresume(void);
void timekeeping_inject_sleeptime64(const struct timespec64* delta);
struct ktime_timestamps {
  u64 mono;
  u64 boot;
  u64 real;
};
struct system_time_snapshot {
  u64 cycles;
  ktime_t real;
  ktime_t raw;
  enum clocksource_ids cs_id;
  unsigned int clock_was_set_seq;
  u8 cs_was_changed_seq;
};
struct system_device_crosststamp {
  ktime_t device;
  ktime_t sys_realtime;
  ktime_t sys_monoraw;
};
struct system_counterval_t {
  u64 cycles;
  struct clocksource* cs;
};
int get_device_system_crosststamp(int (*get_time_fn)(ktime_t*, struct system_counterval_t*, void*),
                                  void* ctx, struct system_time_snapshot* history,
                                  struct system_device_crosststamp* xtstamp);
void ktime_get_snapshot(struct system_time_snapshot* systime_snapshot);
void ktime_get_fast_timestamps(struct ktime_timestamps* snap);
extern int persistent_clock_is_local;
void read_persistent_clock64(struct timespec64* ts);
void read_persistent_wall_and_boot_offset(struct timespec64* wall_clock,
                                          struct timespec64* boot_offset);
int update_persistent_clock64(struct timespec64 now);

static inline ktime_t ktime_get_coarse_boottime(void) {
  return ktime_get_coarse_with_offset(TK_OFFS_BOOT);
}
static inline ktime_t ktime_get_coarse_clocktai(void) {
  return ktime_get_coarse_with_offset(TK_OFFS_TAI);
}
static inline ktime_t ktime_get_coarse(void) {
  struct timespec64 now;
  ktime_get_coarse_ts64(&now);
  return timespec64_to_ktime(now);
}
static inline u64 ktime_get_coarse_ns(void) { return ktime_to_ns(ktime_get_coarse()); }
static inline u64 ktime_get_coarse_real_ns(void) { return ktime_to_ns(ktime_get_coarse_real()); }
static inline u64 ktime_get_coarse_boottime_ns(void) {
  return ktime_to_ns(ktime_get_coarse_boottime());
}
static inline u64 ktime_get_coarse_clocktai_ns(void) {
  return ktime_to_ns(ktime_get_coarse_clocktai());
}
static inline u64 ktime_get_clocktai_ns(void) { return ktime_to_ns(ktime_get_clocktai()); }
static inline ktime_t ktime_mono_to_real(ktime_t mono) {
  return ktime_mono_to_any(mono, TK_OFFS_REAL);
}
static inline void ktime_get_boottime_ts64(struct timespec64* ts) {
  *ts = ktime_to_timespec64(ktime_get_boottime());
}
static inline void ktime_get_coarse_boottime_ts64(struct timespec64* ts) {
  *ts = ktime_to_timespec64(ktime_get_coarse_boottime());
}
static inline void ktime_get_clocktai_ts64(struct timespec64* ts) {
  *ts = ktime_to_timespec64(ktime_get_clocktai());
}
static inline void ktime_get_coarse_clocktai_ts64(struct timespec64* ts) {
  *ts = ktime_to_timespec64(ktime_get_coarse_clocktai());
}
static inline time64_t ktime_get_clocktai_seconds(void) {
  return ktime_divns(ktime_get_coarse_clocktai(), NSEC_PER_SEC);
}

#endif
