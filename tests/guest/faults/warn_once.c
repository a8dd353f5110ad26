/* WARN_ON_ONCE() three times warns once. */
#include <linux/module.h>

static noinline void fault(void) {
  int i;

  for (i = 0; i < 3; i++) WARN_ON_ONCE(1);
}

static int warn_once_init(void) {
  printk("warn_once begins\n");
  fault();
  printk("warn_once goes on\n");
  return 0;
}

static void warn_once_exit(void) { printk("warn_once ends\n"); }

module_init(warn_once_init);
module_exit(warn_once_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^WARNING: CPU: 0 PID: 83 at .*warn_once\.c:7 fault\+0x[0-9a-f]+/0x[0-9a-f]+ \[warn_once\]
