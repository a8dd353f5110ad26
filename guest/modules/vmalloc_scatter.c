// Virtually contiguous, physically scattered: a vmalloc area, page by page.
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/vmalloc.h>

#define PAGES 8

static char* area;

static int __init vmalloc_scatter_init(void) {
  int i, neighbours = 0;

  area = vmalloc(PAGES * PAGE_SIZE);
  if (!area) return -ENOMEM;
  for (i = 0; i < PAGES; i++) {
    area[i * PAGE_SIZE] = 'A' + i;
    if (i && vmalloc_to_pfn(area + i * PAGE_SIZE) == vmalloc_to_pfn(area + (i - 1) * PAGE_SIZE) + 1)
      neighbours++;
  }
  pr_info("%d pages, vmalloc address: %d, page aligned: %d\n", PAGES, is_vmalloc_addr(area),
          PAGE_ALIGNED(area));
  pr_info("%d of %d steps go to the next frame\n", neighbours, PAGES - 1);
  for (i = 0; i < PAGES; i++) {
    struct page* page = vmalloc_to_page(area + i * PAGE_SIZE);
    pr_info("page %d: first byte %c, references %d, highmem %d\n", i, area[i * PAGE_SIZE],
            page_count(page), PageHighMem(page));
  }
  pr_info("behind the end: %s\n", vmalloc_to_page(area + PAGES * PAGE_SIZE) ? "mapped" : "nothing");
  return 0;
}

static void __exit vmalloc_scatter_exit(void) { vfree(area); }

module_init(vmalloc_scatter_init);
module_exit(vmalloc_scatter_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("the pages behind a vmalloc area");
