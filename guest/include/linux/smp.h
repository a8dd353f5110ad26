// One CPU runs; the interfaces are those of an SMP kernel.
#ifndef _LINUX_SMP_H
#define _LINUX_SMP_H

#include <asm/percpu.h>
#include <linux/errno.h>
#include <linux/irqflags.h>
#include <linux/preempt.h>
#include <linux/smp_types.h>
#include <linux/version.h>

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
struct cpumask;
extern struct cpumask __cpu_online_mask;
typedef bool (*smp_cond_func_t)(int, void*);
void on_each_cpu_cond_mask(smp_cond_func_t cond_func, smp_call_func_t func, void* info, bool wait,
                           const struct cpumask* mask);
static inline void on_each_cpu(smp_call_func_t func, void* info, int wait) {
  on_each_cpu_cond_mask(NULL, func, info, wait, &__cpu_online_mask);
}
int smp_call_function_single(int cpu, smp_call_func_t func, void* info, int wait);
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)
// Until 5.3 they answered 0; until 2.6.27 a number that was never used stood before wait.
#define __MM32_EACH_CPU3(func, info, wait) \
  ({                                       \
    (on_each_cpu)(func, info, wait);       \
    0;                                     \
  })
#define __MM32_EACH_CPU4(func, info, retry, wait) \
  ({                                              \
    (on_each_cpu)(func, info, wait);              \
    0;                                            \
  })
#define __MM32_EACH_CPU(a, b, c, d, name, ...) name
#define on_each_cpu(...) \
  __MM32_EACH_CPU(__VA_ARGS__, __MM32_EACH_CPU4, __MM32_EACH_CPU3, 0)(__VA_ARGS__)
#define __MM32_ONE_CPU4(cpu, func, info, wait) (smp_call_function_single)(cpu, func, info, wait)
#define __MM32_ONE_CPU5(cpu, func, info, retry, wait) \
  (smp_call_function_single)(cpu, func, info, wait)
#define __MM32_ONE_CPU(a, b, c, d, e, name, ...) name
#define smp_call_function_single(...) \
  __MM32_ONE_CPU(__VA_ARGS__, __MM32_ONE_CPU5, __MM32_ONE_CPU4, 0)(__VA_ARGS__)
#endif
// The other CPUs: there is none.
#define smp_call_function(func, ...) \
  ({                                 \
    (void)(func);                    \
    0;                               \
  })

struct __call_single_data;
struct __call_single_node;
struct cpumask;
struct llist_node;
struct pt_regs;

#define generic_smp_call_function_interrupt generic_smp_call_function_single_interrupt
struct __call_single_data {
  struct __call_single_node node;
  smp_call_func_t func;
  void* info;
};
typedef struct __call_single_data call_single_data_t __aligned(sizeof(struct __call_single_data));
void __smp_call_single_queue(int cpu, struct llist_node* node);
extern unsigned int total_cpus;
int smp_call_function_single_async(int cpu, struct __call_single_data* csd);
void panic_smp_self_stop(void);
void nmi_panic_self_stop(struct pt_regs* regs);
void crash_smp_send_stop(void);
void smp_call_function_many(const struct cpumask* mask, smp_call_func_t func, void* info,
                            bool wait);
int smp_call_function_any(const struct cpumask* mask, smp_call_func_t func, void* info, int wait);
void kick_all_cpus_sync(void);
void wake_up_all_idle_cpus(void);
void call_function_init(void);
void generic_smp_call_function_single_interrupt(void);
extern unsigned int setup_max_cpus;
void setup_nr_cpu_ids(void);
void smp_init(void);
extern int __boot_cpu_id;
void arch_disable_smp_support(void);
void arch_thaw_secondary_cpus_begin(void);
void arch_thaw_secondary_cpus_end(void);
void smp_setup_processor_id(void);
int smp_call_on_cpu(unsigned int cpu, int (*func)(void*), void* par, bool phys);
int smpcfd_prepare_cpu(unsigned int cpu);
int smpcfd_dead_cpu(unsigned int cpu);
int smpcfd_dying_cpu(unsigned int cpu);

static inline void on_each_cpu_mask(const struct cpumask* mask, smp_call_func_t func, void* info,
                                    bool wait) {
  on_each_cpu_cond_mask(NULL, func, info, wait, mask);
}
static inline void on_each_cpu_cond(smp_cond_func_t cond_func, smp_call_func_t func, void* info,
                                    bool wait) {
  on_each_cpu_cond_mask(cond_func, func, info, wait, &__cpu_online_mask);
}
static inline int get_boot_cpu_id(void) { return 0; }

#endif
