/* Divides by zero. */
#include <linux/module.h>

static volatile int zero;
static volatile int sink;

static noinline void fault(void) { sink = 100 / zero; }

static int divide_error_init(void) {
  printk("divide_error begins\n");
  fault();
  printk("divide_error goes on\n");
  return 0;
}

static void divide_error_exit(void) { printk("divide_error ends\n"); }

module_init(divide_error_init);
module_exit(divide_error_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^divide error: 0000 \[#1\] PREEMPT SMP
