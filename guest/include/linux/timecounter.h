// Nanoseconds from a counter of cycles that wraps. Linux: 6.1 include/linux/timecounter.h.
#ifndef _LINUX_TIMECOUNTER_H
#define _LINUX_TIMECOUNTER_H

#include <linux/types.h>

#define CYCLECOUNTER_MASK(bits) (u64)((bits) < 64 ? ((1ULL << (bits)) - 1) : -1)

struct cyclecounter {
  u64 (*read)(const struct cyclecounter* cc);
  u64 mask;
  u32 mult;
  u32 shift;
};
_Static_assert(sizeof(struct cyclecounter) == 20, "struct cyclecounter of 6.1 i386");
struct timecounter {
  const struct cyclecounter* cc;
  u64 cycle_last;
  u64 nsec;
  u64 mask;
  u64 frac;
};
_Static_assert(sizeof(struct timecounter) == 36, "struct timecounter of 6.1 i386");

void timecounter_init(struct timecounter* tc, const struct cyclecounter* cc, u64 start_tstamp);
u64 timecounter_read(struct timecounter* tc);
u64 timecounter_cyc2time(const struct timecounter* tc, u64 cycle_tstamp);

static inline u64 cyclecounter_cyc2ns(const struct cyclecounter* cc, u64 cycles, u64 mask,
                                      u64* frac) {
  const u64 ns = cycles * cc->mult + *frac;
  *frac = ns & mask;
  return ns >> cc->shift;
}
static inline void timecounter_adjtime(struct timecounter* tc, s64 delta) { tc->nsec += delta; }

#endif
