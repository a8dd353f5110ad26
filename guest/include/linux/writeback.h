// Writing the page cache back.
#ifndef _LINUX_WRITEBACK_H
#define _LINUX_WRITEBACK_H

#include <linux/backing-dev-defs.h>
#include <linux/bio.h>
#include <linux/blk_types.h>
#include <linux/cgroup.h>
#include <linux/fs.h>
#include <linux/sched.h>
#include <linux/workqueue.h>

struct address_space;
struct backing_dev_info;
struct bdi_writeback;
struct ctl_table;
struct folio;
struct fprop_global;
struct inode;
struct page;
struct pglist_data;
struct super_block;
struct swap_iocb;
struct timer_list;
struct wb_completion;
struct wb_domain;
struct writeback_control;

#define DIRTY_SCOPE 8
#define BDP_ASYNC 0x0001
extern typeof(int) dirty_throttle_leaks;
enum writeback_sync_modes { WB_SYNC_NONE, WB_SYNC_ALL };
struct writeback_control {
  long nr_to_write;
  long pages_skipped;
  loff_t range_start;
  loff_t range_end;
  enum writeback_sync_modes sync_mode;
  unsigned int for_kupdate : 1;
  unsigned int for_background : 1;
  unsigned int tagged_writepages : 1;
  unsigned int for_reclaim : 1;
  unsigned int range_cyclic : 1;
  unsigned int for_sync : 1;
  unsigned int unpinned_fscache_wb : 1;
  unsigned int no_cgroup_owner : 1;
  unsigned int punt_to_cgroup : 1;
  struct swap_iocb** swap_plug;
  struct bdi_writeback* wb;
  struct inode* inode;
  int wb_id;
  int wb_lcand_id;
  int wb_tcand_id;
  size_t wb_bytes;
  size_t wb_lcand_bytes;
  size_t wb_tcand_bytes;
};
struct wb_domain {
  spinlock_t lock;
  struct fprop_global completions;
  struct timer_list period_timer;
  unsigned long period_time;
  unsigned long dirty_limit_tstamp;
  unsigned long dirty_limit;
};
void writeback_inodes_sb(struct super_block*, enum wb_reason reason);
void writeback_inodes_sb_nr(struct super_block*, unsigned long nr, enum wb_reason reason);
void try_to_writeback_inodes_sb(struct super_block* sb, enum wb_reason reason);
void sync_inodes_sb(struct super_block*);
void wakeup_flusher_threads(enum wb_reason reason);
void wakeup_flusher_threads_bdi(struct backing_dev_info* bdi, enum wb_reason reason);
void inode_wait_for_writeback(struct inode* inode);
void inode_io_list_del(struct inode* inode);
void __inode_attach_wb(struct inode* inode, struct page* page);
void wbc_attach_and_unlock_inode(struct writeback_control* wbc, struct inode* inode);
void wbc_detach_inode(struct writeback_control* wbc);
void wbc_account_cgroup_owner(struct writeback_control* wbc, struct page* page, size_t bytes);
int cgroup_writeback_by_id(u64 bdi_id, int memcg_id, enum wb_reason reason,
                           struct wb_completion* done);
void cgroup_writeback_umount(void);
bool cleanup_offline_cgwb(struct bdi_writeback* wb);
void laptop_io_completion(struct backing_dev_info* info);
void laptop_sync_completion(void);
void laptop_mode_timer_fn(struct timer_list* t);
bool node_dirty_ok(struct pglist_data* pgdat);
int wb_domain_init(struct wb_domain* dom, gfp_t gfp);
void wb_domain_exit(struct wb_domain* dom);
extern struct wb_domain global_wb_domain;
extern unsigned int dirty_writeback_interval;
extern unsigned int dirty_expire_interval;
extern unsigned int dirtytime_expire_interval;
extern int laptop_mode;
int dirtytime_interval_handler(struct ctl_table* table, int write, void* buffer, size_t* lenp,
                               loff_t* ppos);
void global_dirty_limits(unsigned long* pbackground, unsigned long* pdirty);
unsigned long wb_calc_thresh(struct bdi_writeback* wb, unsigned long thresh);
void wb_update_bandwidth(struct bdi_writeback* wb);
void balance_dirty_pages_ratelimited(struct address_space* mapping);
int balance_dirty_pages_ratelimited_flags(struct address_space* mapping, unsigned int flags);
bool wb_over_bg_thresh(struct bdi_writeback* wb);
typedef int (*writepage_t)(struct page*, struct writeback_control*, void*);
int generic_writepages(struct address_space* mapping, struct writeback_control* wbc);
void tag_pages_for_writeback(struct address_space* mapping, unsigned long start, unsigned long end);
int write_cache_pages(struct address_space* mapping, struct writeback_control* wbc,
                      writepage_t writepage, void* data);
int do_writepages(struct address_space* mapping, struct writeback_control* wbc);
void writeback_set_ratelimit(void);
bool filemap_dirty_folio(struct address_space* mapping, struct folio* folio);
void folio_account_redirty(struct folio* folio);
bool folio_redirty_for_writepage(struct writeback_control*, struct folio*);
bool redirty_page_for_writepage(struct writeback_control*, struct page*);
void sb_mark_inode_writeback(struct inode* inode);
void sb_clear_inode_writeback(struct inode* inode);

// Inline in Linux.
struct bio;
blk_opf_t wbc_to_write_flags(struct writeback_control* wbc);
void wb_domain_size_changed(struct wb_domain* dom);
void wait_on_inode(struct inode* inode);
void inode_attach_wb(struct inode* inode, struct page* page);
void inode_detach_wb(struct inode* inode);
void wbc_attach_fdatawrite_inode(struct writeback_control* wbc, struct inode* inode);
void wbc_init_bio(struct writeback_control* wbc, struct bio* bio);
void account_page_redirty(struct page* page);

#endif
