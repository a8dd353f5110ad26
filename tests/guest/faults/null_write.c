/* Writes a field of a structure at address 0. */
#include <linux/module.h>

static noinline void fault(void) { *(volatile int*)0x1c = 1; }

static int null_write_init(void) {
  printk("null_write begins\n");
  fault();
  printk("null_write goes on\n");
  return 0;
}

static void null_write_exit(void) { printk("null_write ends\n"); }

module_init(null_write_init);
module_exit(null_write_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^BUG: kernel NULL pointer dereference, address: [0-9a-f]+
