// Headers of TCP segments.
#ifndef _LINUX_TCP_H
#define _LINUX_TCP_H

#include <linux/skbuff.h>
#include <linux/types.h>

struct tcphdr {
  __be16 source;
  __be16 dest;
  __be32 seq;
  __be32 ack_seq;
  __u16 res1 : 4;
  __u16 doff : 4;
  __u16 fin : 1;
  __u16 syn : 1;
  __u16 rst : 1;
  __u16 psh : 1;
  __u16 ack : 1;
  __u16 urg : 1;
  __u16 ece : 1;
  __u16 cwr : 1;
  __be16 window;
  __sum16 check;
  __be16 urg_ptr;
};
_Static_assert(sizeof(struct tcphdr) == 20, "struct tcphdr of 6.1 i386");

static inline struct tcphdr* tcp_hdr(const struct sk_buff* skb) {
  return (struct tcphdr*)(skb->head + skb->transport_header);
}

#endif
