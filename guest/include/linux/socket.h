// Socket addresses.
#ifndef _LINUX_SOCKET_H
#define _LINUX_SOCKET_H

#include <linux/types.h>
#define AF_INET 2
#define AF_INET6 10
struct sockaddr {
  unsigned short sa_family;
  char sa_data[14];
};

#endif
