// Counters of CPUs and interrupts.
#ifndef _LINUX_KERNEL_STAT_H
#define _LINUX_KERNEL_STAT_H

#include <linux/cpumask.h>
#include <linux/percpu.h>
#include <linux/sched.h>
#include <linux/smp.h>
#include <linux/types.h>

enum cpu_usage_stat {
  CPUTIME_USER = 0,
  CPUTIME_NICE = 1,
  CPUTIME_SYSTEM = 2,
  CPUTIME_SOFTIRQ = 3,
  CPUTIME_IRQ = 4,
  CPUTIME_IDLE = 5,
  CPUTIME_IOWAIT = 6,
  CPUTIME_STEAL = 7,
  CPUTIME_GUEST = 8,
  CPUTIME_GUEST_NICE = 9,
  NR_STATS = 10
};
struct kernel_cpustat {
  u64 cpustat[10];
};
_Static_assert(sizeof(struct kernel_cpustat) == 80, "struct kernel_cpustat of 6.1 i386");

#endif
