/* Reads through a null pointer. */
#include <linux/module.h>

static int sink;

static noinline void fault(void) { sink = *(volatile int*)NULL; }

static int null_read_init(void) {
  printk("null_read begins\n");
  fault();
  printk("null_read goes on\n");
  return 0;
}

static void null_read_exit(void) { printk("null_read ends\n"); }

module_init(null_read_init);
module_exit(null_read_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^BUG: kernel NULL pointer dereference, address: [0-9a-f]+
