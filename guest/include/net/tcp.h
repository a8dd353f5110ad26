// TCP.
#ifndef _NET_TCP_H
#define _NET_TCP_H

#include <linux/tcp.h>
#include <net/sock.h>

#endif
