/* Recurses until the kernel stack is used up. */
#include <linux/module.h>

static noinline int deeper(volatile int* above) {
  volatile int here[64];

  here[0] = *above + 1;
  if (here[0] < 0) return 0;
  return deeper(here) + here[0];
}

static noinline void fault(void) {
  int zero = 0;

  deeper(&zero);
}

static int stack_overflow_init(void) {
  printk("stack_overflow begins\n");
  fault();
  printk("stack_overflow goes on\n");
  return 0;
}

static void stack_overflow_exit(void) { printk("stack_overflow ends\n"); }

module_init(stack_overflow_init);
module_exit(stack_overflow_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^stack_overflow begins
