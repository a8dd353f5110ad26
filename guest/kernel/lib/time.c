// Ticks, clocks and calendars.
//
// jiffies is the low word of jiffies_64; the machine's timer counts it. Clocks read the virtual
// time since the machine began (mm32_time_ns); the wall clock starts at a fixed second, so that
// runs are repeatable. Linux: kernel/time/{time,timeconv,timekeeping}.c.
#include <asm/page.h>
#include <linux/export.h>
#include <linux/jiffies.h>
#include <linux/kernel.h>
#include <linux/ktime.h>
#include <linux/rtc.h>
#include <linux/time.h>

#include "host.h"

#define WALL_CLOCK_START 1672531200LL  // 2023-01-01 00:00:00 UTC

// A page of its own: the machine watches who reads it (emu/cpu/read_window.hpp).
struct {
  u64 now;
  u8 rest[PAGE_SIZE - sizeof(u64)];
} clock_page __aligned(PAGE_SIZE) = {.now = INITIAL_JIFFIES};
__asm__(".globl jiffies_64\n.set jiffies_64, clock_page");
EXPORT_SYMBOL(jiffies_64);
__asm__(".globl jiffies\n.set jiffies, clock_page");
EXPORT_SYMBOL(jiffies);
struct timezone sys_tz;
EXPORT_SYMBOL(sys_tz);

u64 get_jiffies_64(void) { return jiffies_64; }
EXPORT_SYMBOL(get_jiffies_64);

unsigned int jiffies_to_msecs(const unsigned long j) { return (MSEC_PER_SEC / HZ) * j; }
EXPORT_SYMBOL(jiffies_to_msecs);
unsigned int jiffies_to_usecs(const unsigned long j) { return (USEC_PER_SEC / HZ) * j; }
EXPORT_SYMBOL(jiffies_to_usecs);

unsigned long __msecs_to_jiffies(const unsigned int m) {
  if ((int)m < 0) return MAX_JIFFY_OFFSET;
  return (m + (MSEC_PER_SEC / HZ) - 1) / (MSEC_PER_SEC / HZ);
}
EXPORT_SYMBOL(__msecs_to_jiffies);

unsigned long __usecs_to_jiffies(const unsigned int u) {
  if (u > jiffies_to_usecs(MAX_JIFFY_OFFSET)) return MAX_JIFFY_OFFSET;
  return (u + (USEC_PER_SEC / HZ) - 1) / (USEC_PER_SEC / HZ);
}
EXPORT_SYMBOL(__usecs_to_jiffies);

unsigned long timespec64_to_jiffies(const struct timespec64* value) {
  u64 ns = value->tv_nsec + TICK_NSEC - 1;
  if ((u64)value->tv_sec >= MAX_JIFFY_OFFSET / HZ) return MAX_JIFFY_OFFSET / HZ * HZ;
  return (unsigned long)value->tv_sec * HZ + (unsigned long)div_u64(ns, TICK_NSEC);
}
EXPORT_SYMBOL(timespec64_to_jiffies);

void jiffies_to_timespec64(const unsigned long j, struct timespec64* value) {
  *value = ns_to_timespec64((u64)j * TICK_NSEC);
}
EXPORT_SYMBOL(jiffies_to_timespec64);

clock_t jiffies_to_clock_t(unsigned long x) {
  return div_u64((u64)x * TICK_NSEC, NSEC_PER_SEC / USER_HZ);
}
EXPORT_SYMBOL(jiffies_to_clock_t);
unsigned long clock_t_to_jiffies(unsigned long x) {
  return x >= ~0UL / HZ * USER_HZ ? ~0UL : div_u64((u64)x * HZ, USER_HZ);
}
EXPORT_SYMBOL(clock_t_to_jiffies);
u64 jiffies_64_to_clock_t(u64 x) { return div_u64(x * TICK_NSEC, NSEC_PER_SEC / USER_HZ); }
EXPORT_SYMBOL(jiffies_64_to_clock_t);
u64 jiffies64_to_nsecs(u64 j) { return (NSEC_PER_SEC / HZ) * j; }
EXPORT_SYMBOL(jiffies64_to_nsecs);
u64 jiffies64_to_msecs(u64 j) { return (MSEC_PER_SEC / HZ) * j; }
EXPORT_SYMBOL(jiffies64_to_msecs);
u64 nsecs_to_jiffies64(u64 n) { return div_u64(n, NSEC_PER_SEC / HZ); }
EXPORT_SYMBOL(nsecs_to_jiffies64);
unsigned long nsecs_to_jiffies(u64 n) { return (unsigned long)nsecs_to_jiffies64(n); }
EXPORT_SYMBOL_GPL(nsecs_to_jiffies);

