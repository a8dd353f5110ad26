#ifndef _LINUX_MEMCONTROL_H
#define _LINUX_MEMCONTROL_H

#include <linux/cache.h>
#include <linux/cgroup-defs.h>
#include <linux/cgroup.h>
#include <linux/eventfd.h>
#include <linux/hardirq.h>
#include <linux/jump_label.h>
#include <linux/mm.h>
#include <linux/page-flags.h>
#include <linux/page_counter.h>
#include <linux/vm_event_item.h>
#include <linux/vmpressure.h>
#include <linux/vmstat.h>
#include <linux/writeback.h>

struct bdi_writeback;
struct cacheline_padding;
struct callback_head;
struct cgroup_file;
struct cgroup_subsys_state;
struct deferred_split;
struct eventfd_ctx;
struct folio;
struct list_head;
struct lru_gen_mm_list;
struct lruvec;
struct lruvec_stats;
struct lruvec_stats_percpu;
struct mem_cgroup;
struct mem_cgroup_id;
struct mem_cgroup_per_node;
struct mem_cgroup_reclaim_cookie;
struct mem_cgroup_reclaim_iter;
struct mem_cgroup_threshold;
struct mem_cgroup_threshold_ary;
struct mem_cgroup_thresholds;
struct memcg_cgwb_frn;
struct memcg_vmstats;
struct memcg_vmstats_percpu;
struct mm_struct;
struct mutex;
struct obj_cgroup;
struct page;
struct page_counter;
struct percpu_ref;
struct rb_node;
struct shrinker_info;
struct sock;
struct static_key_false;
struct task_struct;
struct vmpressure;
struct wb_completion;
struct wb_domain;
struct work_struct;

