// Block devices with zones.
#ifndef _LINUX_BLKZONED_H
#define _LINUX_BLKZONED_H

#include <linux/ioctl.h>
#include <linux/types.h>

struct blk_zone;
struct blk_zone_range;
struct blk_zone_report;

enum blk_zone_type {
  BLK_ZONE_TYPE_CONVENTIONAL = 1,
  BLK_ZONE_TYPE_SEQWRITE_REQ,
  BLK_ZONE_TYPE_SEQWRITE_PREF
};
enum blk_zone_cond {
  BLK_ZONE_COND_NOT_WP,
  BLK_ZONE_COND_EMPTY,
  BLK_ZONE_COND_IMP_OPEN,
  BLK_ZONE_COND_EXP_OPEN,
  BLK_ZONE_COND_CLOSED,
  BLK_ZONE_COND_READONLY = 13,
  BLK_ZONE_COND_FULL,
  BLK_ZONE_COND_OFFLINE
};
enum blk_zone_report_flags { BLK_ZONE_REP_CAPACITY = 1 };
struct blk_zone {
  __u64 start;
  __u64 len;
  __u64 wp;
  __u8 type;
  __u8 cond;
  __u8 non_seq;
  __u8 reset;
  __u8 resv[4];
  __u64 capacity;
  __u8 reserved[24];
};
struct blk_zone_report {
  __u64 sector;
  __u32 nr_zones;
  __u32 flags;
  struct blk_zone zones[];
};
struct blk_zone_range {
  __u64 sector;
  __u64 nr_sectors;
};

#endif
