/* Frees an address that nobody allocated. */
#include <linux/module.h>
#include <linux/slab.h>

static noinline void fault(void) { kfree((void*)0x12345678); }

static int kfree_bogus_init(void) {
  printk("kfree_bogus begins\n");
  fault();
  printk("kfree_bogus goes on\n");
  return 0;
}

static void kfree_bogus_exit(void) { printk("kfree_bogus ends\n"); }

module_init(kfree_bogus_init);
module_exit(kfree_bogus_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^BUG: unable to handle page fault for address: [0-9a-f]+