#define MEM_CGROUP_ID_SHIFT 16
#define MEM_CGROUP_ID_MAX USHRT_MAX
#define MEMCG_CGWB_FRN_CNT 4
#define MEMCG_CHARGE_BATCH 64U
#define MEMCG_DATA_FLAGS_MASK (__NR_MEMCG_DATA_FLAGS - 1)
#define mem_cgroup_sockets_enabled static_branch_unlikely(&memcg_sockets_enabled_key)
enum memcg_stat_item {
  MEMCG_SWAP = 0x29,
  MEMCG_SOCK,
  MEMCG_PERCPU_B,
  MEMCG_VMALLOC,
  MEMCG_KMEM,
  MEMCG_ZSWAP_B,
  MEMCG_ZSWAPPED,
  MEMCG_NR_STAT
};
enum memcg_memory_event {
  MEMCG_LOW,
  MEMCG_HIGH,
  MEMCG_MAX,
  MEMCG_OOM,
  MEMCG_OOM_KILL,
  MEMCG_OOM_GROUP_KILL,
  MEMCG_SWAP_HIGH,
  MEMCG_SWAP_MAX,
  MEMCG_SWAP_FAIL,
  MEMCG_NR_MEMORY_EVENTS
};
struct mem_cgroup_reclaim_cookie {
  pg_data_t* pgdat;
  unsigned int generation;
};
struct mem_cgroup_id {
  int id;
  refcount_t ref;
};
enum mem_cgroup_events_target {
  MEM_CGROUP_TARGET_THRESH,
  MEM_CGROUP_TARGET_SOFTLIMIT,
  MEM_CGROUP_NTARGETS
};
struct mem_cgroup_reclaim_iter {
  struct mem_cgroup* position;
  unsigned int generation;
};
struct shrinker_info {
  struct callback_head rcu;
  atomic_long_t* nr_deferred;
  unsigned long* map;
};
struct lruvec_stats_percpu {
  long state[41];
  long state_prev[41];
};
struct lruvec_stats {
  long state[41];
  long state_pending[41];
};
struct mem_cgroup_per_node {
  struct lruvec lruvec;
  struct lruvec_stats_percpu* lruvec_stats_percpu;
  struct lruvec_stats lruvec_stats;
  unsigned long lru_zone_size[4][5];
  struct mem_cgroup_reclaim_iter iter;
  struct shrinker_info* shrinker_info;
  struct rb_node tree_node;
  unsigned long usage_in_excess;
  bool on_tree;
  struct mem_cgroup* memcg;
};
struct mem_cgroup_threshold {
  struct eventfd_ctx* eventfd;
  unsigned long threshold;
};
struct mem_cgroup_threshold_ary {
  int current_threshold;
  unsigned int size;
  struct mem_cgroup_threshold entries[];
};
struct mem_cgroup_thresholds {
  struct mem_cgroup_threshold_ary* primary;
  struct mem_cgroup_threshold_ary* spare;
};
struct memcg_cgwb_frn {
  u64 bdi_id;
  int memcg_id;
  u64 at;
  struct wb_completion done;
};
struct obj_cgroup {
  struct percpu_ref refcnt;
  struct mem_cgroup* memcg;
  atomic_t nr_charged_bytes;
  union {
    struct list_head list;
    struct callback_head rcu;
  };
};
struct mem_cgroup {
  struct cgroup_subsys_state css;
  struct mem_cgroup_id id;
  struct page_counter memory;
  union {
    struct page_counter swap;
    struct page_counter memsw;
  };
  struct page_counter kmem;
  struct page_counter tcpmem;
  struct work_struct high_work;
  unsigned long zswap_max;
  unsigned long soft_limit;
  struct vmpressure vmpressure;
  bool oom_group;
  bool oom_lock;
  int under_oom;
  int swappiness;
  int oom_kill_disable;
  struct cgroup_file events_file;
  struct cgroup_file events_local_file;
  struct cgroup_file swap_events_file;
  struct mutex thresholds_lock;
  struct mem_cgroup_thresholds thresholds;
  struct mem_cgroup_thresholds memsw_thresholds;
  struct list_head oom_notify;
  unsigned long move_charge_at_immigrate;
  spinlock_t move_lock;
  unsigned long move_lock_flags;
  struct cacheline_padding _pad1_;
  struct memcg_vmstats* vmstats;
  atomic_long_t memory_events[9];
  atomic_long_t memory_events_local[9];
  unsigned long socket_pressure;
  bool tcpmem_active;
  int tcpmem_pressure;
  int kmemcg_id;
  struct obj_cgroup* objcg;
  struct list_head objcg_list;
  struct cacheline_padding _pad2_;
  atomic_t moving_account;
  struct task_struct* move_lock_task;
  struct memcg_vmstats_percpu* vmstats_percpu;
  struct list_head cgwb_list;
  struct wb_domain cgwb_domain;
  struct memcg_cgwb_frn cgwb_frn[4];
  struct list_head event_list;
  spinlock_t event_list_lock;
  struct deferred_split deferred_split_queue;
  struct lru_gen_mm_list mm_list;
  struct mem_cgroup_per_node* nodeinfo[];
};
extern struct mem_cgroup* root_mem_cgroup;
enum page_memcg_data_flags { MEMCG_DATA_OBJCGS = 1, MEMCG_DATA_KMEM, __NR_MEMCG_DATA_FLAGS = 4 };
void mem_cgroup_calculate_protection(struct mem_cgroup* root, struct mem_cgroup* memcg);
int __mem_cgroup_charge(struct folio* folio, struct mm_struct* mm, gfp_t gfp);
int mem_cgroup_swapin_charge_folio(struct folio* folio, struct mm_struct* mm, gfp_t gfp,
                                   swp_entry_t entry);
void mem_cgroup_swapin_uncharge_swap(swp_entry_t entry);
void __mem_cgroup_uncharge(struct folio* folio);
void __mem_cgroup_uncharge_list(struct list_head* page_list);
void mem_cgroup_migrate(struct folio* old, struct folio* new);
struct mem_cgroup* mem_cgroup_from_task(struct task_struct* p);
struct mem_cgroup* get_mem_cgroup_from_mm(struct mm_struct* mm);
struct lruvec* folio_lruvec_lock(struct folio* folio);
struct lruvec* folio_lruvec_lock_irq(struct folio* folio);
struct lruvec* folio_lruvec_lock_irqsave(struct folio* folio, unsigned long* flags);
struct mem_cgroup* mem_cgroup_iter(struct mem_cgroup*, struct mem_cgroup*,
                                   struct mem_cgroup_reclaim_cookie*);
void mem_cgroup_iter_break(struct mem_cgroup*, struct mem_cgroup*);
int mem_cgroup_scan_tasks(struct mem_cgroup*, int (*)(struct task_struct*, void*), void*);
struct mem_cgroup* mem_cgroup_from_id(unsigned short id);
struct cgroup_subsys_state* mem_cgroup_css_from_page(struct page* page);
ino_t page_cgroup_ino(struct page* page);
void mem_cgroup_update_lru_size(struct lruvec* lruvec, enum lru_list lru, int zid, int nr_pages);
void mem_cgroup_handle_over_high(gfp_t gfp_mask);
unsigned long mem_cgroup_get_max(struct mem_cgroup* memcg);
unsigned long mem_cgroup_size(struct mem_cgroup* memcg);
void mem_cgroup_print_oom_context(struct mem_cgroup* memcg, struct task_struct* p);
void mem_cgroup_print_oom_meminfo(struct mem_cgroup* memcg);
bool mem_cgroup_oom_synchronize(bool wait);
struct mem_cgroup* mem_cgroup_get_oom_group(struct task_struct* victim,
                                            struct mem_cgroup* oom_domain);
