// The time-stamp counter.
#ifndef _ASM_TIMEX_H
#define _ASM_TIMEX_H

#include <linux/types.h>
static inline unsigned long long rdtsc(void) {
  unsigned long long value;
  __asm__ __volatile__("rdtsc" : "=A"(value));
  return value;
}
#define rdtsc_ordered() rdtsc()
#define rdtscll(val) ((val) = rdtsc())
#define rdtscl(val) ((val) = (unsigned long)rdtsc())
static inline cycles_t get_cycles(void) { return (cycles_t)rdtsc(); }
extern unsigned int cpu_khz;
extern unsigned int tsc_khz;

#endif
