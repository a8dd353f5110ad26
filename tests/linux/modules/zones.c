/* The node, its zones and what hangs on them. */
#include <linux/gfp.h>
#include <linux/mm.h>
#include <linux/mmzone.h>
#include <linux/module.h>
#include <linux/percpu.h>
#include <linux/swap.h>
#include <linux/vmstat.h>

static void show_lists(struct zone* zone) {
  const struct per_cpu_pages* pcp = per_cpu_ptr(zone->per_cpu_pageset, 0);
  unsigned long free = 0;
  struct list_head* at;
  int order, type, blocks, wrong = 0;

  for (order = 0; order < MAX_ORDER; order++) {
    blocks = 0;
    for (type = 0; type < MIGRATE_TYPES; type++)
      list_for_each(at, &zone->free_area[order].free_list[type]) {
        struct page* page = list_entry(at, struct page, lru);
        if (!PageBuddy(page) || page_private(page) != order || page_zone(page) != zone) wrong++;
        if (++blocks > 4) break;
      }
    free += zone->free_area[order].nr_free << order;
  }
  pr_info("  per-CPU lists: high %d batch %d\n", pcp->high, pcp->batch);
  pr_info("  nr_free adds up %d, wrong blocks %d\n", free == zone_page_state(zone, NR_FREE_PAGES),
          wrong);
}

static void show_zone(struct zone* zone) {
  pr_info("zone %d %s: initialized %d contiguous %d node %d\n", (int)zone_idx(zone), zone->name,
          zone->initialized, zone->contiguous, zone->zone_pgdat == NODE_DATA(0));
  pr_info("  start %lu spanned %lu present %lu managed %lu\n", zone->zone_start_pfn,
          zone->spanned_pages, zone->present_pages, zone_managed_pages(zone));
  pr_info("  marks %lu %lu %lu %lu boost %lu highatomic %lu\n", zone->_watermark[WMARK_MIN],
          zone->_watermark[WMARK_LOW], zone->_watermark[WMARK_HIGH], zone->_watermark[WMARK_PROMO],
          zone->watermark_boost, zone->nr_reserved_highatomic);
  pr_info("  reserve %ld %ld %ld %ld\n", zone->lowmem_reserve[0], zone->lowmem_reserve[1],
          zone->lowmem_reserve[2], zone->lowmem_reserve[3]);
  pr_info("  pageset high %d batch %d\n", zone->pageset_high, zone->pageset_batch);
  if (populated_zone(zone)) show_lists(zone);
}

static void show_page(const char* what, gfp_t gfp) {
  struct page* page = alloc_page(gfp);
  pr_info("%s: zone %s bits %lu spans %d\n", what, page_zone(page)->name, page->flags >> 30,
          zone_spans_pfn(page_zone(page), page_to_pfn(page)));
  __free_page(page);
}

static int __init zones_init(void) {
  pg_data_t* node = NODE_DATA(0);
  long free = 0, managed = 0;
  int i;

  pr_info("node %d: zones %d start %lu present %lu spanned %lu mem_map %d\n", node->node_id,
          node->nr_zones, node->node_start_pfn, node->node_present_pages, node->node_spanned_pages,
          (int)(node->node_mem_map - mem_map));
  for (i = 0; i < MAX_NR_ZONES; i++) {
    show_zone(&node->node_zones[i]);
    free += zone_page_state(&node->node_zones[i], NR_FREE_PAGES);
    managed += zone_managed_pages(&node->node_zones[i]);
  }
  pr_info("totalreserve %lu\n", node->totalreserve_pages);
  for (i = 0; node->node_zonelists[0]._zonerefs[i].zone; i++)
    pr_info("zonelist %d: %s %d\n", i, node->node_zonelists[0]._zonerefs[i].zone->name,
            node->node_zonelists[0]._zonerefs[i].zone_idx);
  free -= global_zone_page_state(NR_FREE_PAGES);
  pr_info("vm_zone_stat agrees %d\n", free < 300 && free > -300);
  pr_info("totalram - managed %ld totalhigh %lu buffer %lu\n", (long)totalram_pages() - managed,
          totalhigh_pages(), nr_free_buffer_pages());
  show_page("GFP_KERNEL", GFP_KERNEL);
  show_page("GFP_DMA", GFP_DMA);
  show_page("GFP_HIGHUSER", GFP_HIGHUSER);
  return 0;
}

static void __exit zones_exit(void) {}

module_init(zones_init);
module_exit(zones_exit);
MODULE_LICENSE("GPL");
