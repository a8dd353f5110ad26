/* An init that returns a number that is neither 0 nor an error; a module of three taints. */
#include <linux/module.h>

static int __init init_value_init(void) {
  pr_info("returning 5\n");
  return 5;
}

static void __exit init_value_exit(void) { pr_info("exit all the same\n"); }

module_init(init_value_init);
module_exit(init_value_exit);
MODULE_INFO(staging, "Y");
MODULE_INFO(test, "Y");
MODULE_LICENSE("Proprietary");
