/* Reads, and then writes, a variable that nobody provides. */
#include <linux/module.h>

extern int missing_table[8];

static int __init data_init(void) {
  pr_info("element 3 is %d\n", missing_table[3]);
  missing_table[3] = 5;
  pr_info("element 3 is %d\n", missing_table[3]);
  return 0;
}

static void __exit data_exit(void) {}

module_init(data_init);
module_exit(data_exit);
MODULE_LICENSE("GPL");

// mm32-args: --run-missing zero
// mm32-expect: status 0
