// More of <linux/mmzone.h>: kinds of zones and lists, walks over zones and nodes.
#include <linux/mmzone.h>
#ifndef _LINUX_MMZONE_MORE_MM32_H
#define _LINUX_MMZONE_MORE_MM32_H

#include <linux/pageblock-flags.h>

// The zone stands in the two highest flags of a page.
#define ZONES_PGSHIFT 30
#define page_zonenum(page) ((enum zone_type)((page)->flags >> ZONES_PGSHIFT))
#define folio_zonenum(folio) page_zonenum(&(folio)->page)
#define is_zone_movable_page(page) (page_zonenum(page) == ZONE_MOVABLE)
#define is_zone_device_page(page) ((void)(page), false)
#define folio_is_zone_device(folio) ((void)(folio), false)
#define zone_is_zone_device(zone) ((void)(zone), false)
#define zone_set_nid(zone, nid) ((void)(zone), (void)(nid))
#define pfn_to_nid(pfn) (0)
#define sparse_init() \
  do {                \
  } while (0)
#define local_memory_node(node) (node)

#define for_each_migratetype_order(order, type)     \
  for ((order) = 0; (order) < MAX_ORDER; (order)++) \
    for ((type) = 0; (type) < MIGRATE_TYPES; (type)++)
#define is_migrate_cma(migratetype) false
#define is_migrate_cma_page(page) false
#define get_pageblock_migratetype(page) \
  get_pfnblock_flags_mask(page, page_to_pfn(page), MIGRATETYPE_MASK)
static inline bool is_migrate_movable(int mt) { return mt == MIGRATE_MOVABLE; }
static inline bool migratetype_is_mergeable(int mt) { return mt < MIGRATE_PCPTYPES; }
static inline bool free_area_empty(struct free_area* area, int migratetype) {
  return list_empty(&area->free_list[migratetype]);
}
#define get_page_from_free_area(area, migratetype) \
  list_first_entry_or_null(&(area)->free_list[migratetype], struct page, lru)

static inline bool vmstat_item_print_in_thp(enum node_stat_item item) {
  switch (item) {
    case NR_ANON_THPS:
    case NR_FILE_THPS:
    case NR_SHMEM_THPS:
    case NR_SHMEM_PMDMAPPED:
    case NR_FILE_PMDMAPPED:
      return true;
    default:
      return false;
  }
}
static inline bool vmstat_item_in_bytes(int idx) {
  return idx == NR_SLAB_RECLAIMABLE_B || idx == NR_SLAB_UNRECLAIMABLE_B;
}

#define for_each_lru(lru) for ((lru) = 0; (lru) < NR_LRU_LISTS; (lru)++)
#define for_each_evictable_lru(lru) for ((lru) = 0; (lru) <= LRU_ACTIVE_FILE; (lru)++)
static inline bool is_file_lru(enum lru_list lru) {
  return lru == LRU_INACTIVE_FILE || lru == LRU_ACTIVE_FILE;
}
static inline bool is_active_lru(enum lru_list lru) {
  return lru == LRU_ACTIVE_ANON || lru == LRU_ACTIVE_FILE;
}
static inline struct pglist_data* lruvec_pgdat(struct lruvec* lruvec) { return lruvec->pgdat; }

static inline bool zone_intersects(struct zone* zone, unsigned long start_pfn,
                                   unsigned long nr_pages) {
  return !zone_is_empty(zone) && start_pfn < zone_end_pfn(zone) &&
         start_pfn + nr_pages > zone->zone_start_pfn;
}

#define for_each_online_pgdat(pgdat) for ((pgdat) = NODE_DATA(0); (pgdat); (pgdat) = NULL)
static inline int zonelist_node_idx(struct zoneref* zoneref) { return 0; }
// The first entry from z on whose zone is no higher than the given one.
static __always_inline struct zoneref* next_zones_zonelist(struct zoneref* z,
                                                           enum zone_type highest_zoneidx,
                                                           nodemask_t* nodes) {
  while (z->zone_idx > (int)highest_zoneidx) z++;
  return z;
}
static inline struct zoneref* first_zones_zonelist(struct zonelist* zonelist,
                                                   enum zone_type highest_zoneidx,
                                                   nodemask_t* nodes) {
  return next_zones_zonelist(zonelist->_zonerefs, highest_zoneidx, nodes);
}
#define for_next_zone_zonelist_nodemask(zone, z, highidx, nodemask) \
  for ((zone) = (z)->zone; (zone);                                  \
       (z) = next_zones_zonelist((z) + 1, highidx, nodemask), (zone) = zonelist_zone(z))
#define for_each_zone_zonelist_nodemask(zone, z, zlist, highidx, nodemask)                      \
  for ((z) = first_zones_zonelist(zlist, highidx, nodemask), (zone) = zonelist_zone(z); (zone); \
       (z) = next_zones_zonelist((z) + 1, highidx, nodemask), (zone) = zonelist_zone(z))
#define for_each_zone_zonelist(zone, z, zlist, highidx) \
  for_each_zone_zonelist_nodemask(zone, z, zlist, highidx, NULL)
static inline bool movable_only_nodes(nodemask_t* nodes) {
  struct zoneref* z = first_zones_zonelist(NODE_DATA(0)->node_zonelists, ZONE_NORMAL, nodes);
  return (nodes->bits[0] & 1) && !z->zone;
}

#endif
