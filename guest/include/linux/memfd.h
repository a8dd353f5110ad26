// Files in memory.
#ifndef _LINUX_MEMFD_H
#define _LINUX_MEMFD_H

#include <linux/file.h>

#endif
