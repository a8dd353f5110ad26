// How much memory is free; the marks that reclaim reads.
#ifndef _LINUX_SWAP_H
#define _LINUX_SWAP_H

#include <asm/page.h>
#include <linux/atomic.h>
#include <linux/fs.h>
#include <linux/linkage.h>
#include <linux/list.h>
#include <linux/memcontrol.h>
#include <linux/mm.h>
#include <linux/mmzone.h>
#include <linux/node.h>
#include <linux/page-flags.h>
#include <linux/pagemap.h>
#include <linux/plist.h>
#include <linux/sched.h>
#include <linux/spinlock.h>
#include <linux/vmstat.h>

// Pages above the high watermarks of the zones that kernel memory comes from.
unsigned long nr_free_buffer_pages(void);
#define nr_free_pages() global_zone_page_state(NR_FREE_PAGES)
extern atomic_long_t nr_swap_pages;
#define get_nr_swap_pages() atomic_long_read(&nr_swap_pages)
#define total_swap_pages 0L

struct address_space;
struct block_device;
struct completion;
struct file;
struct folio;
struct folio_batch;
struct list_head;
struct list_lru;
struct lru_gen_mm_walk;
struct lruvec;
struct mem_cgroup;
struct page;
struct pagevec;
struct percpu_cluster;
struct percpu_ref;
struct plist_node;
struct rb_node;
struct rb_root;
struct reclaim_state;
struct swap_cluster_info;
struct swap_cluster_list;
struct swap_extent;
struct swap_info_struct;
struct sysinfo;
struct vm_area_struct;
struct vma_swap_readahead;
struct work_struct;
struct xa_node;
struct zone;
struct zonelist;
union swap_header;

#define SWAP_FLAG_PREFER 0x8000
#define SWAP_FLAG_PRIO_MASK 0x7fff
#define SWAP_FLAG_PRIO_SHIFT 0
#define SWAP_FLAG_DISCARD 0x10000
#define SWAP_FLAG_DISCARD_ONCE 0x20000
#define SWAP_FLAG_DISCARD_PAGES 0x40000
#define SWAP_FLAGS_VALID                                                                 \
  (SWAP_FLAG_PRIO_MASK | SWAP_FLAG_PREFER | SWAP_FLAG_DISCARD | SWAP_FLAG_DISCARD_ONCE | \
   SWAP_FLAG_DISCARD_PAGES)
#define SWAP_BATCH 64
#define SWP_SWAPIN_ERROR_NUM 1
#define SWP_SWAPIN_ERROR \
  (MAX_SWAPFILES + SWP_HWPOISON_NUM + SWP_MIGRATION_NUM + SWP_DEVICE_NUM + SWP_PTE_MARKER_NUM)
