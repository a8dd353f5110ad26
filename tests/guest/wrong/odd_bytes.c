/* Prints a byte that is no UTF-8 text. */
#include <linux/module.h>

static int odd_bytes(void) {
  printk("byte \xff end\n");
  return 0;
}

static void nothing(void) {}

module_init(odd_bytes);
module_exit(nothing);
MODULE_LICENSE("GPL");

// mm32-expect: message ^no leaks$
