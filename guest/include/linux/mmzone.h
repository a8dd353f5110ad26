// Zones and nodes, as far as code outside of memory management uses them.
#ifndef _LINUX_MMZONE_H
#define _LINUX_MMZONE_H

#include <asm/page.h>
#include <linux/atomic.h>
#include <linux/list.h>
#include <linux/numa.h>
#include <linux/spinlock_types.h>
#include <linux/types.h>
#include <linux/version.h>
#include <linux/wait_types_mm32.h>

#define MAX_ORDER 11
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
#define MAX_PAGE_ORDER (MAX_ORDER - 1)
#define NR_PAGE_ORDERS MAX_ORDER
#endif
#define MAX_ORDER_NR_PAGES (1 << (MAX_ORDER - 1))
#define PAGE_ALLOC_COSTLY_ORDER 3
// A pageblock is a huge page, but never more than the largest block.
#define pageblock_order HUGETLB_PAGE_ORDER
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

enum node_stat_item {
  NR_LRU_BASE,
  NR_INACTIVE_ANON = NR_LRU_BASE,
  NR_ACTIVE_ANON,
  NR_INACTIVE_FILE,
  NR_ACTIVE_FILE,
  NR_UNEVICTABLE,
  NR_SLAB_RECLAIMABLE_B,
  NR_SLAB_UNRECLAIMABLE_B,
  NR_ISOLATED_ANON,
  NR_ISOLATED_FILE,
  WORKINGSET_NODES,
  WORKINGSET_REFAULT_BASE,
  WORKINGSET_REFAULT_ANON = WORKINGSET_REFAULT_BASE,
  WORKINGSET_REFAULT_FILE,
  WORKINGSET_ACTIVATE_BASE,
  WORKINGSET_ACTIVATE_ANON = WORKINGSET_ACTIVATE_BASE,
  WORKINGSET_ACTIVATE_FILE,
  WORKINGSET_RESTORE_BASE,
  WORKINGSET_RESTORE_ANON = WORKINGSET_RESTORE_BASE,
  WORKINGSET_RESTORE_FILE,
  WORKINGSET_NODERECLAIM,
  NR_ANON_MAPPED,
  NR_FILE_MAPPED,
  NR_FILE_PAGES,
  NR_FILE_DIRTY,
  NR_WRITEBACK,
  NR_WRITEBACK_TEMP,
  NR_SHMEM,
  NR_SHMEM_THPS,
  NR_SHMEM_PMDMAPPED,
  NR_FILE_THPS,
  NR_FILE_PMDMAPPED,
  NR_ANON_THPS,
  NR_VMSCAN_WRITE,
  NR_VMSCAN_IMMEDIATE,
  NR_DIRTIED,
  NR_WRITTEN,
  NR_THROTTLED_WRITTEN,
  NR_KERNEL_MISC_RECLAIMABLE,
  NR_FOLL_PIN_ACQUIRED,
  NR_FOLL_PIN_RELEASED,
  NR_KERNEL_STACK_KB,
  NR_PAGETABLE,
  NR_SECONDARY_PAGETABLE,
  NR_SWAPCACHE,
  NR_VM_NODE_STAT_ITEMS
};
_Static_assert(NR_VM_NODE_STAT_ITEMS == 41, "");

struct free_area {
  struct list_head free_list[MIGRATE_TYPES];
  unsigned long nr_free;
};
struct pglist_data;

#define NR_LOWORDER_PCP_LISTS (MIGRATE_PCPTYPES * (PAGE_ALLOC_COSTLY_ORDER + 1))
#define NR_PCP_LISTS (NR_LOWORDER_PCP_LISTS + 2)
struct per_cpu_pages {
  spinlock_t lock;
  int count;
  int high;
  int batch;
  short free_factor;
  struct list_head lists[NR_PCP_LISTS];
} __aligned(64);
_Static_assert(sizeof(struct per_cpu_pages) == 192, "struct per_cpu_pages of 6.1 i386");
struct per_cpu_zonestat {
  s8 vm_stat_diff[NR_VM_ZONE_STAT_ITEMS];
  s8 stat_threshold;
};

