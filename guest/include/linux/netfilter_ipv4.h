// Hooks of IPv4.
#ifndef _LINUX_NETFILTER_IPV4_H
#define _LINUX_NETFILTER_IPV4_H

#include <linux/netfilter.h>

#define NF_IP_PRI_FIRST INT_MIN
#define NF_IP_PRI_FILTER 0
#define NF_IP_PRI_LAST INT_MAX

struct dst_entry;
struct flowi;
struct ip_rt_info;
struct net;
struct sk_buff;
struct sock;

#define SO_ORIGINAL_DST 80
struct ip_rt_info {
  __be32 daddr;
  __be32 saddr;
  u_int8_t tos;
  u_int32_t mark;
};
int ip_route_me_harder(struct net* net, struct sock* sk, struct sk_buff* skb,
                       unsigned int addr_type);
__sum16 nf_ip_checksum(struct sk_buff* skb, unsigned int hook, unsigned int dataoff,
                       u_int8_t protocol);
int nf_ip_route(struct net* net, struct dst_entry** dst, struct flowi* fl, bool strict);

#endif
