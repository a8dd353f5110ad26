/* Writes over the pointer to the running task, then goes wrong in its name. */
#include <linux/highmem.h>
#include <linux/module.h>
#include <linux/sched.h>

static unsigned long value;
module_param(value, ulong, 0);

static int __init lost_init(void) {
  struct page* page = alloc_page(GFP_HIGHUSER);
  void* mapped = kmap_atomic(page);

  this_cpu_write(current_task, (struct task_struct*)value);
  kunmap_atomic(mapped);
  return *(volatile int*)16;
}

module_init(lost_init);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^BUG: kernel NULL pointer dereference
