/*
 * Functions that run alone on the machine, and works that run wherever the caller may sleep. With
 * one CPU, stopping the machine is switching interrupts off.
 * Linux 6.1: kernel/stop_machine.c, kernel/workqueue.c.
 */
#include <linux/export.h>
#include <linux/irqflags.h>
#include <linux/preempt.h>
#include <linux/stop_machine.h>
#include <linux/workqueue.h>

#undef stop_machine
int stop_machine(cpu_stop_fn_t fn, void* data, const struct cpumask* cpus);
int stop_machine(cpu_stop_fn_t fn, void* data, const struct cpumask* cpus) {
  unsigned long flags;
  int result;
  local_irq_save(flags);
  result = fn(data);
  local_irq_restore(flags);
  return result;
}
EXPORT_SYMBOL_GPL(stop_machine);

int stop_one_cpu(unsigned int cpu, cpu_stop_fn_t fn, void* arg) {
  int result;
  if (cpu) return -ENOENT;
  preempt_disable();
  result = fn(arg);
  preempt_enable();
  return result;
}
EXPORT_SYMBOL_GPL(stop_one_cpu);

int execute_in_process_context(work_func_t fn, struct execute_work* ew) {
  if (!in_interrupt()) {
    fn(&ew->work);
    return 0;
  }
  INIT_WORK(&ew->work, fn);
  schedule_work(&ew->work);
  return 1;
}
EXPORT_SYMBOL_GPL(execute_in_process_context);
