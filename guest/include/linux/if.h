// Network interfaces.
#ifndef _LINUX_IF_H
#define _LINUX_IF_H

#define IFNAMSIZ 16
#define IFF_UP 1
#define IFF_BROADCAST 2
#define IFF_LOOPBACK 8
#define IFF_NOARP 128

#endif
