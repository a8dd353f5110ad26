// More of <linux/vmstat.h>: counters by folio and by list, and their names.
#include <linux/vmstat.h>
#ifndef _LINUX_VMSTAT_MORE_MM32_H
#define _LINUX_VMSTAT_MORE_MM32_H

#include <linux/mm.h>

#define count_vm_numa_event(x) \
  do {                         \
  } while (0)
#define count_vm_numa_events(x, y) \
  do {                             \
    (void)(y);                     \
  } while (0)
#define count_vm_tlb_event(x) \
  do {                        \
  } while (0)
#define count_vm_tlb_events(x, y) \
  do {                            \
    (void)(y);                    \
  } while (0)

static inline void zone_page_state_add(long x, struct zone* zone, enum zone_stat_item item) {
  atomic_long_add(x, &zone->vm_stat[item]);
  atomic_long_add(x, &vm_zone_stat[item]);
}
static inline void node_page_state_add(long x, struct pglist_data* pgdat,
                                       enum node_stat_item item) {
  atomic_long_add(x, &pgdat->vm_stat[item]);
  atomic_long_add(x, &vm_node_stat[item]);
}

// As many as the folio has pages: counted in its zone or in its node.
#define __MM32_FOLIO_STAT(prefix)                                                                 \
  static inline void prefix##zone_stat_mod_folio(struct folio* folio, enum zone_stat_item item,   \
                                                 long nr) {                                       \
    mod_zone_page_state(folio_zone(folio), item, nr);                                             \
  }                                                                                               \
  static inline void prefix##zone_stat_add_folio(struct folio* folio, enum zone_stat_item item) { \
    mod_zone_page_state(folio_zone(folio), item, folio_nr_pages(folio));                          \
  }                                                                                               \
  static inline void prefix##zone_stat_sub_folio(struct folio* folio, enum zone_stat_item item) { \
    mod_zone_page_state(folio_zone(folio), item, -folio_nr_pages(folio));                         \
  }                                                                                               \
  static inline void prefix##node_stat_mod_folio(struct folio* folio, enum node_stat_item item,   \
                                                 long nr) {                                       \
    mod_node_page_state(folio_pgdat(folio), item, nr);                                            \
  }                                                                                               \
  static inline void prefix##node_stat_add_folio(struct folio* folio, enum node_stat_item item) { \
    mod_node_page_state(folio_pgdat(folio), item, folio_nr_pages(folio));                         \
  }                                                                                               \
  static inline void prefix##node_stat_sub_folio(struct folio* folio, enum node_stat_item item) { \
    mod_node_page_state(folio_pgdat(folio), item, -folio_nr_pages(folio));                        \
  }
__MM32_FOLIO_STAT()
__MM32_FOLIO_STAT(__)
#undef __MM32_FOLIO_STAT

static inline void __mod_zone_freepage_state(struct zone* zone, int nr_pages, int migratetype) {
  mod_zone_page_state(zone, NR_FREE_PAGES, nr_pages);
}

// Counters that control groups have as well; off interrupts in Linux.
static inline void mod_lruvec_state(struct lruvec* lruvec, enum node_stat_item idx, int val) {
  unsigned long flags;
  local_irq_save(flags);
  __mod_lruvec_state(lruvec, idx, val);
  local_irq_restore(flags);
}
static inline void mod_lruvec_page_state(struct page* page, enum node_stat_item idx, int val) {
  unsigned long flags;
  local_irq_save(flags);
  __mod_lruvec_page_state(page, idx, val);
  local_irq_restore(flags);
}
#define __inc_lruvec_page_state(page, idx) __mod_lruvec_page_state((page), (idx), 1)
#define __dec_lruvec_page_state(page, idx) __mod_lruvec_page_state((page), (idx), -1)
#define inc_lruvec_page_state(page, idx) mod_lruvec_page_state((page), (idx), 1)
#define dec_lruvec_page_state(page, idx) mod_lruvec_page_state((page), (idx), -1)
#define __lruvec_stat_mod_folio(folio, idx, val) \
  __mod_lruvec_page_state(&(folio)->page, (idx), (val))
#define __lruvec_stat_add_folio(folio, idx) \
  __lruvec_stat_mod_folio((folio), (idx), folio_nr_pages(folio))
#define __lruvec_stat_sub_folio(folio, idx) \
  __lruvec_stat_mod_folio((folio), (idx), -folio_nr_pages(folio))
#define lruvec_stat_mod_folio(folio, idx, val) mod_lruvec_page_state(&(folio)->page, (idx), (val))
#define lruvec_stat_add_folio(folio, idx) \
  lruvec_stat_mod_folio((folio), (idx), folio_nr_pages(folio))
#define lruvec_stat_sub_folio(folio, idx) \
  lruvec_stat_mod_folio((folio), (idx), -folio_nr_pages(folio))

// The names of /proc/vmstat: zones, nodes, thresholds, events.
static inline const char* zone_stat_name(enum zone_stat_item item) { return vmstat_text[item]; }
static inline const char* node_stat_name(enum node_stat_item item) {
  return vmstat_text[NR_VM_ZONE_STAT_ITEMS + NR_VM_NUMA_EVENT_ITEMS + item];
}
static inline const char* lru_list_name(enum lru_list lru) {
  return node_stat_name(NR_LRU_BASE + lru) + 3;
}
static inline const char* writeback_stat_name(enum writeback_stat_item item) {
  return vmstat_text[NR_VM_ZONE_STAT_ITEMS + NR_VM_NUMA_EVENT_ITEMS + NR_VM_NODE_STAT_ITEMS + item];
}
static inline const char* vm_event_name(enum vm_event_item item) {
  return writeback_stat_name(NR_VM_WRITEBACK_STAT_ITEMS + item);
}

static inline bool pgtable_pte_page_ctor(struct page* page) {
  if (!ptlock_init(page)) return false;
  __SetPageTable(page);
  inc_lruvec_page_state(page, NR_PAGETABLE);
  return true;
}
static inline void pgtable_pte_page_dtor(struct page* page) {
  __ClearPageTable(page);
  dec_lruvec_page_state(page, NR_PAGETABLE);
}

#endif
