// Sockets of the network stack.
#ifndef _NET_SOCK_H
#define _NET_SOCK_H

#include <linux/net.h>
#include <linux/skbuff.h>

#endif
