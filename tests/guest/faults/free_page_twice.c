/* Frees a page twice. */
#include <linux/module.h>
#include <linux/gfp.h>
#include <linux/mm.h>

static noinline void fault(void) {
  unsigned long page = __get_free_page(GFP_KERNEL);

  free_page(page);
  free_page(page);
}

static int free_page_twice_init(void) {
  printk("free_page_twice begins\n");
  fault();
  printk("free_page_twice goes on\n");
  return 0;
}

static void free_page_twice_exit(void) { printk("free_page_twice ends\n"); }

module_init(free_page_twice_init);
module_exit(free_page_twice_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^BUG: Bad page state in process insmod  pfn:[0-9a-f]+$
