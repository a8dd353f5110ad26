/* struct page of allocated, compound and split pages. */
#include <linux/gfp.h>
#include <linux/mm.h>
#include <linux/module.h>

static void show(const char* what, struct page* page) {
  pr_info("%s: refcount %d mapcount %d zone %d head %d tail %d reserved %d order %u\n", what,
          page_count(page), atomic_read(&page->_mapcount), page_zonenum(page), PageHead(page),
          PageTail(page), PageReserved(page), PageHead(page) ? compound_order(page) : 0);
}

static int __init pages_init(void) {
  struct page* page = alloc_page(GFP_KERNEL);
  struct page* dma = alloc_pages(GFP_DMA, 1);
  struct page* compound = alloc_pages(GFP_KERNEL | __GFP_COMP, 2);
  struct page* block = alloc_pages(GFP_KERNEL, 2);
  int i;

  show("page", page);
  get_page(page);
  show("page after get_page", page);
  put_page(page);
  show("page after put_page", page);
  pr_info("same address %d\n", page_address(page) == __va(page_to_pfn(page) << PAGE_SHIFT));
  show("dma", dma);
  pr_info("dma below 16M %d, aligned %d\n", page_to_pfn(dma) < 0x1000, !(page_to_pfn(dma) & 1));
  show("compound head", compound);
  show("compound tail", compound + 3);
  pr_info("compound_head %d size %lu\n", compound_head(compound + 3) == compound,
          page_size(compound));
  for (i = 0; i < 4; i++) show("block", block + i);
  split_page(block, 2);
  for (i = 0; i < 4; i++) show("split", block + i);
  show("zero page", ZERO_PAGE(0));
  for (i = 0; i < 4; i++) __free_page(block + i);
  __free_pages(compound, 2);
  __free_pages(dma, 1);
  __free_page(page);
  pr_info("order 11: %d\n", alloc_pages(GFP_KERNEL | __GFP_NOWARN, 11) != NULL);
  return 0;
}

static void __exit pages_exit(void) {}

module_init(pages_init);
module_exit(pages_exit);
MODULE_LICENSE("GPL");
