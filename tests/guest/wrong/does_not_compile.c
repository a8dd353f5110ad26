/* Uses a name that is not declared. */
#include <linux/module.h>

static int broken(void) { return undeclared_name; }

module_init(broken);
MODULE_LICENSE("GPL");

// mm32-expect: status 2
// mm32-expect: message does not compile$
