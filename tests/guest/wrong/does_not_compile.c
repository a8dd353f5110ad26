/* Uses a name that is not declared. */
#include <linux/module.h>

static int broken(void) { return undeclared_name; }

module_init(broken);
MODULE_LICENSE("GPL");
