/* Prints a byte that is no UTF-8 text. */
#include <linux/module.h>

static int odd_bytes(void) {
  printk("byte \xff end\n");
  return 0;
}

module_init(odd_bytes);
MODULE_LICENSE("GPL");
