// The calls of <linux/blkdev.h> and the data it declares, as 6.1 declares them.
#include <linux/blkdev.h>
#ifndef _LINUX_BLKDEV_API_MM32_H
#define _LINUX_BLKDEV_API_MM32_H


struct attribute_group;
struct bio;
struct blk_independent_access_ranges;
struct blk_plug;
struct blk_plug_cb;
struct block_device;
struct class;
struct delayed_work;
struct device;
struct device_type;
struct gendisk;
struct inode;
struct io_comp_batch;
struct kiocb;
struct kstat;
struct lock_class_key;
struct page;
struct queue_limits;
struct request_queue;
struct seq_file;
struct work_struct;
struct writeback_control;

extern const struct device_type disk_type;
extern struct device_type part_type;
extern struct class block_class;
void disk_set_zoned(struct gendisk* disk, enum blk_zoned_model model);
int blkdev_report_zones(struct block_device* bdev, sector_t sector, unsigned int nr_zones,
                        report_zones_cb cb, void* data);
unsigned int bdev_nr_zones(struct block_device* bdev);
int blkdev_zone_mgmt(struct block_device* bdev, enum req_op op, sector_t sectors,
                     sector_t nr_sectors, gfp_t gfp_mask);
int blk_revalidate_disk_zones(struct gendisk* disk, void (*update_driver_data)(struct gendisk*));
int blkdev_report_zones_ioctl(struct block_device* bdev, fmode_t mode, unsigned int cmd,
                              unsigned long arg);
int blkdev_zone_mgmt_ioctl(struct block_device* bdev, fmode_t mode, unsigned int cmd,
                           unsigned long arg);
void blk_queue_flag_set(unsigned int flag, struct request_queue* q);
void blk_queue_flag_clear(unsigned int flag, struct request_queue* q);
bool blk_queue_flag_test_and_set(unsigned int flag, struct request_queue* q);
void blk_set_pm_only(struct request_queue* q);
void blk_clear_pm_only(struct request_queue* q);
int device_add_disk(struct device* parent, struct gendisk* disk,
                    const struct attribute_group** groups);
void del_gendisk(struct gendisk* gp);
void invalidate_disk(struct gendisk* disk);
void set_disk_ro(struct gendisk* disk, bool read_only);
void disk_uevent(struct gendisk* disk, enum kobject_action action);
bool set_capacity_and_notify(struct gendisk* disk, sector_t size);
bool disk_force_media_change(struct gendisk* disk, unsigned int events);
void add_disk_randomness(struct gendisk* disk);
void rand_initialize_disk(struct gendisk* disk);
int bdev_disk_changed(struct gendisk* disk, bool invalidate);
void put_disk(struct gendisk* disk);
struct gendisk* __blk_alloc_disk(int node, struct lock_class_key* lkclass);
int __register_blkdev(unsigned int major, const char* name, void (*probe)(dev_t));
bool bdev_check_media_change(struct block_device* bdev);
int __invalidate_device(struct block_device* bdev, bool kill_dirty);
void set_capacity(struct gendisk* disk, sector_t size);
int bd_link_disk_holder(struct block_device* bdev, struct gendisk* disk);
void bd_unlink_disk_holder(struct block_device* bdev, struct gendisk* disk);
int bd_register_pending_holders(struct gendisk* disk);
dev_t part_devt(struct gendisk* disk, u8 partno);
void inc_diskseq(struct gendisk* disk);
dev_t blk_lookup_devt(const char* name, int partno);
void blk_request_module(dev_t devt);
int blk_register_queue(struct gendisk* disk);
void blk_unregister_queue(struct gendisk* disk);
void submit_bio_noacct(struct bio* bio);
struct bio* bio_split_to_limits(struct bio* bio);
int blk_lld_busy(struct request_queue* q);
int blk_queue_enter(struct request_queue* q, blk_mq_req_flags_t flags);
void blk_queue_exit(struct request_queue* q);
void blk_sync_queue(struct request_queue* q);
const char* blk_op_str(enum req_op op);
int blk_status_to_errno(blk_status_t status);
blk_status_t errno_to_blk_status(int errno);
int bio_poll(struct bio* bio, struct io_comp_batch* iob, unsigned int flags);
int iocb_bio_iopoll(struct kiocb* kiocb, struct io_comp_batch* iob, unsigned int flags);
const char* blk_zone_cond_str(enum blk_zone_cond zone_cond);
void blk_queue_bounce_limit(struct request_queue* q, enum blk_bounce limit);
void blk_queue_max_hw_sectors(struct request_queue*, unsigned int);
void blk_queue_chunk_sectors(struct request_queue*, unsigned int);
void blk_queue_max_segments(struct request_queue*, unsigned short);
void blk_queue_max_discard_segments(struct request_queue*, unsigned short);
void blk_queue_max_secure_erase_sectors(struct request_queue* q, unsigned int max_sectors);
void blk_queue_max_segment_size(struct request_queue*, unsigned int);
void blk_queue_max_discard_sectors(struct request_queue* q, unsigned int max_discard_sectors);
void blk_queue_max_write_zeroes_sectors(struct request_queue* q,
                                        unsigned int max_write_same_sectors);
void blk_queue_logical_block_size(struct request_queue*, unsigned int);
void blk_queue_max_zone_append_sectors(struct request_queue* q,
                                       unsigned int max_zone_append_sectors);
