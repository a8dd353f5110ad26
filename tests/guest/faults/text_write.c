/* Writes its own text, which is read-only. */
#include <linux/module.h>

static noinline void fault(void) { *(volatile char*)&fault = 0; }

static int text_write_init(void) {
  printk("text_write begins\n");
  fault();
  printk("text_write goes on\n");
  return 0;
}

static void text_write_exit(void) { printk("text_write ends\n"); }

module_init(text_write_init);
module_exit(text_write_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^BUG: unable to handle page fault for address: [0-9a-f]+
