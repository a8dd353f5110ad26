// Files in memory.
#ifndef _LINUX_RAMFS_H
#define _LINUX_RAMFS_H

#include <linux/fs_parser.h>

#endif
