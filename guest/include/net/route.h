// IPv4 routes.
#ifndef _NET_ROUTE_H
#define _NET_ROUTE_H

#include <linux/cache.h>
#include <linux/ip.h>
#include <linux/rcupdate.h>
#include <linux/security.h>
#include <linux/types.h>
#include <net/dst.h>

struct dst_entry;
struct fib_info;
struct fib_result;
struct flowi4;
struct in6_addr;
struct in_device;
struct in_ifaddr;
struct ip_rt_acct;
struct list_head;
struct net;
struct net_device;
struct netlink_callback;
struct rt_cache_stat;
struct rtable;
struct rtentry;
struct sk_buff;
struct sock;
struct uncached_list;

#define RTO_ONLINK 0x01
#define IPTOS_RT_MASK (IPTOS_TOS_MASK & ~3)
struct rtable {
  struct dst_entry dst;
  int rt_genid;
  unsigned int rt_flags;
  __u16 rt_type;
  __u8 rt_is_input;
  __u8 rt_uses_gateway;
  int rt_iif;
  u8 rt_gw_family;
  union {
    __be32 rt_gw4;
    struct in6_addr rt_gw6;
  };
  u32 rt_mtu_locked : 1;
  u32 rt_pmtu : 31;
  struct list_head rt_uncached;
  struct uncached_list* rt_uncached_list;
};
struct ip_rt_acct {
  __u32 o_bytes;
  __u32 o_packets;
  __u32 i_bytes;
  __u32 i_packets;
};
struct rt_cache_stat {
  unsigned int in_slow_tot;
  unsigned int in_slow_mc;
  unsigned int in_no_route;
  unsigned int in_brd;
  unsigned int in_martian_dst;
  unsigned int in_martian_src;
  unsigned int out_slow_tot;
  unsigned int out_slow_mc;
};
extern struct ip_rt_acct* ip_rt_acct;
int ip_rt_init(void);
void rt_cache_flush(struct net* net);
void rt_flush_dev(struct net_device* dev);
struct rtable* ip_route_output_key_hash(struct net* net, struct flowi4* flp,
                                        const struct sk_buff* skb);
struct rtable* ip_route_output_key_hash_rcu(struct net* net, struct flowi4* flp,
                                            struct fib_result* res, const struct sk_buff* skb);
struct rtable* ip_route_output_flow(struct net*, struct flowi4* flp, const struct sock* sk);
struct dst_entry* ipv4_blackhole_route(struct net* net, struct dst_entry* dst_orig);
int ip_mc_validate_source(struct sk_buff* skb, __be32 daddr, __be32 saddr, u8 tos,
                          struct net_device* dev, struct in_device* in_dev, u32* itag);
int ip_route_input_noref(struct sk_buff* skb, __be32 dst, __be32 src, u8 tos,
                         struct net_device* devin);
int ip_route_use_hint(struct sk_buff* skb, __be32 dst, __be32 src, u8 tos, struct net_device* devin,
                      const struct sk_buff* hint);
void ipv4_update_pmtu(struct sk_buff* skb, struct net* net, u32 mtu, int oif, u8 protocol);
void ipv4_sk_update_pmtu(struct sk_buff* skb, struct sock* sk, u32 mtu);
void ipv4_redirect(struct sk_buff* skb, struct net* net, int oif, u8 protocol);
void ipv4_sk_redirect(struct sk_buff* skb, struct sock* sk);
void ip_rt_send_redirect(struct sk_buff* skb);
unsigned int inet_addr_type(struct net* net, __be32 addr);
unsigned int inet_addr_type_table(struct net* net, __be32 addr, u32 tb_id);
unsigned int inet_dev_addr_type(struct net* net, const struct net_device* dev, __be32 addr);
unsigned int inet_addr_type_dev_table(struct net* net, const struct net_device* dev, __be32 addr);
void ip_rt_multicast_event(struct in_device*);
int ip_rt_ioctl(struct net*, unsigned int cmd, struct rtentry* rt);
void ip_rt_get_source(u8* src, struct sk_buff* skb, struct rtable* rt);
struct rtable* rt_dst_alloc(struct net_device* dev, unsigned int flags, u16 type, bool noxfrm);
struct rtable* rt_dst_clone(struct net_device* dev, struct rtable* rt);
void fib_add_ifaddr(struct in_ifaddr*);
void fib_del_ifaddr(struct in_ifaddr*, struct in_ifaddr*);
void fib_modify_prefix_metric(struct in_ifaddr* ifa, u32 new_metric);
void rt_add_uncached_list(struct rtable* rt);
void rt_del_uncached_list(struct rtable* rt);
int fib_dump_info_fnhe(struct sk_buff* skb, struct netlink_callback* cb, u32 table_id,
                       struct fib_info* fi, int* fa_index, int fa_start, unsigned int flags);
