/*
 * Start of the resident kernel, and the frames in which a module's functions run.
 * Linux: init/main.c (do_one_initcall), kernel/module/main.c (do_init_module, free_module).
 */
#include <linux/export.h>
#include <linux/irqflags.h>

#include "bug_at.h"
#include "kernel.h"
#include "lib/crc_tables.h"

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
  crc_tables_init();
  cpu_data_init();
  timers_init();
  sysfs_folders_init();
}

/* What fn leaves disabled is enabled again. */
int do_one_initcall(int (*fn)(void)) {
  const int count = __preempt_count;
  const char *imbalance = "", *disabled = "";
  int result;

  begin_call();
  result = fn();
  if (__preempt_count != count) {
    imbalance = "preemption imbalance ";
    __preempt_count = count;
  }
  if (irqs_disabled()) {
    disabled = "disabled interrupts ";
    local_irq_enable();
  }
  WARN_AT(*imbalance || *disabled, "init/main.c", 1322, "initcall %pS returned with %s%s\n", fn,
          imbalance, disabled);
  let_others_run();
  syscall_exit_to_user_mode();
  return result;
}

void run_module_exit(void (*fn)(void)) {
  begin_call();
  fn();
  let_others_run();
  syscall_exit_to_user_mode();
}

/* Takes the place of missing functions when they are to be passed over. */
unsigned long long mm32_return_zero(void) { return 0; }
