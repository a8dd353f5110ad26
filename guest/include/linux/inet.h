// Internet addresses as text.
#ifndef _LINUX_INET_H
#define _LINUX_INET_H

#include <linux/socket.h>
#include <linux/types.h>
#include <net/net_namespace.h>

struct __kernel_sockaddr_storage;
struct net;
struct sockaddr;

__be32 in_aton(const char*);
int in4_pton(const char*, int, u8*, int, const char**);
int in6_pton(const char*, int, u8*, int, const char**);
int inet_pton_with_scope(struct net*, unsigned short, const char*, const char*,
                         struct __kernel_sockaddr_storage*);
bool inet_addr_is_any(struct sockaddr*);

#define INET_ADDRSTRLEN (16)
#define INET6_ADDRSTRLEN (48)

#endif
