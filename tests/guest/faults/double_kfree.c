/* Frees an object twice. */
#include <linux/module.h>
#include <linux/slab.h>

static noinline void fault(void) {
  void* object = kmalloc(64, GFP_KERNEL);

  kfree(object);
  kfree(object);
}

static int double_kfree_init(void) {
  printk("double_kfree begins\n");
  fault();
  printk("double_kfree goes on\n");
  return 0;
}

static void double_kfree_exit(void) { printk("double_kfree ends\n"); }

module_init(double_kfree_init);
module_exit(double_kfree_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^kernel BUG at mm/slub\.c:419!