struct zone {
  union {
    unsigned long _watermark[NR_WMARK];
    unsigned long watermark[NR_WMARK];  // until 4.20
    struct {                            // until 2.6.31
      unsigned long pages_min, pages_low, pages_high;
    };
  };
  unsigned long watermark_boost;
  unsigned long nr_reserved_highatomic;
  long lowmem_reserve[MAX_NR_ZONES];
  struct pglist_data* zone_pgdat;
  struct per_cpu_pages* per_cpu_pageset;
  struct per_cpu_zonestat* per_cpu_zonestats;
  int pageset_high;
  int pageset_batch;
  unsigned long* pageblock_flags;
  unsigned long zone_start_pfn;
  atomic_long_t managed_pages;
  unsigned long spanned_pages;
  unsigned long present_pages;
  const char* name;
  unsigned long nr_isolate_pageblock;
  int initialized;
  u32 pad1_mm32[9];
  struct free_area free_area[MAX_ORDER];
  unsigned long flags;
  spinlock_t lock;
  u32 pad2_mm32[5];
  unsigned long percpu_drift_mark;
  unsigned long compact_cached_free_pfn;
  unsigned long compact_cached_migrate_pfn[2];
  unsigned long compact_init_migrate_pfn;
  unsigned long compact_init_free_pfn;
  unsigned int compact_considered;
  unsigned int compact_defer_shift;
  int compact_order_failed;
  bool compact_blockskip_flush;
  bool contiguous;
  u8 pad3_mm32[26];
  union {
    atomic_long_t vm_stat[NR_VM_ZONE_STAT_ITEMS];
    unsigned long free_pages;  // until 2.6.21: the first of the counters
  };
  u32 pad4_mm32[5];
} __aligned(64);
_Static_assert(sizeof(struct zone) == 768, "struct zone of 6.1 i386");
_Static_assert(offsetof(struct zone, lowmem_reserve) == 24, "");
_Static_assert(offsetof(struct zone, zone_start_pfn) == 64, "");
_Static_assert(offsetof(struct zone, free_area) == 128, "");
_Static_assert(offsetof(struct zone, flags) == 612, "");
_Static_assert(offsetof(struct zone, percpu_drift_mark) == 640, "");
_Static_assert(offsetof(struct zone, contiguous) == 677, "");
_Static_assert(offsetof(struct zone, vm_stat) == 704, "");

struct zoneref {
  struct zone* zone;
  int zone_idx;
};
struct zonelist {
  struct zoneref _zonerefs[MAX_NR_ZONES + 1];
};

typedef struct pglist_data {
  struct zone node_zones[MAX_NR_ZONES];
  struct zonelist node_zonelists[1];
  int nr_zones;
  struct page* node_mem_map;
  void* node_page_ext;
  unsigned long node_start_pfn;
  unsigned long node_present_pages;
  unsigned long node_spanned_pages;
  int node_id;
  u32 pad1_mm32[20];
  void* kswapd;
  int kswapd_order;
  enum zone_type kswapd_highest_zoneidx;
  int kswapd_failures;
  u32 pad2_mm32[7];
  unsigned long totalreserve_pages;
  u32 pad3_mm32[19];
  u8 lruvec_mm32[700];
  unsigned long flags;
  u32 pad4_mm32[44];
  void* per_cpu_nodestats;
  atomic_long_t vm_stat[NR_VM_NODE_STAT_ITEMS];
  u32 pad5_mm32[6];
} __aligned(64) pg_data_t;
_Static_assert(sizeof(pg_data_t) == 4416, "struct pglist_data of 6.1 i386");
_Static_assert(offsetof(pg_data_t, node_start_pfn) == 3124, "");
_Static_assert(offsetof(pg_data_t, kswapd) == 3220, "");
_Static_assert(offsetof(pg_data_t, totalreserve_pages) == 3264, "");
_Static_assert(offsetof(pg_data_t, vm_stat) == 4228, "");

extern struct pglist_data contig_page_data;
extern int movable_zone;
#define NODE_DATA(nid) (&contig_page_data)
#define zone_idx(zone) ((zone) - (zone)->zone_pgdat->node_zones)
#define for_each_zone(zone)                                                                   \
  for (zone = contig_page_data.node_zones; zone < contig_page_data.node_zones + MAX_NR_ZONES; \
       zone++)
