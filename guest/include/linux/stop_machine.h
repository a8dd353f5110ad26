// Running a function while all CPUs stand still: there is one CPU.
#ifndef _LINUX_STOP_MACHINE_H
#define _LINUX_STOP_MACHINE_H

#include <linux/cpu.h>
#include <linux/cpumask.h>
#include <linux/irqflags.h>
#include <linux/list.h>
#include <linux/smp.h>
#include <linux/workqueue.h>

typedef int (*cpu_stop_fn_t)(void* arg);

static inline int stop_machine_cpuslocked_mm32(cpu_stop_fn_t fn, void* data) {
  unsigned long flags;
  int ret;
  local_irq_save(flags);
  ret = fn(data);
  local_irq_restore(flags);
  return ret;
}
#ifndef stop_machine
#define stop_machine(fn, data, cpus) stop_machine_cpuslocked_mm32(fn, data)
#endif

struct cpu_stop_done;
struct cpu_stop_work;
struct cpumask;
struct list_head;
struct task_struct;

struct cpu_stop_work {
  struct list_head list;
  cpu_stop_fn_t fn;
  unsigned long caller;
  void* arg;
  struct cpu_stop_done* done;
};
int stop_one_cpu(unsigned int cpu, cpu_stop_fn_t fn, void* arg);
int stop_two_cpus(unsigned int cpu1, unsigned int cpu2, cpu_stop_fn_t fn, void* arg);
bool stop_one_cpu_nowait(unsigned int cpu, cpu_stop_fn_t fn, void* arg,
                         struct cpu_stop_work* work_buf);
void stop_machine_park(int cpu);
void stop_machine_unpark(int cpu);
void stop_machine_yield(const struct cpumask* cpumask);
void print_stop_info(const char* log_lvl, struct task_struct* task);
int stop_machine_cpuslocked(cpu_stop_fn_t fn, void* data, const struct cpumask* cpus);
int stop_core_cpuslocked(unsigned int cpu, cpu_stop_fn_t fn, void* data);
int stop_machine_from_inactive_cpu(cpu_stop_fn_t fn, void* data, const struct cpumask* cpus);

#endif
