// Disks.
#ifndef _LINUX_BLKDEV_H
#define _LINUX_BLKDEV_H

#include <linux/bio.h>
#include <linux/blk_types.h>
#include <linux/blkzoned.h>
#include <linux/device.h>
#include <linux/fs.h>
#include <linux/gfp.h>
#include <linux/kdev_t.h>
#include <linux/list.h>
#include <linux/llist.h>
#include <linux/major.h>
#include <linux/mempool.h>
#include <linux/minmax.h>
#include <linux/percpu-refcount.h>
#include <linux/rcupdate.h>
#include <linux/sched.h>
#include <linux/srcu.h>
#include <linux/timer.h>
#include <linux/types.h>
#include <linux/uuid.h>
#include <linux/wait.h>
#include <linux/workqueue.h>
#include <linux/xarray.h>

void unregister_blkdev(unsigned int, const char*);

struct backing_dev_info;
struct badblocks;
struct bio;
struct bio_set;
struct blk_flush_queue;
struct blk_independent_access_range;
struct blk_independent_access_ranges;
struct blk_integrity;
struct blk_integrity_profile;
struct blk_mq_ctx;
struct blk_mq_ops;
struct blk_mq_tag_set;
struct blk_mq_tags;
struct blk_plug;
struct blk_plug_cb;
struct blk_queue_stats;
struct blk_rq_stat;
struct blk_stat_callback;
struct blk_trace;
struct blk_zone;
struct blkcg_gq;
struct block_device;
struct block_device_operations;
struct callback_head;
struct cdrom_device_info;
struct delayed_work;
struct dentry;
struct device;
struct disk_events;
struct elevator_queue;
struct gendisk;
struct hd_geometry;
struct io_comp_batch;
struct kobject;
struct list_head;
struct lockdep_map;
struct module;
struct mutex;
struct page;
struct partition_meta_info;
struct percpu_ref;
struct pr_ops;
struct queue_limits;
struct request;
struct request_queue;
struct rq_qos;
struct srcu_struct;
struct throtl_data;
struct timer_list;
struct timer_rand_state;
struct work_struct;
struct xarray;

