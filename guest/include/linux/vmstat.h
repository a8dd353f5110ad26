// Counters of memory management: of zones, of the node, and of events.
#ifndef _LINUX_VMSTAT_H
#define _LINUX_VMSTAT_H

#include <linux/mmzone.h>
#include <linux/percpu-defs.h>
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

#endif
