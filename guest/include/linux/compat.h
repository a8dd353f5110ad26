// Calls of 32-bit programs on a 64-bit kernel: none here.
#ifndef _LINUX_COMPAT_H
#define _LINUX_COMPAT_H

#include <linux/fs.h>
#include <linux/stat.h>
#include <linux/time.h>
#include <linux/types.h>

#endif
