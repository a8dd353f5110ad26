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

// mm32-expect: status 1
// mm32-expect: log ^WARNING: CPU: 0 PID: 83 at .*warn_on\.c:4 fault\+0x[0-9a-f]+/0x[0-9a-f]+ \[warn_on\]
