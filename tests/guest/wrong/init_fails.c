/* init returns an error: the module is not loaded. */
#include <linux/module.h>

static int init_fails(void) { return -ENOMEM; }

module_init(init_fails);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: message init returned -12, ENOMEM
