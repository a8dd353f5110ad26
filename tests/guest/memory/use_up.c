// Takes blocks until there are none left, by the flags and order given, and frees them again.
#include <linux/gfp.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/vmstat.h>

static unsigned int gfp = GFP_KERNEL;
module_param(gfp, uint, 0);
static int order;
module_param(order, int, 0);

static int __init use_up_init(void) {
  unsigned long before = global_zone_page_state(NR_FREE_PAGES);
  LIST_HEAD(blocks);
  struct page *page, *next;
  long taken = 0;

  while ((page = alloc_pages(gfp, order)) != NULL) {
    list_add(&page->lru, &blocks);
    taken++;
  }
  pr_info("taken %d%%\n", (int)((taken << order) * 100 / before));
  list_for_each_entry_safe(page, next, &blocks, lru) {
    list_del(&page->lru);
    __free_pages(page, order);
  }
  page = alloc_page(GFP_KERNEL);
  pr_info("afterwards %s\n", page ? "a page" : "none");
  if (page) __free_page(page);
  return 0;
}

static void __exit use_up_exit(void) {}

module_init(use_up_init);
module_exit(use_up_exit);
MODULE_LICENSE("GPL");

// mm32-args: --mem 64M
// mm32-expect: status 1
// mm32-expect: message ^why: of 64 MB of RAM the modules hold
// mm32-expect: log ^Out of memory: Killed process 83 \(insmod\)
