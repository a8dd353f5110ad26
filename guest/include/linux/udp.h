// Headers of UDP datagrams.
#ifndef _LINUX_UDP_H
#define _LINUX_UDP_H

#include <linux/skbuff.h>
#include <linux/types.h>

struct udphdr {
  __be16 source;
  __be16 dest;
  __be16 len;
  __sum16 check;
};
_Static_assert(sizeof(struct udphdr) == 8, "struct udphdr of 6.1 i386");

static inline struct udphdr* udp_hdr(const struct sk_buff* skb) {
  return (struct udphdr*)(skb->head + skb->transport_header);
}

#endif
