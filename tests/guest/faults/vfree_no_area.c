/* vfree of an address in no area. */
#include <linux/module.h>
#include <linux/vmalloc.h>

static noinline void fault(void) { vfree((void*)0xf0000000); }

static int vfree_no_area_init(void) {
  printk("vfree_no_area begins\n");
  fault();
  printk("vfree_no_area goes on\n");
  return 0;
}

static void vfree_no_area_exit(void) { printk("vfree_no_area ends\n"); }

module_init(vfree_no_area_init);
module_exit(vfree_no_area_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^Trying to vfree\(\) nonexistent vm area \(\(ptrval\)\)
