// Zones and nodes, as far as code outside of memory management uses them.
#ifndef _LINUX_MMZONE_H
#define _LINUX_MMZONE_H

#include <linux/list.h>
#include <linux/numa.h>
#include <linux/spinlock_types.h>
#include <linux/types.h>

#define MAX_ORDER 11
#define MAX_ORDER_NR_PAGES (1 << (MAX_ORDER - 1))
#define PAGE_ALLOC_COSTLY_ORDER 3
#define pageblock_order 10
#define pageblock_nr_pages (1UL << pageblock_order)

enum migratetype {
  MIGRATE_UNMOVABLE,
  MIGRATE_MOVABLE,
  MIGRATE_RECLAIMABLE,
  MIGRATE_PCPTYPES,
  MIGRATE_HIGHATOMIC = MIGRATE_PCPTYPES,
  MIGRATE_ISOLATE,
  MIGRATE_TYPES
};
enum zone_type { ZONE_DMA, ZONE_NORMAL, ZONE_HIGHMEM, ZONE_MOVABLE, __MAX_NR_ZONES };
#define MAX_NR_ZONES __MAX_NR_ZONES
enum zone_watermarks { WMARK_MIN, WMARK_LOW, WMARK_HIGH, WMARK_PROMO, NR_WMARK };
enum zone_stat_item {
  NR_FREE_PAGES,
  NR_ZONE_LRU_BASE,
  NR_ZONE_INACTIVE_ANON = NR_ZONE_LRU_BASE,
  NR_ZONE_ACTIVE_ANON,
  NR_ZONE_INACTIVE_FILE,
  NR_ZONE_ACTIVE_FILE,
  NR_ZONE_UNEVICTABLE,
  NR_ZONE_WRITE_PENDING,
  NR_MLOCK,
  NR_BOUNCE,
  NR_ZSPAGES,
  NR_FREE_CMA_PAGES,
  NR_VM_ZONE_STAT_ITEMS
};

struct free_area {
  struct list_head free_list[MIGRATE_TYPES];
  unsigned long nr_free;
};
struct pglist_data;

// Offsets as measured on 6.1: see mm/ for the parts that have no name here.
struct zone {
  unsigned long _watermark[NR_WMARK];
  unsigned long watermark_boost;
  unsigned long nr_reserved_highatomic;
  long lowmem_reserve[MAX_NR_ZONES];
  struct pglist_data* zone_pgdat;
  void* per_cpu_pageset;
  void* per_cpu_zonestats;
  int pageset_high;
  int pageset_batch;
  unsigned long* pageblock_flags;
  unsigned long zone_start_pfn;
  atomic_t managed_pages;
  unsigned long spanned_pages;
  unsigned long present_pages;
  const char* name;
  int initialized;
  u32 pad1_mm32[10];
  struct free_area free_area[MAX_ORDER];
  unsigned long flags;
  spinlock_t lock;
  u32 pad2_mm32[21];
  atomic_t vm_stat[NR_VM_ZONE_STAT_ITEMS];
  u32 pad3_mm32[5];
} __aligned(64);
_Static_assert(sizeof(struct zone) == 768, "struct zone of 6.1 i386");
_Static_assert(offsetof(struct zone, lowmem_reserve) == 24, "");
_Static_assert(offsetof(struct zone, zone_start_pfn) == 64, "");
_Static_assert(offsetof(struct zone, free_area) == 128, "");
_Static_assert(offsetof(struct zone, flags) == 612, "");
_Static_assert(offsetof(struct zone, vm_stat) == 704, "");

typedef struct pglist_data {
  struct zone node_zones[MAX_NR_ZONES];
  u32 zonelists_mm32[10];
  int nr_zones;
  struct page* node_mem_map;
  u32 ext_mm32;
  unsigned long node_start_pfn;
  unsigned long node_present_pages;
  unsigned long node_spanned_pages;
  int node_id;
  u32 rest_mm32[(4416 - 3140) / 4];
} pg_data_t __aligned(64);
_Static_assert(offsetof(struct pglist_data, nr_zones) == 3112, "");
_Static_assert(offsetof(struct pglist_data, node_id) == 3136, "");
_Static_assert(sizeof(pg_data_t) == 4416, "struct pglist_data of 6.1 i386");

extern struct pglist_data contig_page_data;
extern int movable_zone;
#define NODE_DATA(nid) (&contig_page_data)
#define zone_idx(zone) ((zone) - (zone)->zone_pgdat->node_zones)
#define for_each_zone(zone)                                                                   \
  for (zone = contig_page_data.node_zones; zone < contig_page_data.node_zones + MAX_NR_ZONES; \
       zone++)
#define for_each_populated_zone(zone) for_each_zone(zone) if (zone->present_pages)
#define populated_zone(zone) ((zone)->present_pages != 0)
#define zone_page_state(zone, item) ((unsigned long)atomic_read(&(zone)->vm_stat[item]))
#define zone_managed_pages(zone) ((unsigned long)atomic_read(&(zone)->managed_pages))
#define min_wmark_pages(z) ((z)->_watermark[WMARK_MIN] + (z)->watermark_boost)
#define low_wmark_pages(z) ((z)->_watermark[WMARK_LOW] + (z)->watermark_boost)
#define high_wmark_pages(z) ((z)->_watermark[WMARK_HIGH] + (z)->watermark_boost)
static inline unsigned long zone_end_pfn(const struct zone* zone) {
  return zone->zone_start_pfn + zone->spanned_pages;
}
static inline bool is_highmem_idx(enum zone_type idx) { return idx == ZONE_HIGHMEM; }
#define is_highmem(zone) is_highmem_idx(zone_idx(zone))

#endif
