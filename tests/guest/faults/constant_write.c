/* Writes a constant, which is read-only. */
#include <linux/module.h>

static const int constant[4] = {1, 2, 3, 4};

static noinline void fault(void) { *(volatile int*)&constant[2] = 5; }

static int constant_write_init(void) {
  printk("constant_write begins\n");
  fault();
  printk("constant_write goes on\n");
  return 0;
}

static void constant_write_exit(void) { printk("constant_write ends\n"); }

module_init(constant_write_init);
module_exit(constant_write_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^BUG: unable to handle page fault for address: [0-9a-f]+
