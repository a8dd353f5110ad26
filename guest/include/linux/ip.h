// Headers of IP packets.
#ifndef _LINUX_IP_H
#define _LINUX_IP_H

#include <linux/in.h>
#include <linux/skbuff.h>
#include <linux/types.h>

struct iphdr {
  __u8 ihl : 4;
  __u8 version : 4;
  __u8 tos;
  __be16 tot_len;
  __be16 id;
  __be16 frag_off;
  __u8 ttl;
  __u8 protocol;
  __sum16 check;
  union {
    struct {
      __be32 saddr;
      __be32 daddr;
    };
    struct {
      __be32 saddr;
      __be32 daddr;
    } addrs;
  };
};
_Static_assert(sizeof(struct iphdr) == 20, "struct iphdr of 6.1 i386");

#define IPVERSION 4
static inline struct iphdr* ip_hdr(const struct sk_buff* skb) {
  return (struct iphdr*)(skb->head + skb->network_header);
}

#endif