void mem_cgroup_print_oom_group(struct mem_cgroup* memcg);
void folio_memcg_lock(struct folio* folio);
void folio_memcg_unlock(struct folio* folio);
void lock_page_memcg(struct page* page);
void unlock_page_memcg(struct page* page);
void __mod_memcg_state(struct mem_cgroup* memcg, int idx, int val);
unsigned long memcg_page_state(struct mem_cgroup* memcg, int idx);
void mem_cgroup_flush_stats(void);
void mem_cgroup_flush_stats_delayed(void);
void __mod_memcg_lruvec_state(struct lruvec* lruvec, enum node_stat_item idx, int val);
void __mod_lruvec_kmem_state(void* p, enum node_stat_item idx, int val);
void __count_memcg_events(struct mem_cgroup* memcg, enum vm_event_item idx, unsigned long count);
void split_page_memcg(struct page* head, unsigned int nr);
unsigned long mem_cgroup_soft_limit_reclaim(pg_data_t* pgdat, int order, gfp_t gfp_mask,
                                            unsigned long* total_scanned);
struct wb_domain* mem_cgroup_wb_domain(struct bdi_writeback* wb);
void mem_cgroup_wb_stats(struct bdi_writeback* wb, unsigned long* pfilepages,
                         unsigned long* pheadroom, unsigned long* pdirty,
                         unsigned long* pwriteback);
void mem_cgroup_track_foreign_dirty_slowpath(struct folio* folio, struct bdi_writeback* wb);
void mem_cgroup_flush_foreign(struct bdi_writeback* wb);
bool mem_cgroup_charge_skmem(struct mem_cgroup* memcg, unsigned int nr_pages, gfp_t gfp_mask);
void mem_cgroup_uncharge_skmem(struct mem_cgroup* memcg, unsigned int nr_pages);
extern struct static_key_false memcg_sockets_enabled_key;
void mem_cgroup_sk_alloc(struct sock* sk);
void mem_cgroup_sk_free(struct sock* sk);
int alloc_shrinker_info(struct mem_cgroup* memcg);
void free_shrinker_info(struct mem_cgroup* memcg);
void set_shrinker_bit(struct mem_cgroup* memcg, int nid, int shrinker_id);
void reparent_shrinker_deferred(struct mem_cgroup* memcg);
bool mem_cgroup_kmem_disabled(void);
int __memcg_kmem_charge_page(struct page* page, gfp_t gfp, int order);
void __memcg_kmem_uncharge_page(struct page* page, int order);
struct obj_cgroup* get_obj_cgroup_from_current(void);
struct obj_cgroup* get_obj_cgroup_from_page(struct page* page);
int obj_cgroup_charge(struct obj_cgroup* objcg, gfp_t gfp, size_t size);
void obj_cgroup_uncharge(struct obj_cgroup* objcg, size_t size);
extern struct static_key_false memcg_kmem_enabled_key;
struct mem_cgroup* mem_cgroup_from_obj(void* p);
struct mem_cgroup* mem_cgroup_from_slab_obj(void* p);
bool obj_cgroup_may_zswap(struct obj_cgroup* objcg);
void obj_cgroup_charge_zswap(struct obj_cgroup* objcg, size_t size);
void obj_cgroup_uncharge_zswap(struct obj_cgroup* objcg, size_t size);

// Inline in Linux.
struct pglist_data;
struct seq_file;
bool folio_memcg_kmem(struct folio* folio);
struct mem_cgroup* obj_cgroup_memcg(struct obj_cgroup* objcg);
struct mem_cgroup* folio_memcg(struct folio* folio);
struct mem_cgroup* page_memcg(struct page* page);
struct mem_cgroup* folio_memcg_rcu(struct folio* folio);
struct mem_cgroup* page_memcg_check(struct page* page);
struct mem_cgroup* get_mem_cgroup_from_objcg(struct obj_cgroup* objcg);
bool PageMemcgKmem(struct page* page);
bool mem_cgroup_is_root(struct mem_cgroup* memcg);
bool mem_cgroup_disabled(void);
void mem_cgroup_protection(struct mem_cgroup* root, struct mem_cgroup* memcg, unsigned long* min,
                           unsigned long* low);
