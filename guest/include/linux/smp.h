// One CPU runs; the interfaces are those of an SMP kernel.
#ifndef _LINUX_SMP_H
#define _LINUX_SMP_H

#include <asm/percpu.h>
#include <linux/preempt.h>

#define NR_CPUS CONFIG_NR_CPUS
#define nr_cpu_ids 1U
#define smp_processor_id() raw_smp_processor_id()
#define __smp_processor_id() raw_smp_processor_id()
#define get_cpu()       \
  ({                    \
    preempt_disable();  \
    smp_processor_id(); \
  })
#define put_cpu() preempt_enable()
#define num_online_cpus() 1U
#define num_possible_cpus() 1U
#define num_present_cpus() 1U
#define num_active_cpus() 1U
#define cpu_online(cpu) ((cpu) == 0)
#define cpu_possible(cpu) ((cpu) == 0)
#define cpu_present(cpu) ((cpu) == 0)
#define for_each_possible_cpu(cpu) for ((cpu) = 0; (cpu) < 1; (cpu)++)
#define for_each_online_cpu(cpu) for ((cpu) = 0; (cpu) < 1; (cpu)++)
#define for_each_present_cpu(cpu) for ((cpu) = 0; (cpu) < 1; (cpu)++)
typedef void (*smp_call_func_t)(void* info);
static inline void on_each_cpu(smp_call_func_t func, void* info, int wait) {
  (void)wait;
  func(info);
}
static inline int smp_call_function_single(int cpu, smp_call_func_t func, void* info, int wait) {
  (void)cpu, (void)wait;
  func(info);
  return 0;
}
#define smp_call_function(func, info, wait) (0)

#endif
