// Requests to disks.
#ifndef _LINUX_BIO_H
#define _LINUX_BIO_H

#include <linux/blk_types.h>
#include <linux/mempool.h>
#include <linux/uio.h>

#endif
