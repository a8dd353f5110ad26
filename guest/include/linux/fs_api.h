// The calls of <linux/fs.h>.
#ifndef _LINUX_FS_API_H
#define _LINUX_FS_API_H

#include <linux/fs.h>

#endif