void set_normalized_timespec64(struct timespec64* ts, time64_t sec, s64 nsec) {
  while (nsec >= NSEC_PER_SEC) {
    __asm__("" : "+rm"(nsec));
    nsec -= NSEC_PER_SEC;
    sec++;
  }
  while (nsec < 0) {
    __asm__("" : "+rm"(nsec));
    nsec += NSEC_PER_SEC;
    sec--;
  }
  ts->tv_sec = sec;
  ts->tv_nsec = nsec;
}
EXPORT_SYMBOL(set_normalized_timespec64);

struct timespec64 ns_to_timespec64(s64 nsec) {
  struct timespec64 ts;
  u64 magnitude = nsec < 0 ? -nsec - 1 : nsec;
  u32 rem = do_div(magnitude, (u32)NSEC_PER_SEC);
  ts.tv_sec = nsec < 0 ? -(s64)magnitude - 1 : (s64)magnitude;
  ts.tv_nsec = nsec < 0 ? NSEC_PER_SEC - 1 - rem : rem;
  return ts;
}
EXPORT_SYMBOL(ns_to_timespec64);

s64 __ktime_divns(const ktime_t kt, s64 div) { return div64_s64(kt, div); }
EXPORT_SYMBOL_GPL(__ktime_divns);

ktime_t ktime_add_safe(const ktime_t lhs, const ktime_t rhs) {
  ktime_t sum = ktime_add_unsafe(lhs, rhs);
  return sum < 0 || sum < lhs || sum < rhs ? ktime_set(KTIME_SEC_MAX, 0) : sum;
}
EXPORT_SYMBOL_GPL(ktime_add_safe);

#define DEFINE_CLOCK_NS(name, type, offset)             \
  type name(void) { return mm32_time_ns() + (offset); } \
  EXPORT_SYMBOL_GPL(name)
#define WALL_NS (WALL_CLOCK_START * NSEC_PER_SEC)
DEFINE_CLOCK_NS(ktime_get, ktime_t, 0);
DEFINE_CLOCK_NS(ktime_get_raw, ktime_t, 0);
DEFINE_CLOCK_NS(ktime_get_mono_fast_ns, u64, 0);
DEFINE_CLOCK_NS(ktime_get_raw_fast_ns, u64, 0);
DEFINE_CLOCK_NS(ktime_get_boot_fast_ns, u64, 0);
DEFINE_CLOCK_NS(ktime_get_real_fast_ns, u64, WALL_NS);

ktime_t ktime_get_with_offset(int offs) {
  return mm32_time_ns() + (offs == TK_OFFS_BOOT ? 0 : WALL_NS);
}
EXPORT_SYMBOL_GPL(ktime_get_with_offset);
ktime_t ktime_get_coarse_with_offset(int offs) { return ktime_get_with_offset(offs); }
EXPORT_SYMBOL_GPL(ktime_get_coarse_with_offset);

#define DEFINE_CLOCK_TS(name, offset)                                                     \
  void name(struct timespec64* ts) { *ts = ns_to_timespec64(mm32_time_ns() + (offset)); } \
  EXPORT_SYMBOL_GPL(name)
DEFINE_CLOCK_TS(ktime_get_ts64, 0);
DEFINE_CLOCK_TS(ktime_get_raw_ts64, 0);
DEFINE_CLOCK_TS(ktime_get_coarse_ts64, 0);
DEFINE_CLOCK_TS(ktime_get_real_ts64, WALL_NS);
DEFINE_CLOCK_TS(ktime_get_coarse_real_ts64, WALL_NS);

time64_t ktime_get_seconds(void) { return ktime_divns(mm32_time_ns(), NSEC_PER_SEC); }
EXPORT_SYMBOL_GPL(ktime_get_seconds);
time64_t ktime_get_real_seconds(void) { return ktime_get_seconds() + WALL_CLOCK_START; }
EXPORT_SYMBOL_GPL(ktime_get_real_seconds);
