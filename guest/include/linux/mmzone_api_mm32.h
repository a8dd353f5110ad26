// The calls of <linux/mmzone.h> and the data it declares, as 6.1 declares them.
#include <linux/mmzone.h>
#ifndef _LINUX_MMZONE_API_MM32_H
#define _LINUX_MMZONE_API_MM32_H


struct ctl_table;
struct lruvec;
struct mem_cgroup;
struct page_vma_mapped_walk;
struct pglist_data;
struct zone;
struct zoneref;

extern const char* const migratetype_names[5];
extern int page_group_by_mobility_disabled;
void lru_gen_init_lruvec(struct lruvec* lruvec);
void lru_gen_look_around(struct page_vma_mapped_walk* pvmw);
void lru_gen_init_memcg(struct mem_cgroup* memcg);
void lru_gen_exit_memcg(struct mem_cgroup* memcg);
void build_all_zonelists(pg_data_t* pgdat);
void wakeup_kswapd(struct zone* zone, gfp_t gfp_mask, int order, enum zone_type highest_zoneidx);
bool __zone_watermark_ok(struct zone* z, unsigned int order, unsigned long mark,
                         int highest_zoneidx, unsigned int alloc_flags, long free_pages);
bool zone_watermark_ok(struct zone* z, unsigned int order, unsigned long mark, int highest_zoneidx,
                       unsigned int alloc_flags);
bool zone_watermark_ok_safe(struct zone* z, unsigned int order, unsigned long mark,
                            int highest_zoneidx);
void init_currently_empty_zone(struct zone* zone, unsigned long start_pfn, unsigned long size);
void lruvec_init(struct lruvec* lruvec);
bool has_managed_dma(void);
int min_free_kbytes_sysctl_handler(struct ctl_table*, int, void*, size_t*, loff_t*);
int watermark_scale_factor_sysctl_handler(struct ctl_table*, int, void*, size_t*, loff_t*);
extern int sysctl_lowmem_reserve_ratio[4];
int lowmem_reserve_ratio_sysctl_handler(struct ctl_table*, int, void*, size_t*, loff_t*);
int percpu_pagelist_high_fraction_sysctl_handler(struct ctl_table*, int, void*, size_t*, loff_t*);
int sysctl_min_unmapped_ratio_sysctl_handler(struct ctl_table*, int, void*, size_t*, loff_t*);
int sysctl_min_slab_ratio_sysctl_handler(struct ctl_table*, int, void*, size_t*, loff_t*);
int numa_zonelist_order_handler(struct ctl_table*, int, void*, size_t*, loff_t*);
extern int percpu_pagelist_high_fraction;
extern char numa_zonelist_order[];
struct pglist_data* first_online_pgdat(void);
struct pglist_data* next_online_pgdat(struct pglist_data* pgdat);
struct zone* next_zone(struct zone* zone);
struct zoneref* __next_zones_zonelist(struct zoneref* z, enum zone_type highest_zoneidx,
                                      nodemask_t* nodes);

#endif
