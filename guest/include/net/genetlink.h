// Generic netlink.
#ifndef _NET_GENETLINK_H
#define _NET_GENETLINK_H

#include <linux/netlink.h>

#endif
