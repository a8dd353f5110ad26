// Counters of CPUs and interrupts.
#ifndef _LINUX_KERNEL_STAT_H
#define _LINUX_KERNEL_STAT_H

#include <asm/irq.h>
#include <linux/cpumask.h>
#include <linux/interrupt.h>
#include <linux/percpu.h>
#include <linux/sched.h>
#include <linux/smp.h>
#include <linux/types.h>
#include <linux/vtime.h>

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

struct kernel_stat;
struct task_struct;

#define kstat_this_cpu this_cpu_ptr(&kstat)
#define kcpustat_this_cpu this_cpu_ptr(&kernel_cpustat)
struct kernel_stat {
  unsigned long irqs_sum;
  unsigned int softirqs[10];
};
extern typeof(struct kernel_stat) kstat;
extern typeof(struct kernel_cpustat) kernel_cpustat;
unsigned long long nr_context_switches(void);
unsigned int kstat_irqs_cpu(unsigned int irq, int cpu);
void kstat_incr_irq_this_cpu(unsigned int irq);
unsigned int kstat_irqs_usr(unsigned int irq);
void account_user_time(struct task_struct*, u64);
void account_guest_time(struct task_struct*, u64);
void account_system_time(struct task_struct*, int, u64);
void account_system_index_time(struct task_struct*, u64, enum cpu_usage_stat);
void account_steal_time(u64);
void account_idle_time(u64);
u64 get_idle_time(struct kernel_cpustat* kcs, int cpu);
void account_process_tick(struct task_struct*, int user);
void account_idle_ticks(unsigned long ticks);

#define kstat_cpu(cpu) per_cpu(kstat, cpu)
#define kcpustat_cpu(cpu) per_cpu(kernel_cpustat, cpu)
static inline void kstat_incr_softirqs_this_cpu(unsigned int irq) {
  __this_cpu_inc(kstat.softirqs[irq]);
}
static inline unsigned int kstat_softirqs_cpu(unsigned int irq, int cpu) {
  return kstat_cpu(cpu).softirqs[irq];
}
static inline unsigned long kstat_cpu_irqs_sum(unsigned int cpu) { return kstat_cpu(cpu).irqs_sum; }
static inline u64 kcpustat_field(struct kernel_cpustat* kcpustat, enum cpu_usage_stat usage,
                                 int cpu) {
  return kcpustat->cpustat[usage];
}
static inline void kcpustat_cpu_fetch(struct kernel_cpustat* dst, int cpu) {
  *dst = kcpustat_cpu(cpu);
}

#endif
