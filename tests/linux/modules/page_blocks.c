// The page allocator's calls: zones, orders, alignment, reference counts, flags, compound pages.
#include <linux/gfp.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/swap.h>

static void show_block(const char* name, gfp_t gfp, unsigned int order) {
  struct page* page = alloc_pages(gfp, order);

  if (!page) {
    printk("%s order %u: none\n", name, order);
    return;
  }
  printk("%s order %u: zone %d aligned %d refcount %d mapcount %d flags %lx\n", name, order,
         page_zonenum(page), (page_to_pfn(page) & ((1UL << order) - 1)) == 0, page_count(page),
         page_mapcount(page), page->flags);
  __free_pages(page, order);
}

static void show_blocks(void) {
  unsigned int order;

  for (order = 0; order <= 11; order++) show_block("GFP_KERNEL", GFP_KERNEL | __GFP_NOWARN, order);
  show_block("GFP_DMA", GFP_DMA | GFP_KERNEL, 3);
  show_block("GFP_ATOMIC", GFP_ATOMIC, 2);
  show_block("GFP_HIGHUSER", GFP_HIGHUSER, 0);
  show_block("GFP_HIGHUSER_MOVABLE", GFP_HIGHUSER_MOVABLE, 4);
  show_block("GFP_DMA32", GFP_DMA32, 0);
  show_block("GFP_NOWAIT", GFP_NOWAIT, 1);
  show_block("0", 0, 0);
}

static void show_compound(void) {
  struct page* page = alloc_pages(GFP_KERNEL | __GFP_COMP, 2);

  printk("compound: head %d tail %d size %lu dtor %d order %u tail's refcount %d\n", PageHead(page),
         PageTail(page + 1), page_size(page), page[1].compound_dtor, compound_order(page),
         page_ref_count(page + 1));
  printk("compound_head of the last tail %d\n", compound_head(page + 3) == page);
  get_page(page + 2);
  printk("after get_page %d\n", page_count(page + 3));
  put_page(page + 1);
  printk("after put_page %d\n", page_count(page));
  put_page(page);
}

static void show_split(void) {
  struct page* page = alloc_pages(GFP_KERNEL, 2);
  int i;

  printk("block: %d %d %d %d\n", page_ref_count(page), page_ref_count(page + 1),
         page_ref_count(page + 2), page_ref_count(page + 3));
  split_page(page, 2);
  printk("split: %d %d %d %d\n", page_ref_count(page), page_ref_count(page + 1),
         page_ref_count(page + 2), page_ref_count(page + 3));
  for (i = 0; i < 4; i++) __free_page(page + i);
}

static void show_addresses(void) {
  unsigned long address = __get_free_pages(GFP_KERNEL | __GFP_HIGHMEM, 1);

  printk("__GFP_HIGHMEM is dropped: %d %d\n", virt_addr_valid((void*)address),
         page_address(virt_to_page((void*)address)) == (void*)address);
  free_pages(address, 1);
  address = get_zeroed_page(GFP_KERNEL);
  printk("get_zeroed_page: %d %d\n", *(int*)address, ((int*)address)[1023]);
  free_page(address);
  address = __get_dma_pages(GFP_KERNEL, 1);
  printk("__get_dma_pages below 16 MB: %d\n", __pa(address) < 0x1000000);
  free_pages(address, 1);
  free_pages(0, 0);
  printk("virt_addr_valid: %d %d %d\n", virt_addr_valid((void*)PAGE_OFFSET),
         virt_addr_valid((void*)0x1000), virt_addr_valid((void*)0xfffff000));
  printk("pfn_valid: %d %d\n", pfn_valid(max_mapnr - 1), pfn_valid(max_mapnr));
}

static void show_many(void) {
  struct page* pages[8] = {NULL};
  char* exact = alloc_pages_exact(20000, GFP_KERNEL);
  int i;

  printk("alloc_pages_exact: %d %d %d %d %d\n", page_count(virt_to_page(exact)),
         page_count(virt_to_page(exact + 4096)), page_count(virt_to_page(exact + 8192)),
         page_count(virt_to_page(exact + 12288)), page_count(virt_to_page(exact + 16384)));
  free_pages_exact(exact, 20000);
  printk("bulk: %lu\n", (unsigned long)alloc_pages_bulk_array(GFP_KERNEL, 8, pages));
  for (i = 0; i < 8; i++) {
    if (page_count(pages[i]) != 1) printk("page %d has refcount %d\n", i, page_count(pages[i]));
    __free_page(pages[i]);
  }
}

static void show_reuse(void) {
  struct page* pages[6];
  int i, same = 0;

  for (i = 0; i < 6; i++) pages[i] = alloc_page(GFP_KERNEL);
  for (i = 0; i < 6; i++) __free_page(pages[i]);
  printk("freed: refcount %d page_type %x\n", page_ref_count(pages[0]), pages[0]->page_type);
  for (i = 5; i >= 0; i--) {
    struct page* page = alloc_page(GFP_KERNEL);

    same += page == pages[i];
    pages[i] = page;
  }
  printk("pages that came back in reverse order: %d\n", same);
  for (i = 0; i < 6; i++) __free_page(pages[i]);
}

static void show_totals(void) {
  struct zone* zone;
  struct sysinfo info;

  for (zone = NODE_DATA(0)->node_zones; zone < NODE_DATA(0)->node_zones + MAX_NR_ZONES; zone++)
    printk("zone %s: populated %d, watermarks ascend %d\n", zone->name, populated_zone(zone) != 0,
           min_wmark_pages(zone) <= low_wmark_pages(zone) &&
               low_wmark_pages(zone) <= high_wmark_pages(zone));
  si_meminfo(&info);
  printk("meminfo: unit %u high %lu total %d free %d\n", info.mem_unit, info.totalhigh,
         info.totalram == totalram_pages(), info.freeram < info.totalram);
  printk("nr_free_buffer_pages: %d\n", nr_free_buffer_pages() < totalram_pages());
  printk("page 0: reserved %d zone %d\n", PageReserved(pfn_to_page(0)),
         page_zonenum(pfn_to_page(0)));
}

static int __init page_blocks_init(void) {
  show_blocks();
  show_compound();
  show_split();
  show_addresses();
  show_many();
  show_reuse();
  show_totals();
  return 0;
}

static void __exit page_blocks_exit(void) { printk("page_blocks: the end\n"); }

module_init(page_blocks_init);
module_exit(page_blocks_exit);
MODULE_LICENSE("GPL");
