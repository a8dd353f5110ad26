/* vfree of an address inside a page. */
#include <linux/module.h>
#include <linux/vmalloc.h>

static noinline void fault(void) {
  char* area = vmalloc(8192);

  vfree(area + 16);
}

static int vfree_unaligned_init(void) {
  printk("vfree_unaligned begins\n");
  fault();
  printk("vfree_unaligned goes on\n");
  return 0;
}

static void vfree_unaligned_exit(void) { printk("vfree_unaligned ends\n"); }

module_init(vfree_unaligned_init);
module_exit(vfree_unaligned_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^Trying to vfree\(\) bad address \(\(ptrval\)\)