#define BLK_MQ_POLL_STATS_BKTS 16
#define BLK_MQ_POLL_CLASSIC -1
#define BLKCG_MAX_POLS 6
#define DISK_MAX_PARTS 256
#define DISK_NAME_LEN 32
#define PARTITION_META_INFO_VOLNAMELTH 64
#define PARTITION_META_INFO_UUIDLTH (UUID_STRING_LEN + 1)
#define GD_NEED_PART_SCAN 0
#define GD_READ_ONLY 1
#define GD_DEAD 2
#define GD_NATIVE_CAPACITY 3
#define GD_ADDED 4
#define GD_SUPPRESS_PART_SCAN 5
#define GD_OWNS_QUEUE 6
#define BLK_ALL_ZONES ((unsigned int)-1)
#define QUEUE_FLAG_STOPPED 0
#define QUEUE_FLAG_DYING 1
#define QUEUE_FLAG_HAS_SRCU 2
#define QUEUE_FLAG_NOMERGES 3
#define QUEUE_FLAG_SAME_COMP 4
#define QUEUE_FLAG_FAIL_IO 5
#define QUEUE_FLAG_NONROT 6
#define QUEUE_FLAG_VIRT QUEUE_FLAG_NONROT
#define QUEUE_FLAG_IO_STAT 7
#define QUEUE_FLAG_NOXMERGES 9
#define QUEUE_FLAG_ADD_RANDOM 10
#define QUEUE_FLAG_SAME_FORCE 12
#define QUEUE_FLAG_HW_WC 13
#define QUEUE_FLAG_INIT_DONE 14
#define QUEUE_FLAG_STABLE_WRITES 15
#define QUEUE_FLAG_POLL 16
#define QUEUE_FLAG_WC 17
#define QUEUE_FLAG_FUA 18
#define QUEUE_FLAG_DAX 19
#define QUEUE_FLAG_STATS 20
#define QUEUE_FLAG_REGISTERED 22
#define QUEUE_FLAG_QUIESCED 24
#define QUEUE_FLAG_PCI_P2PDMA 25
#define QUEUE_FLAG_ZONE_RESETALL 26
#define QUEUE_FLAG_RQ_ALLOC_TIME 27
#define QUEUE_FLAG_HCTX_ACTIVE 28
#define QUEUE_FLAG_NOWAIT 29
#define QUEUE_FLAG_SQ_SCHED 30
#define BLK_DEFAULT_SG_TIMEOUT (60 * HZ)
#define BLK_MIN_SG_TIMEOUT (7 * HZ)
#define BLK_POLL_ONESHOT (1 << 0)
#define BLK_POLL_NOSLEEP (1 << 1)
#define ELEVATOR_F_ZBD_SEQ_WRITE (1U << 0)
#define BLKDEV_ZERO_NOUNMAP (1 << 0)
#define BLKDEV_ZERO_NOFALLBACK (1 << 1)
#define BLK_DEF_MAX_SECTORS 2560u
#define NFL4_UFLG_MASK 0x0000003F
#define blkdev_compat_ptr_ioctl NULL
#define BDEVNAME_SIZE 32
#define BDEVT_SIZE 10
#define BLKDEV_MAJOR_MAX 512
struct partition_meta_info {
  char uuid[37];
  u8 volname[64];
};
enum { GENHD_FL_REMOVABLE = 1, GENHD_FL_HIDDEN, GENHD_FL_NO_PART = 4 };
enum { DISK_EVENT_MEDIA_CHANGE = 1, DISK_EVENT_EJECT_REQUEST };
enum { DISK_EVENT_FLAG_POLL = 1, DISK_EVENT_FLAG_UEVENT, DISK_EVENT_FLAG_BLOCK_ON_EXCL_WRITE = 4 };
struct blk_integrity {
  const struct blk_integrity_profile* profile;
  unsigned char flags;
  unsigned char tuple_size;
  unsigned char interval_exp;
  unsigned char tag_size;
};
struct gendisk {
  int major;
  int first_minor;
  int minors;
  char disk_name[32];
  unsigned short events;
  unsigned short event_flags;
  struct xarray part_tbl;
  struct block_device* part0;
  const struct block_device_operations* fops;
  struct request_queue* queue;
  void* private_data;
  struct bio_set bio_split;
  int flags;
  unsigned long state;
  struct mutex open_mutex;
  unsigned int open_partitions;
  struct backing_dev_info* bdi;
  struct kobject* slave_dir;
  struct list_head slave_bdevs;
  struct timer_rand_state* random;
  atomic_t sync_io;
  struct disk_events* ev;
  unsigned int nr_zones;
  unsigned int max_open_zones;
  unsigned int max_active_zones;
  unsigned long* conv_zones_bitmap;
  unsigned long* seq_zones_wlock;
  struct cdrom_device_info* cdi;
  int node_id;
  struct badblocks* bb;
  struct lockdep_map lockdep_map;
  u64 diskseq;
  struct blk_independent_access_ranges* ia_ranges;
};
enum blk_zoned_model { BLK_ZONED_NONE, BLK_ZONED_HA, BLK_ZONED_HM };
enum blk_bounce { BLK_BOUNCE_NONE, BLK_BOUNCE_HIGH };
struct queue_limits {
  enum blk_bounce bounce;
  unsigned long seg_boundary_mask;
  unsigned long virt_boundary_mask;
  unsigned int max_hw_sectors;
  unsigned int max_dev_sectors;
  unsigned int chunk_sectors;
  unsigned int max_sectors;
  unsigned int max_segment_size;
  unsigned int physical_block_size;
  unsigned int logical_block_size;
  unsigned int alignment_offset;
  unsigned int io_min;
  unsigned int io_opt;
  unsigned int max_discard_sectors;
  unsigned int max_hw_discard_sectors;
  unsigned int max_secure_erase_sectors;
  unsigned int max_write_zeroes_sectors;
  unsigned int max_zone_append_sectors;
  unsigned int discard_granularity;
  unsigned int discard_alignment;
  unsigned int zone_write_granularity;
  unsigned short max_segments;
  unsigned short max_integrity_segments;
  unsigned short max_discard_segments;
  unsigned char misaligned;
  unsigned char discard_misaligned;
  unsigned char raid_partial_stripes_expensive;
  enum blk_zoned_model zoned;
  unsigned int dma_alignment;
};
typedef int (*report_zones_cb)(struct blk_zone*, unsigned int, void*);
struct blk_independent_access_range {
  struct kobject kobj;
  sector_t sector;
  sector_t nr_sectors;
};
struct blk_independent_access_ranges {
  struct kobject kobj;
  bool sysfs_registered;
  unsigned int nr_ia_ranges;
  struct blk_independent_access_range ia_range[];
};
struct request_queue {
  struct request* last_merge;
  struct elevator_queue* elevator;
  struct percpu_ref q_usage_counter;
  struct blk_queue_stats* stats;
  struct rq_qos* rq_qos;
  const struct blk_mq_ops* mq_ops;
  struct blk_mq_ctx* queue_ctx;
  unsigned int queue_depth;
  struct xarray hctx_table;
  unsigned int nr_hw_queues;
  void* queuedata;
  unsigned long queue_flags;
  atomic_t pm_only;
  int id;
  spinlock_t queue_lock;
  struct gendisk* disk;
  struct kobject kobj;
  struct kobject* mq_kobj;
  struct blk_integrity integrity;
  struct device* dev;
  enum rpm_status rpm_status;
  unsigned long nr_requests;
  unsigned int dma_pad_mask;
  unsigned int rq_timeout;
  int poll_nsec;
  struct blk_stat_callback* poll_cb;
  struct blk_rq_stat* poll_stat;
  struct timer_list timeout;
  struct work_struct timeout_work;
  atomic_t nr_active_requests_shared_tags;
  struct blk_mq_tags* sched_shared_tags;
  struct list_head icq_list;
  unsigned long blkcg_pols[1];
  struct blkcg_gq* root_blkg;
  struct list_head blkg_list;
  struct queue_limits limits;
  unsigned int required_elevator_features;
  int node;
  struct blk_trace* blk_trace;
  struct blk_flush_queue* fq;
  struct list_head requeue_list;
  spinlock_t requeue_lock;
  struct delayed_work requeue_work;
  struct mutex sysfs_lock;
  struct mutex sysfs_dir_lock;
  struct list_head unused_hctx_list;
  spinlock_t unused_hctx_lock;
  int mq_freeze_depth;
  struct throtl_data* td;
  struct callback_head callback_head;
  wait_queue_head_t mq_freeze_wq;
  struct mutex mq_freeze_lock;
  int quiesce_depth;
  struct blk_mq_tag_set* tag_set;
  struct list_head tag_set_list;
  struct dentry* debugfs_dir;
  struct dentry* sched_debugfs_dir;
  struct dentry* rqos_debugfs_dir;
  struct mutex debugfs_mutex;
  bool mq_sysfs_init_done;
  struct srcu_struct srcu[];
};
struct blk_plug {
  struct request* mq_list;
  struct request* cached_rq;
  unsigned short nr_ios;
  unsigned short rq_count;
  bool multiple_queues;
  bool has_elevator;
  bool nowait;
  struct list_head cb_list;
};
typedef void (*blk_plug_cb_fn)(struct blk_plug_cb*, bool);
struct blk_plug_cb {
  struct list_head list;
  blk_plug_cb_fn callback;
  void* data;
};
enum blk_default_limits {
  BLK_MAX_SEGMENTS = 0x80,
  BLK_SAFE_MAX_SECTORS = 0xff,
  BLK_MAX_SEGMENT_SIZE = 0x10000,
  BLK_SEG_BOUNDARY_MASK = 0xffffffff
};
enum blk_unique_id { BLK_UID_T10 = 1, BLK_UID_EUI64, BLK_UID_NAA };
struct block_device_operations {
  void (*submit_bio)(struct bio*);
  int (*poll_bio)(struct bio*, struct io_comp_batch*, unsigned int);
  int (*open)(struct block_device*, fmode_t);
  void (*release)(struct gendisk*, fmode_t);
  int (*rw_page)(struct block_device*, sector_t, struct page*, enum req_op);
  int (*ioctl)(struct block_device*, fmode_t, unsigned int, unsigned long);
  int (*compat_ioctl)(struct block_device*, fmode_t, unsigned int, unsigned long);
  unsigned int (*check_events)(struct gendisk*, unsigned int);
  void (*unlock_native_capacity)(struct gendisk*);
  int (*getgeo)(struct block_device*, struct hd_geometry*);
  int (*set_read_only)(struct block_device*, bool);
  void (*free_disk)(struct gendisk*);
  void (*swap_slot_free_notify)(struct block_device*, unsigned long);
  int (*report_zones)(struct gendisk*, sector_t, unsigned int, report_zones_cb, void*);
  char* (*devnode)(struct gendisk*, umode_t*);
  int (*get_unique_id)(struct gendisk*, u8[16], enum blk_unique_id);
  struct module* owner;
  const struct pr_ops* pr_ops;
  int (*alternative_gpt_sector)(struct gendisk*, sector_t*);
};
struct io_comp_batch {
  struct request* req_list;
  bool need_ts;
  void (*complete)(struct io_comp_batch*);
};

#include <linux/blkdev_api_mm32.h>
#include <linux/blkdev_inline_mm32.h>

#endif
