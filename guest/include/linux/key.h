// Keys.
#ifndef _LINUX_KEY_H
#define _LINUX_KEY_H

#include <linux/list.h>
#include <linux/rbtree.h>
#include <linux/types.h>

#endif