#define for_each_populated_zone(zone) for_each_zone(zone) if (zone->present_pages)
#define populated_zone(zone) ((zone)->present_pages != 0)
#define managed_zone(zone) (zone_managed_pages(zone) != 0)
#define zone_managed_pages(zone) ((unsigned long)atomic_long_read(&(zone)->managed_pages))
#define zone_cma_pages(zone) 0UL
#define zone_to_nid(zone) 0
#define zone_is_empty(zone) ((zone)->spanned_pages == 0)
#define zone_is_initialized(zone) ((zone)->initialized)
#define min_wmark_pages(z) ((z)->_watermark[WMARK_MIN] + (z)->watermark_boost)
#define low_wmark_pages(z) ((z)->_watermark[WMARK_LOW] + (z)->watermark_boost)
#define high_wmark_pages(z) ((z)->_watermark[WMARK_HIGH] + (z)->watermark_boost)
static inline unsigned long zone_end_pfn(const struct zone* zone) {
  return zone->zone_start_pfn + zone->spanned_pages;
}
static inline bool zone_spans_pfn(const struct zone* zone, unsigned long pfn) {
  return zone->zone_start_pfn <= pfn && pfn < zone_end_pfn(zone);
}
// Movable memory is high memory where that is what it was taken from.
static inline bool is_highmem_idx(enum zone_type idx) {
  return idx == ZONE_HIGHMEM || (idx == ZONE_MOVABLE && movable_zone == ZONE_HIGHMEM);
}
#define is_highmem(zone) is_highmem_idx(zone_idx(zone))
#define node_present_pages(nid) (NODE_DATA(nid)->node_present_pages)
#define node_spanned_pages(nid) (NODE_DATA(nid)->node_spanned_pages)
#define node_start_pfn(nid) (NODE_DATA(nid)->node_start_pfn)
#define node_end_pfn(nid) (node_start_pfn(nid) + node_spanned_pages(nid))
#define pgdat_end_pfn(pgdat) ((pgdat)->node_start_pfn + (pgdat)->node_spanned_pages)
#define wmark_pages(z, i) ((z)->_watermark[i] + (z)->watermark_boost)
#define node_zonelist(nid, flags) (NODE_DATA(nid)->node_zonelists)
#define zonelist_zone(zoneref) ((zoneref)->zone)
#define zonelist_zone_idx(zoneref) ((zoneref)->zone_idx)
struct deferred_split;
struct list_head;
struct lru_gen_mm_state;
struct lru_gen_mm_walk;
struct lru_gen_struct;
struct lruvec;
struct per_cpu_nodestat;
struct wait_queue_head;

