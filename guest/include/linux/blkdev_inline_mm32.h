// Functions that are inline in Linux, declared only. Part of <linux/blkdev.h>.
#include <linux/blkdev.h>
#ifndef _LINUX_BLKDEV_INLINE_MM32_H
#define _LINUX_BLKDEV_INLINE_MM32_H

struct bio;
struct blk_crypto_profile;
struct blk_plug;
struct block_device;
struct gendisk;
struct iov_iter;
struct request_queue;
struct super_block;
struct task_struct;

bool disk_live(struct gendisk* disk);
unsigned int disk_openers(struct gendisk* disk);
dev_t disk_devt(struct gendisk* disk);
int blk_validate_block_size(unsigned long bsize);
bool blk_op_is_passthrough(blk_opf_t op);
bool queue_is_mq(struct request_queue* q);
enum rpm_status queue_rpm_status(struct request_queue* q);
enum blk_zoned_model blk_queue_zoned_model(struct request_queue* q);
bool blk_queue_is_zoned(struct request_queue* q);
unsigned int disk_nr_zones(struct gendisk* disk);
unsigned int disk_zone_no(struct gendisk* disk, sector_t sector);
bool disk_zone_is_seq(struct gendisk* disk, sector_t sector);
void disk_set_max_open_zones(struct gendisk* disk, unsigned int max_open_zones);
void disk_set_max_active_zones(struct gendisk* disk, unsigned int max_active_zones);
unsigned int bdev_max_open_zones(struct block_device* bdev);
unsigned int bdev_max_active_zones(struct block_device* bdev);
unsigned int blk_queue_depth(struct request_queue* q);
int add_disk(struct gendisk* disk);
int get_disk_ro(struct gendisk* disk);
int bdev_read_only(struct block_device* bdev);
sector_t get_start_sect(struct block_device* bdev);
sector_t bdev_nr_sectors(struct block_device* bdev);
loff_t bdev_nr_bytes(struct block_device* bdev);
sector_t get_capacity(struct gendisk* disk);
u64 sb_bdev_nr_blocks(struct super_block* sb);
struct request_queue* bdev_get_queue(struct block_device* bdev);
unsigned int bio_zone_no(struct bio* bio);
unsigned int bio_zone_is_seq(struct bio* bio);
unsigned int blk_chunk_sectors_left(sector_t offset, unsigned int chunk_sectors);
void blk_flush_plug(struct blk_plug* plug, bool async);
int sb_issue_discard(struct super_block* sb, sector_t block, sector_t nr_blocks, gfp_t gfp_mask,
                     unsigned long flags);
int sb_issue_zeroout(struct super_block* sb, sector_t block, sector_t nr_blocks, gfp_t gfp_mask);
bool bdev_is_partition(struct block_device* bdev);
unsigned long queue_segment_boundary(const struct request_queue* q);
unsigned long queue_virt_boundary(const struct request_queue* q);
unsigned int queue_max_sectors(const struct request_queue* q);
unsigned int queue_max_bytes(struct request_queue* q);
unsigned int queue_max_hw_sectors(const struct request_queue* q);
unsigned short queue_max_segments(const struct request_queue* q);
unsigned short queue_max_discard_segments(const struct request_queue* q);
unsigned int queue_max_segment_size(const struct request_queue* q);
unsigned int queue_max_zone_append_sectors(const struct request_queue* q);
unsigned int bdev_max_zone_append_sectors(struct block_device* bdev);
unsigned int bdev_max_segments(struct block_device* bdev);
unsigned int queue_logical_block_size(const struct request_queue* q);
unsigned int bdev_logical_block_size(struct block_device* bdev);
unsigned int queue_physical_block_size(const struct request_queue* q);
unsigned int bdev_physical_block_size(struct block_device* bdev);
unsigned int queue_io_min(const struct request_queue* q);
unsigned int bdev_io_min(struct block_device* bdev);
unsigned int queue_io_opt(const struct request_queue* q);
int bdev_io_opt(struct block_device* bdev);
unsigned int queue_zone_write_granularity(const struct request_queue* q);
unsigned int bdev_zone_write_granularity(struct block_device* bdev);
unsigned int bdev_max_discard_sectors(struct block_device* bdev);
unsigned int bdev_discard_granularity(struct block_device* bdev);
unsigned int bdev_max_secure_erase_sectors(struct block_device* bdev);
unsigned int bdev_write_zeroes_sectors(struct block_device* bdev);
bool bdev_nonrot(struct block_device* bdev);
bool bdev_stable_writes(struct block_device* bdev);
bool bdev_write_cache(struct block_device* bdev);
bool bdev_fua(struct block_device* bdev);
bool bdev_nowait(struct block_device* bdev);
enum blk_zoned_model bdev_zoned_model(struct block_device* bdev);
bool bdev_is_zoned(struct block_device* bdev);
bool bdev_op_is_zoned_write(struct block_device* bdev, enum req_op op);
sector_t bdev_zone_sectors(struct block_device* bdev);
int queue_dma_alignment(const struct request_queue* q);
unsigned int bdev_dma_alignment(struct block_device* bdev);
bool bdev_iter_is_aligned(struct block_device* bdev, struct iov_iter* iter);
int blk_rq_aligned(struct request_queue* q, unsigned long addr, unsigned int len);
unsigned int blksize_bits(unsigned int size);
unsigned int block_size(struct block_device* bdev);
bool blk_crypto_register(struct blk_crypto_profile* profile, struct request_queue* q);
void blk_wake_io_task(struct task_struct* waiter);
void bio_end_io_acct(struct bio* bio, unsigned long start_time);

#endif
