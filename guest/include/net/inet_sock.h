// IPv4 sockets.
#ifndef _NET_INET_SOCK_H
#define _NET_INET_SOCK_H

#include <linux/bitops.h>
#include <linux/jhash.h>
#include <linux/netdevice.h>
#include <linux/string.h>
#include <linux/types.h>
#include <net/sock.h>

struct callback_head;
struct dst_entry;
struct flowi;
struct inet_cork;
struct inet_cork_full;
struct inet_request_sock;
struct inet_sock;
struct ip_mc_socklist;
struct ip_options;
struct ip_options_data;
struct ip_options_rcu;
struct ipv6_pinfo;
struct ipv6_txoptions;
struct request_sock;
struct request_sock_ops;
struct sk_buff;
struct sock;

#define ir_loc_addr req.__req_common.skc_rcv_saddr
#define ir_rmt_addr req.__req_common.skc_daddr
#define ir_num req.__req_common.skc_num
#define ir_rmt_port req.__req_common.skc_dport
#define ir_v6_rmt_addr req.__req_common.skc_v6_daddr
#define ir_v6_loc_addr req.__req_common.skc_v6_rcv_saddr
#define ir_iif req.__req_common.skc_bound_dev_if
#define ir_cookie req.__req_common.skc_cookie
#define ireq_net req.__req_common.skc_net
#define ireq_state req.__req_common.skc_state
#define ireq_family req.__req_common.skc_family
#define inet_daddr sk.__sk_common.skc_daddr
#define inet_rcv_saddr sk.__sk_common.skc_rcv_saddr
#define inet_dport sk.__sk_common.skc_dport
#define inet_num sk.__sk_common.skc_num
#define IPCORK_OPT 1
#define IPCORK_ALLFRAG 2
#define IP_CMSG_PKTINFO BIT(0)
#define IP_CMSG_TTL BIT(1)
#define IP_CMSG_TOS BIT(2)
#define IP_CMSG_RECVOPTS BIT(3)
#define IP_CMSG_RETOPTS BIT(4)
#define IP_CMSG_PASSSEC BIT(5)
#define IP_CMSG_ORIGDSTADDR BIT(6)
#define IP_CMSG_CHECKSUM BIT(7)
#define IP_CMSG_RECVFRAGSIZE BIT(8)
struct ip_options {
  __be32 faddr;
  __be32 nexthop;
  unsigned char optlen;
  unsigned char srr;
  unsigned char rr;
  unsigned char ts;
  unsigned char is_strictroute : 1;
  unsigned char srr_is_hit : 1;
  unsigned char is_changed : 1;
  unsigned char rr_needaddr : 1;
  unsigned char ts_needtime : 1;
  unsigned char ts_needaddr : 1;
  unsigned char router_alert;
  unsigned char cipso;
  unsigned char __pad2;
  unsigned char __data[];
};
struct ip_options_rcu {
  struct callback_head rcu;
  struct ip_options opt;
};
struct ip_options_data {
  struct ip_options_rcu opt;
  char data[40];
};
struct inet_cork {
  unsigned int flags;
  __be32 addr;
  struct ip_options* opt;
  unsigned int fragsize;
  int length;
  struct dst_entry* dst;
  u8 tx_flags;
  __u8 ttl;
  __s16 tos;
  char priority;
  __u16 gso_size;
  u64 transmit_time;
  u32 mark;
};
int inet_sk_rebuild_header(struct sock* sk);
void inet_sk_state_store(struct sock* sk, int newstate);
void inet_sk_set_state(struct sock* sk, int state);
struct request_sock* inet_reqsk_alloc(const struct request_sock_ops* ops, struct sock* sk_listener,
                                      bool attach_listener);

// Inline in Linux.
struct net;
struct inet_request_sock* inet_rsk(const struct request_sock* sk);
u32 inet_request_mark(const struct sock* sk, struct sk_buff* skb);
int inet_request_bound_dev_if(const struct sock* sk, struct sk_buff* skb);
int inet_sk_bound_l3mdev(const struct sock* sk);
bool inet_bound_dev_eq(bool l3mdev_accept, int bound_dev_if, int dif, int sdif);
bool inet_sk_bound_dev_eq(struct net* net, int bound_dev_if, int dif, int sdif);
struct sock* sk_to_full_sk(struct sock* sk);
const struct sock* sk_const_to_full_sk(const struct sock* sk);
struct sock* skb_to_full_sk(const struct sk_buff* skb);
struct inet_sock* inet_sk(const struct sock* sk);
int inet_sk_state_load(const struct sock* sk);
__u8 inet_sk_flowi_flags(const struct sock* sk);
void inet_inc_convert_csum(struct sock* sk);
void inet_dec_convert_csum(struct sock* sk);
bool inet_get_convert_csum(struct sock* sk);
bool inet_can_nonlocal_bind(struct net* net, struct inet_sock* inet);
bool inet_addr_valid_or_nonlocal(struct net* net, struct inet_sock* inet, __be32 addr,
                                 int addr_type);

// Inline in Linux.
struct inet_request_sock* inet_rsk(const struct request_sock* sk);
u32 inet_request_mark(const struct sock* sk, struct sk_buff* skb);
int inet_request_bound_dev_if(const struct sock* sk, struct sk_buff* skb);
int inet_sk_bound_l3mdev(const struct sock* sk);
bool inet_bound_dev_eq(bool l3mdev_accept, int bound_dev_if, int dif, int sdif);
bool inet_sk_bound_dev_eq(struct net* net, int bound_dev_if, int dif, int sdif);
struct sock* sk_to_full_sk(struct sock* sk);
const struct sock* sk_const_to_full_sk(const struct sock* sk);
struct sock* skb_to_full_sk(const struct sk_buff* skb);
struct inet_sock* inet_sk(const struct sock* sk);
int inet_sk_state_load(const struct sock* sk);
__u8 inet_sk_flowi_flags(const struct sock* sk);
void inet_inc_convert_csum(struct sock* sk);
void inet_dec_convert_csum(struct sock* sk);
bool inet_get_convert_csum(struct sock* sk);
bool inet_can_nonlocal_bind(struct net* net, struct inet_sock* inet);
bool inet_addr_valid_or_nonlocal(struct net* net, struct inet_sock* inet, __be32 addr,
                                 int addr_type);

#endif