extern const __u8 ip_tos2prio[16];

// Inline in Linux.
struct neighbour;
__u8 ip_sock_rt_scope(const struct sock* sk);
__u8 ip_sock_rt_tos(const struct sock* sk);
bool rt_is_input_route(const struct rtable* rt);
bool rt_is_output_route(const struct rtable* rt);
__be32 rt_nexthop(const struct rtable* rt, __be32 daddr);
struct rtable* ip_route_output_key(struct net* net, struct flowi4* flp);
struct rtable* ip_route_output(struct net* net, __be32 daddr, __be32 saddr, u8 tos, int oif);
struct rtable* ip_route_output_ports(struct net* net, struct flowi4* fl4, struct sock* sk,
                                     __be32 daddr, __be32 saddr, __be16 dport, __be16 sport,
                                     __u8 proto, __u8 tos, int oif);
struct rtable* ip_route_output_gre(struct net* net, struct flowi4* fl4, __be32 daddr, __be32 saddr,
                                   __be32 gre_key, __u8 tos, int oif);
void ip_rt_put(struct rtable* rt);
char rt_tos2priority(u8 tos);
void ip_route_connect_init(struct flowi4* fl4, __be32 dst, __be32 src, int oif, u8 protocol,
                           __be16 sport, __be16 dport, const struct sock* sk);
struct rtable* ip_route_connect(struct flowi4* fl4, __be32 dst, __be32 src, int oif, u8 protocol,
                                __be16 sport, __be16 dport, struct sock* sk);
struct rtable* ip_route_newports(struct flowi4* fl4, struct rtable* rt, __be16 orig_sport,
                                 __be16 orig_dport, __be16 sport, __be16 dport, struct sock* sk);
int inet_iif(const struct sk_buff* skb);
int ip4_dst_hoplimit(const struct dst_entry* dst);
struct neighbour* ip_neigh_gw4(struct net_device* dev, __be32 daddr);
struct neighbour* ip_neigh_for_gw(struct rtable* rt, struct sk_buff* skb, bool* is_v6gw);

// Inline in Linux.
__u8 ip_sock_rt_scope(const struct sock* sk);
__u8 ip_sock_rt_tos(const struct sock* sk);
bool rt_is_input_route(const struct rtable* rt);
bool rt_is_output_route(const struct rtable* rt);
__be32 rt_nexthop(const struct rtable* rt, __be32 daddr);
struct rtable* ip_route_output_key(struct net* net, struct flowi4* flp);
struct rtable* ip_route_output(struct net* net, __be32 daddr, __be32 saddr, u8 tos, int oif);
struct rtable* ip_route_output_ports(struct net* net, struct flowi4* fl4, struct sock* sk,
                                     __be32 daddr, __be32 saddr, __be16 dport, __be16 sport,
                                     __u8 proto, __u8 tos, int oif);
struct rtable* ip_route_output_gre(struct net* net, struct flowi4* fl4, __be32 daddr, __be32 saddr,
                                   __be32 gre_key, __u8 tos, int oif);
void ip_rt_put(struct rtable* rt);
char rt_tos2priority(u8 tos);
void ip_route_connect_init(struct flowi4* fl4, __be32 dst, __be32 src, int oif, u8 protocol,
                           __be16 sport, __be16 dport, const struct sock* sk);
struct rtable* ip_route_connect(struct flowi4* fl4, __be32 dst, __be32 src, int oif, u8 protocol,
                                __be16 sport, __be16 dport, struct sock* sk);
struct rtable* ip_route_newports(struct flowi4* fl4, struct rtable* rt, __be16 orig_sport,
                                 __be16 orig_dport, __be16 sport, __be16 dport, struct sock* sk);
int inet_iif(const struct sk_buff* skb);
int ip4_dst_hoplimit(const struct dst_entry* dst);
struct neighbour* ip_neigh_gw4(struct net_device* dev, __be32 daddr);
struct neighbour* ip_neigh_for_gw(struct rtable* rt, struct sk_buff* skb, bool* is_v6gw);

#endif