#define MIGRATETYPE_MASK ((1UL << PB_migratetype_bits) - 1)
#define NR_VM_NUMA_EVENT_ITEMS 0
#define LRU_BASE 0
#define LRU_ACTIVE 1
#define LRU_FILE 2
#define WORKINGSET_ANON 0
#define WORKINGSET_FILE 1
#define ANON_AND_FILE 2
#define MIN_NR_GENS 2U
#define MAX_NR_GENS 4U
#define MAX_NR_TIERS 4U
#define LRU_GEN_MASK ((BIT(LRU_GEN_WIDTH) - 1) << LRU_GEN_PGOFF)
#define LRU_REFS_MASK ((BIT(LRU_REFS_WIDTH) - 1) << LRU_REFS_PGOFF)
#define MIN_LRU_BATCH BITS_PER_LONG
#define MAX_LRU_BATCH (MIN_LRU_BATCH * 64)
#define NR_HIST_GENS 1U
#define NR_BLOOM_FILTERS 2
#define ISOLATE_UNMAPPED ((__force isolate_mode_t)0x2)
#define ISOLATE_ASYNC_MIGRATE ((__force isolate_mode_t)0x4)
#define ISOLATE_UNEVICTABLE ((__force isolate_mode_t)0x8)
#define NR_PCP_THP 2
#define ASYNC_AND_SYNC 2
#define SECTIONS_PGOFF ((sizeof(unsigned long) * 8) - SECTIONS_WIDTH)
#define NODES_PGOFF (SECTIONS_PGOFF - NODES_WIDTH)
#define ZONES_PGOFF (NODES_PGOFF - ZONES_WIDTH)
#define LAST_CPUPID_PGOFF (ZONES_PGOFF - LAST_CPUPID_WIDTH)
#define KASAN_TAG_PGOFF (LAST_CPUPID_PGOFF - KASAN_TAG_WIDTH)
#define LRU_GEN_PGOFF (KASAN_TAG_PGOFF - LRU_GEN_WIDTH)
#define LRU_REFS_PGOFF (LRU_GEN_PGOFF - LRU_REFS_WIDTH)
#define SECTIONS_PGSHIFT (SECTIONS_PGOFF * (SECTIONS_WIDTH != 0))
#define NODES_PGSHIFT (NODES_PGOFF * (NODES_WIDTH != 0))
#define LAST_CPUPID_PGSHIFT (LAST_CPUPID_PGOFF * (LAST_CPUPID_WIDTH != 0))
#define KASAN_TAG_PGSHIFT (KASAN_TAG_PGOFF * (KASAN_TAG_WIDTH != 0))
#define ZONEID_SHIFT (NODES_SHIFT + ZONES_SHIFT)
#define ZONEID_PGOFF ((NODES_PGOFF < ZONES_PGOFF) ? NODES_PGOFF : ZONES_PGOFF)
#define ZONEID_PGSHIFT (ZONEID_PGOFF * (ZONEID_SHIFT != 0))
#define ZONES_MASK ((1UL << ZONES_WIDTH) - 1)
#define NODES_MASK ((1UL << NODES_WIDTH) - 1)
#define SECTIONS_MASK ((1UL << SECTIONS_WIDTH) - 1)
#define LAST_CPUPID_MASK ((1UL << LAST_CPUPID_SHIFT) - 1)
#define KASAN_TAG_MASK ((1UL << KASAN_TAG_WIDTH) - 1)
#define ZONEID_MASK ((1UL << ZONEID_SHIFT) - 1)
#define DEF_PRIORITY 12
#define MAX_ZONES_PER_ZONELIST (MAX_NUMNODES * MAX_NR_ZONES)
#define NUMA_ZONELIST_ORDER_LEN 16
#define pfn_in_present_section pfn_valid
enum lru_list {
  LRU_INACTIVE_ANON,
  LRU_ACTIVE_ANON,
  LRU_INACTIVE_FILE,
  LRU_ACTIVE_FILE,
  LRU_UNEVICTABLE,
  NR_LRU_LISTS
};
enum vmscan_throttle_state {
  VMSCAN_THROTTLE_WRITEBACK,
  VMSCAN_THROTTLE_ISOLATED,
  VMSCAN_THROTTLE_NOPROGRESS,
  VMSCAN_THROTTLE_CONGESTED,
  NR_VMSCAN_THROTTLE
};
enum lruvec_flags { LRUVEC_CONGESTED };
enum { LRU_GEN_ANON, LRU_GEN_FILE };
enum { LRU_GEN_CORE, LRU_GEN_MM_WALK, LRU_GEN_NONLEAF_YOUNG, NR_LRU_GEN_CAPS };
struct lru_gen_struct {
  unsigned long max_seq;
  unsigned long min_seq[2];
  unsigned long timestamps[4];
  struct list_head folios[4][2][4];
  long nr_pages[4][2][4];
  unsigned long avg_refaulted[2][4];
  unsigned long avg_total[2][4];
  unsigned long protected[1][2][3];
  atomic_long_t evicted[1][2][4];
  atomic_long_t refaulted[1][2][4];
  bool enabled;
};
enum {
  MM_LEAF_TOTAL,
  MM_LEAF_OLD,
  MM_LEAF_YOUNG,
  MM_NONLEAF_TOTAL,
  MM_NONLEAF_FOUND,
  MM_NONLEAF_ADDED,
  NR_MM_STATS
};
struct lru_gen_mm_state {
  unsigned long seq;
  struct list_head* head;
  struct list_head* tail;
  struct wait_queue_head wait;
  unsigned long* filters[2];
  unsigned long stats[1][6];
  int nr_walkers;
};
struct lru_gen_mm_walk {
  struct lruvec* lruvec;
  unsigned long max_seq;
  unsigned long next_addr;
  int nr_pages[4][2][4];
  int mm_stats[6];
  int batched;
  bool can_swap;
  bool force_scan;
};
struct lruvec {
  struct list_head lists[5];
  spinlock_t lru_lock;
  unsigned long anon_cost;
  unsigned long file_cost;
  atomic_long_t nonresident_age;
  unsigned long refaults[2];
  unsigned long flags;
  struct lru_gen_struct lrugen;
  struct lru_gen_mm_state mm_state;
  struct pglist_data* pgdat;
};
typedef unsigned int isolate_mode_t;
struct per_cpu_nodestat {
  s8 stat_threshold;
  s8 vm_node_stat_diff[41];
};
enum pgdat_flags { PGDAT_DIRTY, PGDAT_WRITEBACK, PGDAT_RECLAIM_LOCKED };
enum zone_flags { ZONE_BOOSTED_WATERMARK, ZONE_RECLAIM_ACTIVE };
enum { ZONELIST_FALLBACK, MAX_ZONELISTS };
struct deferred_split {
  spinlock_t split_queue_lock;
  struct list_head split_queue;
  unsigned long split_queue_len;
};
enum meminit_context { MEMINIT_EARLY, MEMINIT_HOTPLUG };

#include <linux/mmzone_api_mm32.h>
#include <linux/mmzone_more_mm32.h>

#define pfn_to_nid(pfn) (0)

#endif
