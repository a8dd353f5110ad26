// The CMA area: movable pages may use it until somebody wants a range.
#include <linux/cma.h>
#include <linux/gfp.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/vmstat.h>

static long free_cma(void) { return (long)global_zone_page_state(NR_FREE_CMA_PAGES); }

static void show_block(const char* what, struct page* block, unsigned long count) {
  unsigned long i, single = 0;
  if (!block) {
    pr_info("%s: none\n", what);
    return;
  }
  for (i = 0; i < count; i++) single += page_count(block + i) == 1;
  pr_info("%s: single pages %lu zone %s\n", what, single, page_zone(block)->name);
}

static int __init cma_area_init(void) {
  struct cma* area = dma_contiguous_default_area;
  long all = free_cma();
  struct page *small, *large, *movable, *fixed;

  pr_info("area %d free %ld\n", area != NULL, all);
  small = cma_alloc(area, 3, 0, false);
  show_block("small", small, 3);
  large = cma_alloc(area, 1024, 10, false);
  show_block("large", large, 1024);
  if (large) pr_info("aligned %d\n", !(page_to_pfn(large) & 1023));
  pr_info("used %ld\n", all - free_cma());
  pr_info("too much: %d\n", cma_alloc(area, 1 << 20, 0, true) != NULL);
  pr_info("none of it: %d\n", cma_alloc(area, 0, 0, true) != NULL);
  fixed = alloc_page(GFP_KERNEL);
  pr_info("release of another page: %d\n", cma_release(area, fixed, 1));
  __free_page(fixed);
  if (large) pr_info("released: %d", cma_release(area, large, 1024));
  if (small) pr_cont(" %d\n", cma_release(area, small, 3));
  large = cma_alloc(area, 4096, 0, false);
  show_block("all of it", large, 4096);
  if (large) cma_release(area, large, 4096);
  movable = alloc_pages(GFP_HIGHUSER_MOVABLE, 4);
  __free_pages(movable, 4);
  return 0;
}

static void __exit cma_area_exit(void) {}

module_init(cma_area_init);
module_exit(cma_area_exit);
MODULE_LICENSE("GPL");

// mm32-args: --cma 16M
// mm32-expect: no-log BUG
