/* The smallest module. */
#include <linux/module.h>

static int __init hello_init(void) {
  pr_info("hello PAGE_OFFSET=%lx PAGE_SIZE=%lu\n", (unsigned long)PAGE_OFFSET, PAGE_SIZE);
  return 0;
}

static void __exit hello_exit(void) { pr_info("bye\n"); }

module_init(hello_init);
module_exit(hello_exit);
MODULE_LICENSE("GPL");
