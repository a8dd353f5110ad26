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

#endif
