// Hooks of IPv4.
#ifndef _LINUX_NETFILTER_IPV4_H
#define _LINUX_NETFILTER_IPV4_H

#include <linux/netfilter.h>

#define NF_IP_PRI_FIRST INT_MIN
#define NF_IP_PRI_FILTER 0
#define NF_IP_PRI_LAST INT_MAX

#endif
