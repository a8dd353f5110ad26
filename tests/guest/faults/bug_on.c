/* BUG_ON(). */
#include <linux/module.h>

static volatile int one = 1;

static noinline void fault(void) { BUG_ON(one == 1); }

static int bug_on_init(void) {
  printk("bug_on begins\n");
  fault();
  printk("bug_on goes on\n");
  return 0;
}

static void bug_on_exit(void) { printk("bug_on ends\n"); }

module_init(bug_on_init);
module_exit(bug_on_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^kernel BUG at .*bug_on\.c:6!