#define SWP_PTE_MARKER_NUM 0
#define SWP_DEVICE_NUM 0
#define SWP_MIGRATION_NUM 3
#define SWP_MIGRATION_READ (MAX_SWAPFILES + SWP_HWPOISON_NUM)
#define SWP_MIGRATION_READ_EXCLUSIVE (MAX_SWAPFILES + SWP_HWPOISON_NUM + 1)
#define SWP_MIGRATION_WRITE (MAX_SWAPFILES + SWP_HWPOISON_NUM + 2)
#define SWP_HWPOISON_NUM 1
#define SWP_HWPOISON MAX_SWAPFILES
#define SWAP_CLUSTER_MAX 32UL
#define COMPACT_CLUSTER_MAX SWAP_CLUSTER_MAX
#define SWAP_HAS_CACHE 0x40
#define COUNT_CONTINUED 0x80
#define SWAP_MAP_MAX 0x3e
#define SWAP_MAP_BAD 0x3f
#define SWAP_MAP_SHMEM 0xbf
#define SWAP_CONT_MAX 0x7f
#define CLUSTER_FLAG_FREE 1
#define CLUSTER_FLAG_NEXT_NULL 2
#define CLUSTER_FLAG_HUGE 4
#define SWAP_RA_ORDER_CEILING 3
#define SWAP_RA_PTE_CACHE_SIZE (1 << SWAP_RA_ORDER_CEILING)
#define MEMCG_RECLAIM_MAY_SWAP (1 << 1)
#define MEMCG_RECLAIM_PROACTIVE (1 << 2)
#define node_reclaim_mode 0
union swap_header {
  struct {
    char reserved[4086];
    char magic[10];
  } magic;
  struct {
    char bootbits[1024];
    __u32 version;
    __u32 last_page;
    __u32 nr_badpages;
    unsigned char sws_uuid[16];
    unsigned char sws_volume[16];
    __u32 padding[117];
    __u32 badpages[1];
  } info;
};
struct reclaim_state {
  unsigned long reclaimed_slab;
  struct lru_gen_mm_walk* mm_walk;
};
struct swap_extent {
  struct rb_node rb_node;
  unsigned long start_page;
  unsigned long nr_pages;
  sector_t start_block;
};
enum {
  SWP_USED = 1,
  SWP_WRITEOK,
  SWP_DISCARDABLE = 4,
  SWP_DISCARDING = 8,
  SWP_SOLIDSTATE = 0x10,
  SWP_CONTINUED = 0x20,
  SWP_BLKDEV = 0x40,
  SWP_ACTIVATED = 0x80,
  SWP_FS_OPS = 0x100,
  SWP_AREA_DISCARD = 0x200,
  SWP_PAGE_DISCARD = 0x400,
  SWP_STABLE_WRITES = 0x800,
  SWP_SYNCHRONOUS_IO = 0x1000,
  SWP_SCANNING = 0x4000
};
struct swap_cluster_info {
  spinlock_t lock;
  unsigned int data : 24;
  unsigned int flags : 8;
};
struct percpu_cluster {
  struct swap_cluster_info index;
  unsigned int next;
};
struct swap_cluster_list {
  struct swap_cluster_info head;
  struct swap_cluster_info tail;
};
struct swap_info_struct {
  struct percpu_ref users;
  unsigned long flags;
  short prio;
  struct plist_node list;
  signed char type;
  unsigned int max;
  unsigned char* swap_map;
  struct swap_cluster_info* cluster_info;
  struct swap_cluster_list free_clusters;
  unsigned int lowest_bit;
  unsigned int highest_bit;
  unsigned int pages;
  unsigned int inuse_pages;
  unsigned int cluster_next;
  unsigned int cluster_nr;
  unsigned int* cluster_next_cpu;
  struct percpu_cluster* percpu_cluster;
  struct rb_root swap_extent_root;
  struct block_device* bdev;
  struct file* swap_file;
  unsigned int old_block_size;
  struct completion comp;
  unsigned long* frontswap_map;
  atomic_t frontswap_pages;
  spinlock_t lock;
  spinlock_t cont_lock;
  struct work_struct discard_work;
  struct swap_cluster_list discard_clusters;
  struct plist_node avail_lists[];
};
struct vma_swap_readahead {
  unsigned short win;
  unsigned short offset;
  unsigned short nr_pte;
  pte_t ptes[8];
};
void workingset_age_nonresident(struct lruvec* lruvec, unsigned long nr_pages);
void* workingset_eviction(struct folio* folio, struct mem_cgroup* target_memcg);
void workingset_refault(struct folio* folio, void* shadow);
void workingset_activation(struct folio* folio);
void workingset_update_node(struct xa_node* node);
extern struct list_lru shadow_nodes;
extern unsigned long totalreserve_pages;
void lru_note_cost(struct lruvec* lruvec, bool file, unsigned int nr_pages);
void lru_note_cost_folio(struct folio*);
void folio_add_lru(struct folio*);
void folio_add_lru_vma(struct folio*, struct vm_area_struct*);
void lru_cache_add(struct page*);
extern atomic_t lru_disable_count;
void lru_cache_disable(void);
void lru_add_drain(void);
void lru_add_drain_cpu(int cpu);
void lru_add_drain_cpu_zone(struct zone* zone);
void lru_add_drain_all(void);
void deactivate_page(struct page* page);
void mark_page_lazyfree(struct page* page);
void swap_setup(void);
void lru_cache_add_inactive_or_unevictable(struct page* page, struct vm_area_struct* vma);
unsigned long zone_reclaimable_pages(struct zone* zone);
unsigned long try_to_free_pages(struct zonelist* zonelist, int order, gfp_t gfp_mask,
                                nodemask_t* mask);
unsigned long try_to_free_mem_cgroup_pages(struct mem_cgroup* memcg, unsigned long nr_pages,
                                           gfp_t gfp_mask, unsigned int reclaim_options);
unsigned long mem_cgroup_shrink_node(struct mem_cgroup* mem, gfp_t gfp_mask, bool noswap,
                                     pg_data_t* pgdat, unsigned long* nr_scanned);
