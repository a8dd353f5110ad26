/* WARN_ON(), after which the module goes on. */
#include <linux/module.h>

static noinline void fault(void) { WARN_ON(1); }

static int warn_on_init(void) {
  printk("warn_on begins\n");
  fault();
  printk("warn_on goes on\n");
  return 0;
}

static void warn_on_exit(void) { printk("warn_on ends\n"); }

module_init(warn_on_init);
module_exit(warn_on_exit);
MODULE_LICENSE("GPL");
