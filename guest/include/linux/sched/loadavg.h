#ifndef _LINUX_SCHED_LOADAVG_H
#define _LINUX_SCHED_LOADAVG_H

#include <linux/sched.h>

#define FSHIFT 11
#define FIXED_1 (1 << FSHIFT)
#define LOAD_FREQ (5 * HZ + 1)
#define EXP_1 1884
#define EXP_5 2014
#define EXP_15 2037
extern unsigned long avenrun[];
void get_avenrun(unsigned long* loads, unsigned long offset, int shift);
unsigned long calc_load_n(unsigned long load, unsigned long exp, unsigned long active,
                          unsigned int n);
void calc_global_load(void);

// A decaying average of fixed point, rounded up while it rises.
static inline unsigned long calc_load(unsigned long load, unsigned long exp, unsigned long active) {
  unsigned long sum = load * exp + active * (FIXED_1 - exp);
  return (active >= load ? sum + FIXED_1 - 1 : sum) / FIXED_1;
}

#endif
