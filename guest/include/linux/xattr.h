// Extended attributes.
#ifndef _LINUX_XATTR_H
#define _LINUX_XATTR_H

#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/types.h>

#endif
