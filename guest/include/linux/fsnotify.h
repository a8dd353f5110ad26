// Notes of changes in file systems.
#ifndef _LINUX_FSNOTIFY_H
#define _LINUX_FSNOTIFY_H

#include <linux/audit.h>
#include <linux/bug.h>
#include <linux/slab.h>
#include <linux/types.h>

#endif
