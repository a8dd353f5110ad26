// Networks apart from each other.
#ifndef _NET_NET_NAMESPACE_H
#define _NET_NET_NAMESPACE_H

#include <linux/net.h>

extern struct net init_net;

#endif
