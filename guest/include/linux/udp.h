// Headers of UDP datagrams.
#ifndef _LINUX_UDP_H
#define _LINUX_UDP_H

#include <linux/skbuff.h>
#include <linux/types.h>
#include <net/inet_sock.h>

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

struct inet_sock;
struct list_head;
struct sk_buff;
struct sk_buff_head;
struct sock;
struct static_key_false;
struct udp_sock;

#define UDP_CORK 1
#define UDP_ENCAP 100
#define UDP_NO_CHECK6_TX 101
#define UDP_NO_CHECK6_RX 102
#define UDP_SEGMENT 103
#define UDP_GRO 104
#define UDP_ENCAP_ESPINUDP_NON_IKE 1
#define UDP_ENCAP_ESPINUDP 2
#define UDP_ENCAP_L2TPINUDP 3
#define UDP_ENCAP_GTP0 4
#define UDP_ENCAP_GTP1U 5
#define UDP_ENCAP_RXRPC 6
#define TCP_ENCAP_ESPINTCP 7
#define UDP_HTABLE_SIZE_MIN (CONFIG_BASE_SMALL ? 128 : 256)
#define udp_port_hash inet.sk.__sk_common.skc_u16hashes[0]
#define udp_portaddr_hash inet.sk.__sk_common.skc_u16hashes[1]
#define udp_portaddr_node inet.sk.__sk_common.skc_portaddr_node
#define UDPLITE_BIT 0x1
#define UDPLITE_SEND_CC 0x2
#define UDPLITE_RECV_CC 0x4
#define UDP_MAX_SEGMENTS (1 << 7UL)
enum {
  UDP_FLAGS_CORK,
  UDP_FLAGS_NO_CHECK6_TX,
  UDP_FLAGS_NO_CHECK6_RX,
  UDP_FLAGS_GRO_ENABLED,
  UDP_FLAGS_ACCEPT_FRAGLIST,
  UDP_FLAGS_ACCEPT_L4,
  UDP_FLAGS_ENCAP_ENABLED
};
extern struct static_key_false udp_encap_needed_key;
extern struct static_key_false udpv6_encap_needed_key;

// Inline in Linux.
struct msghdr;
struct net;
u32 udp_hashfn(const struct net* net, u32 num, u32 mask);
struct udp_sock* udp_sk(const struct sock* sk);
void udp_set_no_check6_tx(struct sock* sk, bool val);
void udp_set_no_check6_rx(struct sock* sk, bool val);
bool udp_get_no_check6_tx(const struct sock* sk);
bool udp_get_no_check6_rx(const struct sock* sk);
void udp_cmsg_recv(struct msghdr* msg, struct sock* sk, struct sk_buff* skb);
bool udp_encap_needed(void);
bool udp_unexpected_gso(struct sock* sk, struct sk_buff* skb);
void udp_allow_gso(struct sock* sk);

#endif
