// Calls on other CPUs, of which there are none, and on this one; steps of a CPU that comes or goes.
//
// A call on this CPU runs at once with interrupts off, as the interrupt would on another.
// Linux: 6.1 kernel/smp.c, kernel/cpu.c (__cpuhp_setup_state).
#include <linux/cpu.h>
#include <linux/cpuhotplug.h>
#include <linux/cpumask.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/irqflags.h>
#include <linux/list.h>
#include <linux/smp.h>

#include "../bug_at.h"

#undef smp_call_function
#undef smp_call_function_single

static noinline void call_here(smp_call_func_t func, void* info) {
  unsigned long flags;

  local_irq_save(flags);
  func(info);
  local_irq_restore(flags);
}

void on_each_cpu_cond_mask(smp_cond_func_t cond_func, smp_call_func_t func, void* info, bool wait,
                           const struct cpumask* mask) {
  preempt_disable();
  if (cpumask_test_cpu(0, mask) && (!cond_func || cond_func(0, info))) call_here(func, info);
  preempt_enable();
}
EXPORT_SYMBOL(on_each_cpu_cond_mask);

int smp_call_function_single(int cpu, smp_call_func_t func, void* info, int wait) {
  if (cpu) return -ENXIO;
  preempt_disable();
  call_here(func, info);
  preempt_enable();
  return 0;
}
EXPORT_SYMBOL(smp_call_function_single);

int smp_call_function_single_async(int cpu, struct __call_single_data* csd) {
  if (csd->node.u_flags & CSD_FLAG_LOCK) return -EBUSY;
  return smp_call_function_single(cpu, csd->func, csd->info, 0);
}
EXPORT_SYMBOL_GPL(smp_call_function_single_async);

int smp_call_function_any(const struct cpumask* mask, smp_call_func_t func, void* info, int wait) {
  return smp_call_function_single(cpumask_test_cpu(0, mask) ? 0 : nr_cpu_ids, func, info, wait);
}
EXPORT_SYMBOL_GPL(smp_call_function_any);

void smp_call_function_many(const struct cpumask* mask, smp_call_func_t func, void* info,
                            bool wait) {}
EXPORT_SYMBOL(smp_call_function_many);

void smp_call_function(smp_call_func_t func, void* info, int wait);
void smp_call_function(smp_call_func_t func, void* info, int wait) {}
EXPORT_SYMBOL(smp_call_function);

int smp_call_on_cpu(unsigned int cpu, int (*func)(void*), void* par, bool phys) {
  return cpu ? -ENXIO : func(par);
}
EXPORT_SYMBOL_GPL(smp_call_on_cpu);

void kick_all_cpus_sync(void) {}
EXPORT_SYMBOL_GPL(kick_all_cpus_sync);
void wake_up_all_idle_cpus(void) {}
EXPORT_SYMBOL_GPL(wake_up_all_idle_cpus);

// The states that somebody has set up; name NULL: free.
struct cpuhp_step {
  const char* name;
  bool multi_instance;
  union {
    int (*single)(unsigned int cpu);
    int (*multi)(unsigned int cpu, struct hlist_node* node);
  } startup, teardown;
  struct hlist_head list;
};
static struct cpuhp_step steps[CPUHP_ONLINE + 1];

static bool is_step(enum cpuhp_state state) {
  return state > CPUHP_OFFLINE && state < CPUHP_ONLINE;
}

static noinline int reserve(enum cpuhp_state first, enum cpuhp_state end) {
  int state;

  for (state = first; state <= end; state++)
    if (!steps[state].name) return state;
  WARN_AT(1, "kernel/cpu.c", 1923, "No more dynamic states available for CPU hotplug\n");
  return -ENOSPC;
}

int __cpuhp_setup_state_cpuslocked(enum cpuhp_state state, const char* name, bool invoke,
                                   int (*startup)(unsigned int), int (*teardown)(unsigned int),
                                   bool multi_instance) {
  const bool dynamic = state == CPUHP_AP_ONLINE_DYN || state == CPUHP_BP_PREPARE_DYN;
  int ret = state, error;

  if (!is_step(state) || !name) return -EINVAL;
  if (state == CPUHP_AP_ONLINE_DYN) ret = reserve(CPUHP_AP_ONLINE_DYN, CPUHP_AP_ONLINE_DYN_END);
  if (state == CPUHP_BP_PREPARE_DYN) ret = reserve(CPUHP_BP_PREPARE_DYN, CPUHP_BP_PREPARE_DYN_END);
  if (ret < 0) return ret;
  if (steps[ret].name) return -EBUSY;
  steps[ret].name = name;
  steps[ret].startup.single = startup;
  steps[ret].teardown.single = teardown;
  steps[ret].multi_instance = multi_instance;
  INIT_HLIST_HEAD(&steps[ret].list);
  if (!invoke || !startup || multi_instance) return dynamic ? ret : 0;
  error = startup(0);
  if (!error) return dynamic ? ret : 0;
  steps[ret].name = NULL;
  return error;
}
EXPORT_SYMBOL(__cpuhp_setup_state_cpuslocked);

int __cpuhp_setup_state(enum cpuhp_state state, const char* name, bool invoke,
                        int (*startup)(unsigned int), int (*teardown)(unsigned int),
                        bool multi_instance) {
  return __cpuhp_setup_state_cpuslocked(state, name, invoke, startup, teardown, multi_instance);
}
EXPORT_SYMBOL(__cpuhp_setup_state);

void __cpuhp_remove_state_cpuslocked(enum cpuhp_state state, bool invoke) {
  struct cpuhp_step* step;

  BUG_ON_AT(!is_step(state), "kernel/cpu.c", 2288);
  step = &steps[state];
  if (step->multi_instance)
    WARN_AT(!hlist_empty(&step->list), "kernel/cpu.c", 2294,
            "Error: Removing state %d which has instances left.\n", state);
  else if (invoke && step->name && step->teardown.single)
    step->teardown.single(0);
  step->name = NULL;
}
EXPORT_SYMBOL(__cpuhp_remove_state_cpuslocked);

void __cpuhp_remove_state(enum cpuhp_state state, bool invoke) {
  __cpuhp_remove_state_cpuslocked(state, invoke);
}
EXPORT_SYMBOL(__cpuhp_remove_state);

int __cpuhp_state_add_instance(enum cpuhp_state state, struct hlist_node* node, bool invoke) {
  int error;

  if (!is_step(state) || !steps[state].multi_instance) return -EINVAL;
  error = invoke && steps[state].startup.multi ? steps[state].startup.multi(0, node) : 0;
  if (!error) hlist_add_head(node, &steps[state].list);
  return error;
}
EXPORT_SYMBOL_GPL(__cpuhp_state_add_instance);

int __cpuhp_state_remove_instance(enum cpuhp_state state, struct hlist_node* node, bool invoke) {
  if (!is_step(state) || !steps[state].multi_instance) return -EINVAL;
  if (invoke && steps[state].teardown.multi) steps[state].teardown.multi(0, node);
  hlist_del(node);
  return 0;
}
EXPORT_SYMBOL_GPL(__cpuhp_state_remove_instance);

void cpu_hotplug_disable(void) {}
EXPORT_SYMBOL_GPL(cpu_hotplug_disable);
void cpu_hotplug_enable(void) {}
EXPORT_SYMBOL_GPL(cpu_hotplug_enable);
int cpus_read_trylock(void) { return 1; }
EXPORT_SYMBOL_GPL(cpus_read_trylock);
