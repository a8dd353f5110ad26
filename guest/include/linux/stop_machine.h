// Running a function while all CPUs stand still: there is one CPU.
#ifndef _LINUX_STOP_MACHINE_H
#define _LINUX_STOP_MACHINE_H

#include <linux/cpu.h>
#include <linux/cpumask.h>
#include <linux/irqflags.h>
#include <linux/list.h>
#include <linux/smp.h>

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

#endif