void blk_queue_physical_block_size(struct request_queue*, unsigned int);
void blk_queue_zone_write_granularity(struct request_queue* q, unsigned int size);
void blk_queue_alignment_offset(struct request_queue* q, unsigned int alignment);
void disk_update_readahead(struct gendisk* disk);
void blk_limits_io_min(struct queue_limits* limits, unsigned int min);
void blk_queue_io_min(struct request_queue* q, unsigned int min);
void blk_limits_io_opt(struct queue_limits* limits, unsigned int opt);
void blk_queue_io_opt(struct request_queue* q, unsigned int opt);
void blk_set_queue_depth(struct request_queue* q, unsigned int depth);
void blk_set_stacking_limits(struct queue_limits* lim);
int blk_stack_limits(struct queue_limits* t, struct queue_limits* b, sector_t offset);
void disk_stack_limits(struct gendisk* disk, struct block_device* bdev, sector_t offset);
void blk_queue_update_dma_pad(struct request_queue*, unsigned int);
void blk_queue_segment_boundary(struct request_queue*, unsigned long);
void blk_queue_virt_boundary(struct request_queue*, unsigned long);
void blk_queue_dma_alignment(struct request_queue*, int);
void blk_queue_update_dma_alignment(struct request_queue*, int);
void blk_queue_rq_timeout(struct request_queue*, unsigned int);
void blk_queue_write_cache(struct request_queue* q, bool enabled, bool fua);
struct blk_independent_access_ranges* disk_alloc_independent_access_ranges(struct gendisk* disk,
                                                                           int nr_ia_ranges);
void disk_set_independent_access_ranges(struct gendisk* disk,
                                        struct blk_independent_access_ranges* iars);
void blk_queue_required_elevator_features(struct request_queue* q, unsigned int features);
bool blk_queue_can_use_dma_map_merging(struct request_queue* q, struct device* dev);
bool blk_get_queue(struct request_queue*);
void blk_put_queue(struct request_queue*);
void blk_mark_disk_dead(struct gendisk* disk);
struct blk_plug_cb* blk_check_plugged(blk_plug_cb_fn unplug, void* data, int size);
void blk_start_plug(struct blk_plug*);
void blk_start_plug_nr_ios(struct blk_plug*, unsigned short);
void blk_finish_plug(struct blk_plug*);
void __blk_flush_plug(struct blk_plug* plug, bool from_schedule);
int blkdev_issue_flush(struct block_device* bdev);
long nr_blockdev_pages(void);
void blk_io_schedule(void);
int blkdev_issue_discard(struct block_device* bdev, sector_t sector, sector_t nr_sects,
                         gfp_t gfp_mask);
int __blkdev_issue_discard(struct block_device* bdev, sector_t sector, sector_t nr_sects,
                           gfp_t gfp_mask, struct bio** biop);
int blkdev_issue_secure_erase(struct block_device* bdev, sector_t sector, sector_t nr_sects,
                              gfp_t gfp);
int __blkdev_issue_zeroout(struct block_device* bdev, sector_t sector, sector_t nr_sects,
                           gfp_t gfp_mask, struct bio** biop, unsigned int flags);
int blkdev_issue_zeroout(struct block_device* bdev, sector_t sector, sector_t nr_sects,
                         gfp_t gfp_mask, unsigned int flags);
int bdev_alignment_offset(struct block_device* bdev);
unsigned int bdev_discard_alignment(struct block_device* bdev);
int kblockd_schedule_work(struct work_struct* work);
int kblockd_mod_delayed_work_on(int cpu, struct delayed_work* dwork, unsigned long delay);
int bdev_read_page(struct block_device*, sector_t, struct page*);
int bdev_write_page(struct block_device*, sector_t, struct page*, struct writeback_control*);
unsigned long bdev_start_io_acct(struct block_device* bdev, unsigned int sectors, enum req_op op,
                                 unsigned long start_time);
void bdev_end_io_acct(struct block_device* bdev, enum req_op op, unsigned long start_time);
void bio_start_io_acct_time(struct bio* bio, unsigned long start_time);
unsigned long bio_start_io_acct(struct bio* bio);
void bio_end_io_acct_remapped(struct bio* bio, unsigned long start_time,
                              struct block_device* orig_bdev);
int set_blocksize(struct block_device* bdev, int size);
int lookup_bdev(const char* pathname, dev_t* dev);
void blkdev_show(struct seq_file* seqf, off_t offset);
struct block_device* blkdev_get_by_path(const char* path, fmode_t mode, void* holder);
struct block_device* blkdev_get_by_dev(dev_t dev, fmode_t mode, void* holder);
int bd_prepare_to_claim(struct block_device* bdev, void* holder);
void bd_abort_claiming(struct block_device* bdev, void* holder);
void blkdev_put(struct block_device* bdev, fmode_t mode);
struct block_device* blkdev_get_no_open(dev_t dev);
void blkdev_put_no_open(struct block_device* bdev);
struct block_device* bdev_alloc(struct gendisk* disk, u8 partno);
void bdev_add(struct block_device* bdev, dev_t dev);
struct block_device* I_BDEV(struct inode* inode);
int truncate_bdev_range(struct block_device* bdev, fmode_t mode, loff_t lstart, loff_t lend);
void invalidate_bdev(struct block_device* bdev);
int sync_blockdev(struct block_device* bdev);
int sync_blockdev_range(struct block_device* bdev, loff_t lstart, loff_t lend);
int sync_blockdev_nowait(struct block_device* bdev);
void sync_bdevs(bool wait);
void bdev_statx_dioalign(struct inode* inode, struct kstat* stat);
void printk_all_partitions(void);
int fsync_bdev(struct block_device* bdev);
int freeze_bdev(struct block_device* bdev);
int thaw_bdev(struct block_device* bdev);

#endif
