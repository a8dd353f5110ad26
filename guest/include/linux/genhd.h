// Disks.
#ifndef _LINUX_GENHD_H
#define _LINUX_GENHD_H

#include <linux/blkdev.h>

#endif
