// Geometry of disks.
#ifndef _LINUX_HDREG_H
#define _LINUX_HDREG_H

#include <linux/types.h>

struct hd_drive_cmd_hdr;
struct hd_geometry;
struct ide_ioctl_request_s;
struct ide_task_request_s;
union ide_reg_valid_s;

#define HDIO_DRIVE_CMD_HDR_SIZE (4 * sizeof(__u8))
#define HDIO_DRIVE_HOB_HDR_SIZE (8 * sizeof(__u8))
#define HDIO_DRIVE_TASK_HDR_SIZE (8 * sizeof(__u8))
#define IDE_DRIVE_TASK_NO_DATA 0
#define IDE_DRIVE_TASK_RAW_WRITE 4
#define IDE_TASKFILE_STD_IN_FLAGS 0xFE
#define IDE_HOB_STD_IN_FLAGS 0x3C
#define TASKFILE_NO_DATA 0x0000
#define TASKFILE_IN 0x0001
#define TASKFILE_MULTI_IN 0x0002
#define TASKFILE_OUT 0x0004
#define TASKFILE_MULTI_OUT 0x0008
#define TASKFILE_IN_OUT 0x0010
#define TASKFILE_IN_DMA 0x0020
#define TASKFILE_OUT_DMA 0x0040
#define TASKFILE_IN_DMAQ 0x0080
#define TASKFILE_OUT_DMAQ 0x0100
#define HDIO_GETGEO 0x0301
#define HDIO_GET_UNMASKINTR 0x0302
#define HDIO_GET_MULTCOUNT 0x0304
#define HDIO_GET_QDMA 0x0305
#define HDIO_SET_XFER 0x0306
#define HDIO_OBSOLETE_IDENTITY 0x0307
#define HDIO_GET_KEEPSETTINGS 0x0308
#define HDIO_GET_32BIT 0x0309
#define HDIO_GET_NOWERR 0x030a
#define HDIO_GET_DMA 0x030b
#define HDIO_GET_NICE 0x030c
#define HDIO_GET_IDENTITY 0x030d
#define HDIO_GET_WCACHE 0x030e
#define HDIO_GET_ACOUSTIC 0x030f
#define HDIO_GET_ADDRESS 0x0310
#define HDIO_GET_BUSSTATE 0x031a
#define HDIO_TRISTATE_HWIF 0x031b
#define HDIO_DRIVE_RESET 0x031c
#define HDIO_DRIVE_TASKFILE 0x031d
#define HDIO_DRIVE_TASK 0x031e
#define HDIO_DRIVE_CMD 0x031f
#define HDIO_DRIVE_CMD_AEB HDIO_DRIVE_TASK
#define HDIO_SET_MULTCOUNT 0x0321
#define HDIO_SET_UNMASKINTR 0x0322
#define HDIO_SET_KEEPSETTINGS 0x0323
#define HDIO_SET_32BIT 0x0324
#define HDIO_SET_NOWERR 0x0325
#define HDIO_SET_DMA 0x0326
#define HDIO_SET_PIO_MODE 0x0327
#define HDIO_SET_NICE 0x0329
#define HDIO_SET_WCACHE 0x032b
#define HDIO_SET_ACOUSTIC 0x032c
#define HDIO_SET_BUSSTATE 0x032d
#define HDIO_SET_QDMA 0x032e
#define HDIO_SET_ADDRESS 0x032f
#define IDE_NICE_DSC_OVERLAP (0)
#define IDE_NICE_ATAPI_OVERLAP (1)
#define IDE_NICE_1 (3)
union ide_reg_valid_s {
  unsigned int all : 16;
  struct {
    unsigned int data : 1;
    unsigned int error_feature : 1;
    unsigned int sector : 1;
    unsigned int nsector : 1;
    unsigned int lcyl : 1;
    unsigned int hcyl : 1;
    unsigned int select : 1;
    unsigned int status_command : 1;
    unsigned int data_hob : 1;
    unsigned int error_feature_hob : 1;
    unsigned int sector_hob : 1;
    unsigned int nsector_hob : 1;
    unsigned int lcyl_hob : 1;
    unsigned int hcyl_hob : 1;
    unsigned int select_hob : 1;
    unsigned int control_hob : 1;
  } b;
};
typedef union ide_reg_valid_s ide_reg_valid_t;
struct ide_task_request_s {
  __u8 io_ports[8];
  __u8 hob_ports[8];
  ide_reg_valid_t out_flags;
  ide_reg_valid_t in_flags;
  int data_phase;
  int req_cmd;
  unsigned long out_size;
  unsigned long in_size;
};
typedef struct ide_task_request_s ide_task_request_t;
struct ide_ioctl_request_s {
  ide_task_request_t* task_request;
  unsigned char* out_buffer;
  unsigned char* in_buffer;
};
typedef struct ide_ioctl_request_s ide_ioctl_request_t;
struct hd_drive_cmd_hdr {
  __u8 command;
  __u8 sector_number;
  __u8 feature;
  __u8 sector_count;
};
struct hd_geometry {
  unsigned char heads;
  unsigned char sectors;
  unsigned short cylinders;
  unsigned long start;
};
enum { BUSSTATE_OFF, BUSSTATE_ON, BUSSTATE_TRISTATE };

#endif
