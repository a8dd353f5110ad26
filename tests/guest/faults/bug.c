/* BUG(). */
#include <linux/module.h>

static noinline void fault(void) { BUG(); }

static int bug_init(void) {
  printk("bug begins\n");
  fault();
  printk("bug goes on\n");
  return 0;
}

static void bug_exit(void) { printk("bug ends\n"); }

module_init(bug_init);
module_exit(bug_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^kernel BUG at .*bug\.c:4!