bool mem_cgroup_supports_protection(struct mem_cgroup* memcg);
bool mem_cgroup_below_low(struct mem_cgroup* memcg);
bool mem_cgroup_below_min(struct mem_cgroup* memcg);
int mem_cgroup_charge(struct folio* folio, struct mm_struct* mm, gfp_t gfp);
void mem_cgroup_uncharge(struct folio* folio);
void mem_cgroup_uncharge_list(struct list_head* page_list);
struct lruvec* mem_cgroup_lruvec(struct mem_cgroup* memcg, struct pglist_data* pgdat);
struct lruvec* folio_lruvec(struct folio* folio);
void lruvec_memcg_debug(struct lruvec* lruvec, struct folio* folio);
struct mem_cgroup* mem_cgroup_from_css(struct cgroup_subsys_state* css);
bool obj_cgroup_tryget(struct obj_cgroup* objcg);
void obj_cgroup_get(struct obj_cgroup* objcg);
void obj_cgroup_get_many(struct obj_cgroup* objcg, unsigned long nr);
void obj_cgroup_put(struct obj_cgroup* objcg);
void mem_cgroup_put(struct mem_cgroup* memcg);
unsigned short mem_cgroup_id(struct mem_cgroup* memcg);
struct mem_cgroup* mem_cgroup_from_seq(struct seq_file* m);
struct mem_cgroup* lruvec_memcg(struct lruvec* lruvec);
struct mem_cgroup* parent_mem_cgroup(struct mem_cgroup* memcg);
bool mem_cgroup_is_descendant(struct mem_cgroup* memcg, struct mem_cgroup* root);
bool mm_match_cgroup(struct mm_struct* mm, struct mem_cgroup* memcg);
bool mem_cgroup_online(struct mem_cgroup* memcg);
unsigned long mem_cgroup_get_zone_lru_size(struct lruvec* lruvec, enum lru_list lru, int zone_idx);
void mem_cgroup_enter_user_fault(void);
void mem_cgroup_exit_user_fault(void);
bool task_in_memcg_oom(struct task_struct* p);
bool mem_cgroup_trylock_pages(struct mem_cgroup* memcg);
void mem_cgroup_unlock_pages(void);
void mod_memcg_state(struct mem_cgroup* memcg, int idx, int val);
void mod_memcg_page_state(struct page* page, int idx, int val);
unsigned long lruvec_page_state(struct lruvec* lruvec, enum node_stat_item idx);
unsigned long lruvec_page_state_local(struct lruvec* lruvec, enum node_stat_item idx);
void mod_lruvec_kmem_state(void* p, enum node_stat_item idx, int val);
void mod_memcg_lruvec_state(struct lruvec* lruvec, enum node_stat_item idx, int val);
void count_memcg_events(struct mem_cgroup* memcg, enum vm_event_item idx, unsigned long count);
void count_memcg_page_event(struct page* page, enum vm_event_item idx);
void count_memcg_folio_events(struct folio* folio, enum vm_event_item idx, unsigned long nr);
void count_memcg_event_mm(struct mm_struct* mm, enum vm_event_item idx);
void memcg_memory_event(struct mem_cgroup* memcg, enum memcg_memory_event event);
void memcg_memory_event_mm(struct mm_struct* mm, enum memcg_memory_event event);
struct lruvec* parent_lruvec(struct lruvec* lruvec);
void unlock_page_lruvec(struct lruvec* lruvec);
void unlock_page_lruvec_irq(struct lruvec* lruvec);
void unlock_page_lruvec_irqrestore(struct lruvec* lruvec, unsigned long flags);
bool folio_matches_lruvec(struct folio* folio, struct lruvec* lruvec);
struct lruvec* folio_lruvec_relock_irq(struct folio* folio, struct lruvec* locked_lruvec);
struct lruvec* folio_lruvec_relock_irqsave(struct folio* folio, struct lruvec* locked_lruvec,
                                           unsigned long* flags);
void mem_cgroup_track_foreign_dirty(struct folio* folio, struct bdi_writeback* wb);
bool mem_cgroup_under_socket_pressure(struct mem_cgroup* memcg);
bool memcg_kmem_enabled(void);
int memcg_kmem_charge_page(struct page* page, gfp_t gfp, int order);
void memcg_kmem_uncharge_page(struct page* page, int order);
int memcg_kmem_id(struct mem_cgroup* memcg);
void count_objcg_event(struct obj_cgroup* objcg, enum vm_event_item idx);

#endif
