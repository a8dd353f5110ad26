/* Writes the guard page behind a vmalloc area. */
#include <linux/module.h>
#include <linux/vmalloc.h>

static noinline void fault(void) {
  volatile char* area = vmalloc(100000);
  area[25 * 4096] = 1;
}

static int guard_write_init(void) {
  printk("guard_write begins\n");
  fault();
  printk("guard_write goes on\n");
  return 0;
}

static void guard_write_exit(void) { printk("guard_write ends\n"); }

module_init(guard_write_init);
module_exit(guard_write_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^BUG: unable to handle page fault for address: [0-9a-f]+
