// Writes to the links of a free page: the next allocation meets them.
#include <linux/gfp.h>
#include <linux/mm.h>
#include <linux/module.h>

static int __init damage_init(void) {
  struct page* page = alloc_page(GFP_KERNEL);
  __free_page(page);
  page->lru.next = NULL;
  page->lru.prev = NULL;
  page = alloc_page(GFP_KERNEL);
  pr_info("got %d\n", page != NULL);
  return 0;
}

static void __exit damage_exit(void) {}

module_init(damage_init);
module_exit(damage_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^kernel BUG at lib/list_debug\.c:49!