unsigned long shrink_all_memory(unsigned long nr_pages);
extern int vm_swappiness;
long remove_mapping(struct address_space* mapping, struct folio* folio);
unsigned long reclaim_pages(struct list_head* page_list);
void check_move_unevictable_folios(struct folio_batch* fbatch);
void check_move_unevictable_pages(struct pagevec* pvec);
void kswapd_run(int nid);
void kswapd_stop(int nid);
int add_swap_extent(struct swap_info_struct* sis, unsigned long start_page, unsigned long nr_pages,
                    sector_t start_block);
int generic_swapfile_activate(struct swap_info_struct*, struct file*, sector_t*);
void free_swap_cache(struct page* page);
void free_page_and_swap_cache(struct page*);
void free_pages_and_swap_cache(struct page**, int);
extern atomic_t nr_rotate_swap;
bool has_usable_swap(void);
void si_swapinfo(struct sysinfo*);
swp_entry_t folio_alloc_swap(struct folio* folio);
bool folio_free_swap(struct folio* folio);
void put_swap_folio(struct folio* folio, swp_entry_t entry);
swp_entry_t get_swap_page_of_type(int);
int get_swap_pages(int n, swp_entry_t swp_entries[], int entry_size);
int add_swap_count_continuation(swp_entry_t, gfp_t);
void swap_shmem_alloc(swp_entry_t);
int swap_duplicate(swp_entry_t);
int swapcache_prepare(swp_entry_t);
void swap_free(swp_entry_t);
void swapcache_free_entries(swp_entry_t* entries, int n);
int free_swap_and_cache(swp_entry_t);
int swap_type_of(dev_t device, sector_t offset);
int find_first_swap(dev_t* device);
unsigned int count_swap_pages(int, int);
sector_t swapdev_block(int, unsigned long);
int __swap_count(swp_entry_t entry);
int __swp_swapcount(swp_entry_t entry);
int swp_swapcount(swp_entry_t entry);
struct swap_info_struct* page_swap_info(struct page*);
struct swap_info_struct* swp_swap_info(swp_entry_t entry);
int init_swap_address_space(unsigned int type, unsigned long nr_pages);
void exit_swap_address_space(unsigned int type);
struct swap_info_struct* get_swap_device(swp_entry_t entry);
sector_t swap_page_sector(struct page* page);
extern u64 zswap_pool_total_size;
extern atomic_t zswap_stored_pages;
void __cgroup_throttle_swaprate(struct page* page, gfp_t gfp_mask);
void mem_cgroup_swapout(struct folio* folio, swp_entry_t entry);
int __mem_cgroup_try_charge_swap(struct folio* folio, swp_entry_t entry);
void __mem_cgroup_uncharge_swap(swp_entry_t entry, unsigned int nr_pages);
long mem_cgroup_get_nr_swap_pages(struct mem_cgroup* memcg);
bool mem_cgroup_swap_full(struct folio* folio);

// Inline in Linux.
unsigned long total_swapcache_pages(void);
void put_swap_device(struct swap_info_struct* si);
int mem_cgroup_swappiness(struct mem_cgroup* memcg);
void cgroup_throttle_swaprate(struct page* page, gfp_t gfp_mask);
void folio_throttle_swaprate(struct folio* folio, gfp_t gfp);
int mem_cgroup_try_charge_swap(struct folio* folio, swp_entry_t entry);
void mem_cgroup_uncharge_swap(swp_entry_t entry, unsigned int nr_pages);

#define MAX_SWAPFILES_SHIFT 5
#define MAX_SWAPFILES                                                                   \
  ((1 << MAX_SWAPFILES_SHIFT) - SWP_MIGRATION_NUM - SWP_HWPOISON_NUM - SWP_DEVICE_NUM - \
   SWP_PTE_MARKER_NUM - SWP_SWAPIN_ERROR_NUM)
static inline int current_is_kswapd(void) { return current->flags & PF_KSWAPD; }
// The swap entry of a folio in the swap cache is its private word.
static inline swp_entry_t folio_swap_entry(struct folio* folio) {
  return (swp_entry_t){.val = page_private(&folio->page)};
}
static inline void folio_set_swap_entry(struct folio* folio, swp_entry_t entry) {
  folio->private = (void*)entry.val;
}
static inline bool folio_may_be_lru_cached(struct folio* folio) { return !folio_test_large(folio); }
static inline bool node_reclaim_enabled(void) { return false; }
static inline bool vm_swap_full(void) { return get_nr_swap_pages() * 2 < total_swap_pages; }

static inline bool lru_cache_disabled(void) { return atomic_read(&lru_disable_count); }
static inline void lru_cache_enable(void) { atomic_dec(&lru_disable_count); }
static inline int split_swap_cluster(swp_entry_t entry) { return 0; }

#endif
