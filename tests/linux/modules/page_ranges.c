/* Contiguous ranges, bulk allocation, lists of pages. */
#include <linux/gfp.h>
#include <linux/mm.h>
#include <linux/module.h>

static LIST_HEAD(pages);

static int length(struct list_head* list) {
  struct list_head* at;
  int n = 0;
  list_for_each(at, list) n++;
  return n;
}

static void ranges(void) {
  unsigned long begin, i, wrong = 0;
  struct page* page = alloc_page(GFP_KERNEL);

  for (begin = 0x4000; begin < 0x1c000; begin += 0x400)
    if (alloc_contig_range(begin, begin + 0x400, MIGRATE_MOVABLE, GFP_KERNEL) == 0) break;
  for (i = 0; i < 0x400; i++)
    if (page_count(pfn_to_page(begin + i)) != 1 || PageBuddy(pfn_to_page(begin + i))) wrong++;
  pr_info("range of 1024: found %d wrong %lu\n", begin < 0x1c000, wrong);
  pr_info("again: %d\n", alloc_contig_range(begin, begin + 0x400, MIGRATE_MOVABLE, GFP_KERNEL));
  free_contig_range(begin, 0x200);
  free_contig_range(begin + 0x200, 0x200);
  pr_info("odd: %d\n", alloc_contig_range(begin + 3, begin + 8, MIGRATE_MOVABLE, GFP_KERNEL));
  free_contig_range(begin + 3, 5);
  pr_info("BIOS: %d\n", alloc_contig_range(0, 0x10, MIGRATE_MOVABLE, GFP_KERNEL));
  pr_info("kernel: %d\n", alloc_contig_range(0x1000, 0x1010, MIGRATE_MOVABLE, GFP_KERNEL));
  i = page_to_pfn(page);
  pr_info("in use: %d\n", alloc_contig_range(i, i + 1, MIGRATE_MOVABLE, GFP_KERNEL));
  __free_page(page);
}

static void bulk(void) {
  struct page* array[16] = {};
  struct page* kept;
  LIST_HEAD(on_stack);
  int i;

  pr_info("array: %lu\n", alloc_pages_bulk_array(GFP_KERNEL, 10, array));
  __free_page(array[3]);
  array[3] = NULL;
  kept = array[4];
  pr_info("refilled: %lu", alloc_pages_bulk_array(GFP_KERNEL | __GFP_ZERO, 12, array));
  pr_cont(" kept %d filled %d\n", kept == array[4], array[3] != NULL);
  for (i = 0; i < 12; i++) __free_page(array[i]);
  pr_info("list: %lu", alloc_pages_bulk_list(GFP_KERNEL, 20, &pages));
  pr_cont(" length %d\n", length(&pages));
  put_pages_list(&pages);
  pr_info("empty %d\n", list_empty(&pages));
  pr_info("high list: %lu", alloc_pages_bulk_list(GFP_HIGHUSER, 20, &on_stack));
  pr_cont(" length %d\n", length(&on_stack));
  put_pages_list(&on_stack);
  pr_info("none: %lu\n", alloc_pages_bulk_list(GFP_KERNEL, 0, &on_stack));
  pr_info("one: %lu\n", alloc_pages_bulk_list(GFP_KERNEL, 1, &on_stack));
  put_pages_list(&on_stack);
}

static void exact(void) {
  char* block = alloc_pages_exact(5 * PAGE_SIZE + 1, GFP_KERNEL);
  int i, free = 0;

  for (i = 0; i < 8; i++) free += page_count(virt_to_page(block) + i) == 0;
  pr_info("exact: free tail %d aligned %d\n", free, !((unsigned long)block & (8 * PAGE_SIZE - 1)));
  free_pages_exact(block, 5 * PAGE_SIZE + 1);
}

static int __init ranges_init(void) {
  ranges();
  bulk();
  exact();
  return 0;
}

static void __exit ranges_exit(void) {}

module_init(ranges_init);
module_exit(ranges_exit);
MODULE_LICENSE("GPL");
