// Registers of devices.
#ifndef _LINUX_REGMAP_H
#define _LINUX_REGMAP_H

#include <linux/err.h>
#include <linux/list.h>
#include <linux/rbtree.h>

#endif
