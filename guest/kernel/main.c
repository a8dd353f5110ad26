/*
 * Start of the resident kernel, and the frames in which a module's functions run.
 * Linux: init/main.c (do_one_initcall), kernel/module/main.c (do_init_module, free_module).
 */
#include <linux/export.h>
#include <linux/irqflags.h>
#include <linux/string.h>

#include "bug_at.h"
#include "kernel.h"

/* One CPU: per-CPU variables are plain ones, and the per-CPU segment has base 0. */
struct task_struct* current_task;
int __preempt_count;
unsigned long __stack_chk_guard;
int cpu_number;
unsigned long this_cpu_off;
unsigned long __per_cpu_offset[32];

EXPORT_SYMBOL(current_task);
EXPORT_SYMBOL(__preempt_count);
EXPORT_SYMBOL(__stack_chk_guard);
EXPORT_SYMBOL(cpu_number);
EXPORT_SYMBOL(this_cpu_off);
EXPORT_SYMBOL(__per_cpu_offset);

/* Set by the host when memory management has booted. */
struct page* mem_map;
void* high_memory;
unsigned long max_mapnr;
unsigned long max_low_pfn;
unsigned long max_pfn;

EXPORT_SYMBOL(mem_map);
EXPORT_SYMBOL(high_memory);
EXPORT_SYMBOL(max_mapnr);

/* The host calls it once, when memory management has booted. */
void start_kernel(void) {
  sched_init();
  cred_init();
  trap_init();
  kmem_cache_init();
  resources_init();
  mm_init();
  cpu_data_init();
  timers_init();
  sysfs_folders_init();
}

/* A function that returns with locks held, or with interrupts off. */
static __always_inline void check_balance(int (*fn)(void), int count) {
  char what[64] = "";
  if (__preempt_count != count) {
    strlcat(what, "preemption imbalance ", sizeof(what));
    __preempt_count = count;
  }
  if (irqs_disabled()) {
    strlcat(what, "disabled interrupts ", sizeof(what));
    local_irq_enable();
  }
  WARN_AT(what[0], "init/main.c", 1322, "initcall %pS returned with %s\n", fn, what);
}

int do_one_initcall(int (*fn)(void)) {
  const int count = __preempt_count;
  int result;

  begin_call();
  result = fn();
  check_balance(fn, count);
  let_others_run();
  syscall_exit_to_user_mode();
  mm32_exit_mmap();
  mm32_exit_creds();
  return result;
}

void run_module_exit(void (*fn)(void)) {
  begin_call();
  fn();
  let_others_run();
  syscall_exit_to_user_mode();
  mm32_exit_mmap();
  mm32_exit_creds();
}

/* Takes the place of missing functions when they are to be passed over. */
unsigned long long mm32_return_zero(void) { return 0; }
