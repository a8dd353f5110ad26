/* A variable whose name is also a hexadecimal number. */
#include <linux/module.h>

int fade = 1;

static int hexadecimal_name_init(void) { return fade - 1; }

module_init(hexadecimal_name_init);
MODULE_LICENSE("GPL");

// mm32-expect: message stays loaded, as on Linux$
