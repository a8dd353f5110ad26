// Red-black trees in two copies.
#ifndef _LINUX_RBTREE_LATCH_H
#define _LINUX_RBTREE_LATCH_H

#include <linux/rbtree.h>
#include <linux/rcupdate.h>
#include <linux/seqlock.h>

#endif
