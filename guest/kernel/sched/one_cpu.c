/*
 * What is simple with one CPU: standing still, work on a certain CPU, choosing one, staying on it;
 * the FPU.
 *
 * Modules built for Debian's kernel call these, where our own headers need no call.
 * Linux: kernel/stop_machine.c, kernel/sched/core.c, kernel/workqueue.c, lib/cpumask.c,
 * arch/x86/kernel/fpu/core.c.
 */
#include <linux/cpumask.h>
#include <linux/export.h>
#include <linux/preempt.h>
#include <linux/random.h>
#include <linux/rcupdate.h>
#include <linux/sched.h>
#include <linux/stop_machine.h>
#include <linux/workqueue.h>

#include "../bug_at.h"

#undef stop_machine
#undef migrate_disable
#undef migrate_enable
#undef rng_is_initialized
#undef wait_for_random_bytes
#undef add_device_randomness

int stop_machine(cpu_stop_fn_t fn, void* data, const struct cpumask* cpus);
int stop_machine(cpu_stop_fn_t fn, void* data, const struct cpumask* cpus) {
  return stop_machine_cpuslocked_mm32(fn, data);
}
EXPORT_SYMBOL_GPL(stop_machine);

int stop_one_cpu(unsigned int cpu, cpu_stop_fn_t fn, void* arg) {
  int ret;
  if (cpu) return -ENOENT;
  preempt_disable();
  ret = fn(arg);
  preempt_enable();
  return ret;
}

void migrate_disable(void);
void migrate_disable(void) { current->migration_disabled++; }
EXPORT_SYMBOL_GPL(migrate_disable);

void migrate_enable(void);
void migrate_enable(void) {
  if (!WARN_ON_ONCE_AT(!current->migration_disabled, "kernel/sched/core.c", 2306))
    current->migration_disabled--;
}
EXPORT_SYMBOL_GPL(migrate_enable);

unsigned int cpumask_next_wrap(int n, const struct cpumask* mask, int start, bool wrap) {
  unsigned int next = cpumask_next(n, mask);
  if (wrap && n < start && next >= start) return nr_cpumask_bits;
  if (next < nr_cpumask_bits) return next;
  next = cpumask_first(mask);
  return next < start || (!wrap && start < 0) ? next : nr_cpumask_bits;
}
EXPORT_SYMBOL(cpumask_next_wrap);

unsigned int cpumask_local_spread(unsigned int i, int node) { return 0; }
EXPORT_SYMBOL(cpumask_local_spread);

unsigned int cpumask_any_and_distribute(const struct cpumask* src1p, const struct cpumask* src2p) {
  return cpumask_first_and(src1p, src2p);
}
EXPORT_SYMBOL(cpumask_any_and_distribute);

unsigned int cpumask_any_distribute(const struct cpumask* srcp) { return cpumask_first(srcp); }
EXPORT_SYMBOL(cpumask_any_distribute);

struct call_for_cpu {
  struct work_struct work;
  long (*fn)(void*);
  void* arg;
  long ret;
};

static void run_call(struct work_struct* work) {
  struct call_for_cpu* call = container_of(work, struct call_for_cpu, work);
  call->ret = call->fn(call->arg);
}

long work_on_cpu_key(int cpu, long (*fn)(void*), void* arg, struct lock_class_key* key) {
  struct call_for_cpu call = {.fn = fn, .arg = arg};
  INIT_WORK_ONSTACK(&call.work, run_call);
  schedule_work_on(cpu, &call.work);
  flush_work(&call.work);
  destroy_work_on_stack(&call.work);
  return call.ret;
}
EXPORT_SYMBOL_GPL(work_on_cpu_key);

long work_on_cpu_safe_key(int cpu, long (*fn)(void*), void* arg, struct lock_class_key* key) {
  return cpu ? -ENODEV : work_on_cpu_key(cpu, fn, arg, key);
}
EXPORT_SYMBOL_GPL(work_on_cpu_safe_key);

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

static void queue_after_grace(struct rcu_head* head) {
  struct rcu_work* rwork = container_of(head, struct rcu_work, rcu);
  clear_bit(WORK_STRUCT_PENDING_BIT, work_data_bits(&rwork->work));
  queue_work(rwork->wq, &rwork->work);
}

bool queue_rcu_work(struct workqueue_struct* wq, struct rcu_work* rwork) {
  if (test_and_set_bit(WORK_STRUCT_PENDING_BIT, work_data_bits(&rwork->work))) return false;
  rwork->wq = wq;
  call_rcu(&rwork->rcu, queue_after_grace);
  return true;
}
EXPORT_SYMBOL(queue_rcu_work);

bool flush_rcu_work(struct rcu_work* rwork) {
  if (!test_bit(WORK_STRUCT_PENDING_BIT, work_data_bits(&rwork->work)))
    return flush_work(&rwork->work);
  rcu_barrier();
  flush_work(&rwork->work);
  return true;
}
EXPORT_SYMBOL(flush_rcu_work);

/* The dynamic model of Debian's kernel is "voluntary". */
bool preempt_model_none(void) { return false; }
EXPORT_SYMBOL_GPL(preempt_model_none);
bool preempt_model_voluntary(void) { return true; }
EXPORT_SYMBOL_GPL(preempt_model_voluntary);
bool preempt_model_full(void) { return false; }
EXPORT_SYMBOL_GPL(preempt_model_full);

bool rng_is_initialized(void);
bool rng_is_initialized(void) { return true; }
EXPORT_SYMBOL(rng_is_initialized);
int wait_for_random_bytes(void);
int wait_for_random_bytes(void) { return 0; }
EXPORT_SYMBOL(wait_for_random_bytes);
/* What is random here comes from the seed of the run. */
void add_device_randomness(const void* buf, size_t len);
void add_device_randomness(const void* buf, size_t len) {}
EXPORT_SYMBOL(add_device_randomness);
