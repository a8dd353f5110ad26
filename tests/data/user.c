#include <linux/module.h>
extern int rich_exported(int);
static int __init u_init(void) { pr_info("user %d\n", rich_exported(4)); return 0; }
static void __exit u_exit(void) { }
module_init(u_init); module_exit(u_exit); MODULE_LICENSE("GPL");
