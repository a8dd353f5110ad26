// Functions that are inline in Linux, declared only. Part of <linux/mmzone.h>.
#include <linux/mmzone.h>
#ifndef _LINUX_MMZONE_INLINE_MM32_H
#define _LINUX_MMZONE_INLINE_MM32_H

struct folio;
struct free_area;
struct lruvec;
struct page;
struct pglist_data;
struct zone;
struct zonelist;
struct zoneref;

bool is_migrate_movable(int mt);
bool migratetype_is_mergeable(int mt);
struct page* get_page_from_free_area(struct free_area* area, int migratetype);
bool free_area_empty(struct free_area* area, int migratetype);
bool vmstat_item_print_in_thp(enum node_stat_item item);
bool vmstat_item_in_bytes(int idx);
bool is_file_lru(enum lru_list lru);
bool is_active_lru(enum lru_list lru);
bool is_zone_device_page(const struct page* page);
bool folio_is_zone_device(const struct folio* folio);
bool is_zone_movable_page(const struct page* page);
bool zone_intersects(struct zone* zone, unsigned long start_pfn, unsigned long nr_pages);
struct pglist_data* lruvec_pgdat(struct lruvec* lruvec);
int local_memory_node(int node_id);
bool zone_is_zone_device(struct zone* zone);
void zone_set_nid(struct zone* zone, int nid);
int zonelist_node_idx(struct zoneref* zoneref);
struct zoneref* next_zones_zonelist(struct zoneref* z, enum zone_type highest_zoneidx,
                                    nodemask_t* nodes);
struct zoneref* first_zones_zonelist(struct zonelist* zonelist, enum zone_type highest_zoneidx,
                                     nodemask_t* nodes);
bool movable_only_nodes(nodemask_t* nodes);

#endif
