/* Reads a user address that nothing maps. */
#include <linux/module.h>

static volatile int sink;

static noinline void fault(void) { sink = *(volatile int*)0x12345678; }

static int wild_read_init(void) {
  printk("wild_read begins\n");
  fault();
  printk("wild_read goes on\n");
  return 0;
}

static void wild_read_exit(void) { printk("wild_read ends\n"); }

module_init(wild_read_init);
module_exit(wild_read_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^BUG: unable to handle page fault for address: [0-9a-f]+
