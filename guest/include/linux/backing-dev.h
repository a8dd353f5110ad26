// What stands behind the page cache.
#ifndef _LINUX_BACKING_DEV_H
#define _LINUX_BACKING_DEV_H

#include <linux/backing-dev-defs.h>
#include <linux/device.h>
#include <linux/fs.h>
#include <linux/kernel.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/writeback.h>

struct backing_dev_info;
struct bdi_writeback;
struct cgroup_subsys_state;
struct device;
struct inode;
struct list_head;
struct mem_cgroup;
struct wb_completion;
struct work_struct;
struct workqueue_struct;

#define BDI_CAP_WRITEBACK (1 << 0)
#define BDI_CAP_WRITEBACK_ACCT (1 << 1)
#define BDI_CAP_STRICTLIMIT (1 << 2)
struct backing_dev_info* bdi_get_by_id(u64 id);
void bdi_put(struct backing_dev_info* bdi);
int bdi_register(struct backing_dev_info* bdi, const char* fmt, ...) __printf(2, 3);
int bdi_register_va(struct backing_dev_info* bdi, const char* fmt, va_list args);
void bdi_set_owner(struct backing_dev_info* bdi, struct device* owner);
void bdi_unregister(struct backing_dev_info* bdi);
struct backing_dev_info* bdi_alloc(int node_id);
void wb_start_background_writeback(struct bdi_writeback* wb);
void wb_workfn(struct work_struct* work);
void wb_wakeup_delayed(struct bdi_writeback* wb);
void wb_wait_for_completion(struct wb_completion* done);
extern spinlock_t bdi_lock;
extern struct list_head bdi_list;
extern struct workqueue_struct* bdi_wq;
extern struct workqueue_struct* bdi_async_bio_wq;
void wb_writeout_inc(struct bdi_writeback* wb);
int bdi_set_min_ratio(struct backing_dev_info* bdi, unsigned int min_ratio);
int bdi_set_max_ratio(struct backing_dev_info* bdi, unsigned int max_ratio);
extern struct backing_dev_info noop_backing_dev_info;
int bdi_init(struct backing_dev_info* bdi);
struct backing_dev_info* inode_to_bdi(struct inode* inode);
struct bdi_writeback* wb_get_lookup(struct backing_dev_info* bdi,
                                    struct cgroup_subsys_state* memcg_css);
struct bdi_writeback* wb_get_create(struct backing_dev_info* bdi,
                                    struct cgroup_subsys_state* memcg_css, gfp_t gfp);
void wb_memcg_offline(struct mem_cgroup* memcg);
void wb_blkcg_offline(struct cgroup_subsys_state* css);
const char* bdi_dev_name(struct backing_dev_info* bdi);

// Inline in Linux.
struct address_space;
struct wb_lock_cookie;
struct writeback_control;
struct backing_dev_info* bdi_get(struct backing_dev_info* bdi);
bool wb_has_dirty_io(struct bdi_writeback* wb);
bool bdi_has_dirty_io(struct backing_dev_info* bdi);
void wb_stat_mod(struct bdi_writeback* wb, enum wb_stat_item item, s64 amount);
void inc_wb_stat(struct bdi_writeback* wb, enum wb_stat_item item);
void dec_wb_stat(struct bdi_writeback* wb, enum wb_stat_item item);
s64 wb_stat(struct bdi_writeback* wb, enum wb_stat_item item);
s64 wb_stat_sum(struct bdi_writeback* wb, enum wb_stat_item item);
unsigned long wb_stat_error(void);
bool writeback_in_progress(struct bdi_writeback* wb);
bool mapping_can_writeback(struct address_space* mapping);
bool inode_cgwb_enabled(struct inode* inode);
struct bdi_writeback* wb_find_current(struct backing_dev_info* bdi);
struct bdi_writeback* wb_get_create_current(struct backing_dev_info* bdi, gfp_t gfp);
struct bdi_writeback* inode_to_wb(const struct inode* inode);
struct bdi_writeback* inode_to_wb_wbc(struct inode* inode, struct writeback_control* wbc);
struct bdi_writeback* unlocked_inode_to_wb_begin(struct inode* inode,
                                                 struct wb_lock_cookie* cookie);
void unlocked_inode_to_wb_end(struct inode* inode, struct wb_lock_cookie* cookie);

#endif
