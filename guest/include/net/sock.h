// Sockets of the network stack.
#ifndef _NET_SOCK_H
#define _NET_SOCK_H

#include <linux/atomic.h>
#include <linux/bitops.h>
#include <linux/cache.h>
#include <linux/hardirq.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/list_nulls.h>
#include <linux/llist.h>
#include <linux/lockdep.h>
#include <linux/memcontrol.h>
#include <linux/mm.h>
#include <linux/net.h>
#include <linux/netdevice.h>
#include <linux/poll.h>
#include <linux/rbtree.h>
#include <linux/rculist_nulls.h>
#include <linux/refcount.h>
#include <linux/sched.h>
#include <linux/security.h>
#include <linux/skbuff.h>
#include <net/sock_api_mm32.h>
#include <net/sock_flags_mm32.h>
#include <net/sock_structs_mm32.h>

#endif
