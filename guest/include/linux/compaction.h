#ifndef _LINUX_COMPACTION_H
#define _LINUX_COMPACTION_H

#include <linux/mm.h>

struct alloc_context;
struct ctl_table;
struct page;
struct zone;

enum compact_priority {
  COMPACT_PRIO_SYNC_FULL,
  MIN_COMPACT_PRIORITY = 0,
  COMPACT_PRIO_SYNC_LIGHT,
  MIN_COMPACT_COSTLY_PRIORITY = 1,
  DEF_COMPACT_PRIORITY = 1,
  COMPACT_PRIO_ASYNC,
  INIT_COMPACT_PRIORITY = 2
};
enum compact_result {
  COMPACT_NOT_SUITABLE_ZONE,
  COMPACT_SKIPPED,
  COMPACT_DEFERRED,
  COMPACT_NO_SUITABLE_PAGE,
  COMPACT_CONTINUE,
  COMPACT_COMPLETE,
  COMPACT_PARTIAL_SKIPPED,
  COMPACT_CONTENDED,
  COMPACT_SUCCESS
};
extern unsigned int sysctl_compaction_proactiveness;
int sysctl_compaction_handler(struct ctl_table* table, int write, void* buffer, size_t* length,
                              loff_t* ppos);
int compaction_proactiveness_sysctl_handler(struct ctl_table* table, int write, void* buffer,
                                            size_t* length, loff_t* ppos);
extern int sysctl_extfrag_threshold;
extern int sysctl_compact_unevictable_allowed;
unsigned int extfrag_for_order(struct zone* zone, unsigned int order);
int fragmentation_index(struct zone* zone, unsigned int order);
enum compact_result try_to_compact_pages(gfp_t gfp_mask, unsigned int order,
                                         unsigned int alloc_flags, const struct alloc_context* ac,
                                         enum compact_priority prio, struct page** page);
void reset_isolation_suitable(pg_data_t* pgdat);
enum compact_result compaction_suitable(struct zone* zone, int order, unsigned int alloc_flags,
                                        int highest_zoneidx);
void compaction_defer_reset(struct zone* zone, int order, bool alloc_success);
bool compaction_zonelist_suitable(struct alloc_context* ac, int order, int alloc_flags);
void kcompactd_run(int nid);
void kcompactd_stop(int nid);
void wakeup_kcompactd(pg_data_t* pgdat, int order, int highest_zoneidx);

struct node;

struct node;
// What a try means to whoever asked for the block.
static inline unsigned long compact_gap(unsigned int order) { return 2UL << order; }
static inline bool compaction_made_progress(enum compact_result result) {
  return result == COMPACT_SUCCESS;
}
static inline bool compaction_failed(enum compact_result result) {
  return result == COMPACT_COMPLETE;
}
static inline bool compaction_needs_reclaim(enum compact_result result) {
  return result == COMPACT_SKIPPED;
}
static inline bool compaction_withdrawn(enum compact_result result) {
  return result == COMPACT_DEFERRED || result == COMPACT_CONTENDED ||
         result == COMPACT_PARTIAL_SKIPPED;
}
static inline int compaction_register_node(struct node* node) { return 0; }
static inline void compaction_unregister_node(struct node* node) {}

#endif
