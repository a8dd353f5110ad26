// Files over the network.
#ifndef _LINUX_EXPORTFS_H
#define _LINUX_EXPORTFS_H

#include <linux/types.h>

#endif
