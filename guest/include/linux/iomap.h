// Blocks of files.
#ifndef _LINUX_IOMAP_H
#define _LINUX_IOMAP_H

#include <linux/fs.h>
#include <linux/types.h>

#endif
