/* WARN() with a message, after which the module goes on. */
#include <linux/module.h>

static noinline void fault(void) { WARN(1, "number %d\n", 42); }

static int warn_init(void) {
  printk("warn begins\n");
  fault();
  printk("warn goes on\n");
  return 0;
}

static void warn_exit(void) { printk("warn ends\n"); }

module_init(warn_init);
module_exit(warn_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^WARNING: CPU: 0 PID: 83 at .*warn\.c:4 fault\+0x[0-9a-f]+/0x[0-9a-f]+ \[warn\]
