/* Runs a breakpoint that no debugger asked for. */
#include <linux/module.h>

static noinline void fault(void) { asm volatile("int3"); }

static int int3_init(void) {
  printk("int3 begins\n");
  fault();
  printk("int3 goes on\n");
  return 0;
}

static void int3_exit(void) { printk("int3 ends\n"); }

module_init(int3_init);
module_exit(int3_exit);
MODULE_LICENSE("GPL");
