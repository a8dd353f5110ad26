// Counters of memory management: of zones, of the node, and of events.
#ifndef _LINUX_VMSTAT_H
#define _LINUX_VMSTAT_H

#include <linux/atomic.h>
#include <linux/mmdebug.h>
#include <linux/mmzone.h>
#include <linux/percpu-defs.h>
#include <linux/percpu.h>
#include <linux/static_key.h>
#include <linux/types.h>
#include <linux/vm_event_item.h>

extern atomic_long_t vm_zone_stat[NR_VM_ZONE_STAT_ITEMS];
extern atomic_long_t vm_node_stat[NR_VM_NODE_STAT_ITEMS];

struct vm_event_state {
  unsigned long event[NR_VM_EVENT_ITEMS];
};
extern struct vm_event_state vm_event_states;

void all_vm_events(unsigned long* ret);
static inline void count_vm_events(enum vm_event_item item, long delta) {
  vm_event_states.event[item] += delta;
}
static inline void count_vm_event(enum vm_event_item item) { count_vm_events(item, 1); }
#define __count_vm_event(item) count_vm_event(item)
#define __count_vm_events(item, delta) count_vm_events(item, delta)

// A counter may be below zero for a moment; readers see zero then.
static inline unsigned long __mm32_stat(const atomic_long_t* counter) {
  long value = atomic_long_read(counter);
  return value < 0 ? 0 : (unsigned long)value;
}
static inline unsigned long global_zone_page_state(enum zone_stat_item item) {
  return __mm32_stat(&vm_zone_stat[item]);
}
static inline unsigned long global_node_page_state_pages(enum node_stat_item item) {
  return __mm32_stat(&vm_node_stat[item]);
}
#define global_node_page_state(item) global_node_page_state_pages(item)
static inline unsigned long zone_page_state(struct zone* zone, enum zone_stat_item item) {
  return __mm32_stat(&zone->vm_stat[item]);
}
#define zone_page_state_snapshot(zone, item) zone_page_state(zone, item)
#define sum_zone_node_page_state(node, item) global_zone_page_state(item)
#define node_page_state(pgdat, item) global_node_page_state(item)
#define node_page_state_pages(pgdat, item) global_node_page_state(item)
#define global_page_state(item) global_zone_page_state(item)

void mod_zone_page_state(struct zone* zone, enum zone_stat_item item, long delta);
void mod_node_page_state(struct pglist_data* pgdat, enum node_stat_item item, long delta);
void inc_zone_page_state(struct page* page, enum zone_stat_item item);
void dec_zone_page_state(struct page* page, enum zone_stat_item item);
void inc_node_page_state(struct page* page, enum node_stat_item item);
void dec_node_page_state(struct page* page, enum node_stat_item item);
#define __mod_zone_page_state mod_zone_page_state
#define __mod_node_page_state mod_node_page_state
#define __inc_zone_page_state inc_zone_page_state
#define __dec_zone_page_state dec_zone_page_state
#define __inc_node_page_state inc_node_page_state
#define __dec_node_page_state dec_node_page_state

struct ctl_table;
struct lruvec;
struct page;
struct per_cpu_zonestat;
struct pglist_data;
struct reclaim_stat;
struct zone;

extern int sysctl_stat_interval;
struct reclaim_stat {
  unsigned int nr_dirty;
  unsigned int nr_unqueued_dirty;
  unsigned int nr_congested;
  unsigned int nr_writeback;
  unsigned int nr_immediate;
  unsigned int nr_pageout;
  unsigned int nr_activate[2];
  unsigned int nr_ref_keep;
  unsigned int nr_unmap_fail;
  unsigned int nr_lazyfree_fail;
};
enum writeback_stat_item { NR_DIRTY_THRESHOLD, NR_DIRTY_BG_THRESHOLD, NR_VM_WRITEBACK_STAT_ITEMS };
void vm_events_fold_cpu(int cpu);
extern atomic_long_t vm_numa_event[0];
void inc_node_state(struct pglist_data*, enum node_stat_item);
void __inc_zone_state(struct zone*, enum zone_stat_item);
void __inc_node_state(struct pglist_data*, enum node_stat_item);
void dec_zone_state(struct zone*, enum zone_stat_item);
void __dec_zone_state(struct zone*, enum zone_stat_item);
void __dec_node_state(struct pglist_data*, enum node_stat_item);
void quiet_vmstat(void);
void cpu_vm_stats_fold(int cpu);
void refresh_zone_stat_thresholds(void);
int vmstat_refresh(struct ctl_table*, int write, void* buffer, size_t* lenp, loff_t* ppos);
void drain_zonestat(struct zone* zone, struct per_cpu_zonestat*);
int calculate_pressure_threshold(struct zone* zone);
int calculate_normal_threshold(struct zone* zone);
void set_pgdat_percpu_threshold(pg_data_t* pgdat, int (*calculate_pressure)(struct zone*));
extern const char* const vmstat_text[];
void __mod_lruvec_state(struct lruvec* lruvec, enum node_stat_item idx, int val);
void __mod_lruvec_page_state(struct page* page, enum node_stat_item idx, int val);

#include <linux/vmstat_more_mm32.h>

#endif
