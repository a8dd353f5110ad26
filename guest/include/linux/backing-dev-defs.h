// What stands behind the page cache.
#ifndef _LINUX_BACKING_DEV_DEFS_H
#define _LINUX_BACKING_DEV_DEFS_H

#include <linux/flex_proportions.h>
#include <linux/kref.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/percpu-refcount.h>
#include <linux/percpu_counter.h>
#include <linux/radix-tree.h>
#include <linux/rbtree.h>
#include <linux/rwsem.h>
#include <linux/wait_types_mm32.h>
#include <linux/workqueue.h>

struct backing_dev_info;
struct bdi_writeback;
struct callback_head;
struct cgroup_subsys_state;
struct delayed_work;
struct dentry;
struct device;
struct fprop_local_percpu;
struct kref;
struct list_head;
struct mutex;
struct percpu_counter;
struct percpu_ref;
struct rb_node;
struct rw_semaphore;
struct timer_list;
struct wb_completion;
struct wb_lock_cookie;
struct work_struct;
struct xarray;

#define WB_STAT_BATCH (8 * (1 + ilog2(nr_cpu_ids)))
enum wb_state { WB_registered, WB_writeback_running, WB_has_dirty_io, WB_start_all };
enum wb_stat_item { WB_RECLAIMABLE, WB_WRITEBACK, WB_DIRTIED, WB_WRITTEN, NR_WB_STAT_ITEMS };
enum wb_reason {
  WB_REASON_BACKGROUND,
  WB_REASON_VMSCAN,
  WB_REASON_SYNC,
  WB_REASON_PERIODIC,
  WB_REASON_LAPTOP_TIMER,
  WB_REASON_FS_FREE_SPACE,
  WB_REASON_FORKER_THREAD,
  WB_REASON_FOREIGN_FLUSH,
  WB_REASON_MAX
};
struct wb_completion {
  atomic_t cnt;
  wait_queue_head_t* waitq;
};
struct bdi_writeback {
  struct backing_dev_info* bdi;
  unsigned long state;
  unsigned long last_old_flush;
  struct list_head b_dirty;
  struct list_head b_io;
  struct list_head b_more_io;
  struct list_head b_dirty_time;
  spinlock_t list_lock;
  atomic_t writeback_inodes;
  struct percpu_counter stat[4];
  unsigned long bw_time_stamp;
  unsigned long dirtied_stamp;
  unsigned long written_stamp;
  unsigned long write_bandwidth;
  unsigned long avg_write_bandwidth;
  unsigned long dirty_ratelimit;
  unsigned long balanced_dirty_ratelimit;
  struct fprop_local_percpu completions;
  int dirty_exceeded;
  enum wb_reason start_all_reason;
  spinlock_t work_lock;
  struct list_head work_list;
  struct delayed_work dwork;
  struct delayed_work bw_dwork;
  unsigned long dirty_sleep;
  struct list_head bdi_node;
  struct percpu_ref refcnt;
  struct fprop_local_percpu memcg_completions;
  struct cgroup_subsys_state* memcg_css;
  struct cgroup_subsys_state* blkcg_css;
  struct list_head memcg_node;
  struct list_head blkcg_node;
  struct list_head b_attached;
  struct list_head offline_node;
  union {
    struct work_struct release_work;
    struct callback_head rcu;
  };
};
struct backing_dev_info {
  u64 id;
  struct rb_node rb_node;
  struct list_head bdi_list;
  unsigned long ra_pages;
  unsigned long io_pages;
  struct kref refcnt;
  unsigned int capabilities;
  unsigned int min_ratio;
  unsigned int max_ratio;
  unsigned int max_prop_frac;
  atomic_long_t tot_write_bandwidth;
  struct bdi_writeback wb;
  struct list_head wb_list;
  struct xarray cgwb_tree;
  struct mutex cgwb_release_mutex;
  struct rw_semaphore wb_switch_rwsem;
  wait_queue_head_t wb_waitq;
  struct device* dev;
  char dev_name[64];
  struct device* owner;
  struct timer_list laptop_mode_wb_timer;
  struct dentry* debug_dir;
};
struct wb_lock_cookie {
  bool locked;
  unsigned long flags;
};

static inline bool wb_tryget(struct bdi_writeback* wb) {
  return wb == &wb->bdi->wb || percpu_ref_tryget(&wb->refcnt);
}
static inline void wb_get(struct bdi_writeback* wb) {
  if (wb != &wb->bdi->wb) percpu_ref_get(&wb->refcnt);
}
static inline void wb_put_many(struct bdi_writeback* wb, unsigned long nr) {
  if (wb->bdi && wb != &wb->bdi->wb) percpu_ref_put_many(&wb->refcnt, nr);
}
static inline void wb_put(struct bdi_writeback* wb) { wb_put_many(wb, 1); }
static inline bool wb_dying(struct bdi_writeback* wb) { return percpu_ref_is_dying(&wb->refcnt); }

#endif
