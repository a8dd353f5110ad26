/*
 * Start of the resident kernel, and the frames in which a module's functions run.
 * Linux: init/main.c (do_one_initcall), kernel/module/main.c (do_init_module, free_module).
 */
#include <linux/export.h>

#include "kernel.h"
#include "work.h"

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
  cred_init();
  trap_init();
  kmem_cache_init();
  resources_init();
  mm_init();
  cpu_data_init();
}

int do_one_initcall(int (*fn)(void)) {
  int result = fn();
  run_pending_works();
  return result;
}

void run_module_exit(void (*fn)(void)) {
  fn();
  run_pending_works();
}

/* Takes the place of missing functions when they are to be passed over. */
unsigned long long mm32_return_zero(void) { return 0; }
