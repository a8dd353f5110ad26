// IP.
#ifndef _NET_IP_H
#define _NET_IP_H

#include <linux/in.h>
#include <linux/ip.h>
#include <linux/jhash.h>
#include <linux/skbuff.h>
#include <linux/static_key.h>
#include <linux/types.h>
#include <net/inet_sock.h>

struct callback_head;
struct dst_metrics;
struct flowi4;
struct flowi;
struct inet_cork;
struct inet_skb_parm;
struct ip_frag_state;
struct ip_fraglist_iter;
struct ip_options;
struct ip_options_rcu;
struct ip_ra_chain;
struct ip_reply_arg;
struct ipcm_cookie;
struct iphdr;
struct kvec;
struct list_head;
struct msghdr;
struct net;
struct net_device;
struct netlink_ext_ack;
struct nlattr;
struct packet_type;
struct page;
struct rtable;
struct sk_buff;
struct sk_buff_head;
struct sock;
struct sockaddr;
struct sockcm_cookie;
struct static_key_false;

#define IPV4_MAX_PMTU 65535U
#define IPV4_MIN_MTU 68
#define IPSKB_FORWARDED BIT(0)
#define IPSKB_XFRM_TUNNEL_SIZE BIT(1)
#define IPSKB_XFRM_TRANSFORMED BIT(2)
#define IPSKB_FRAG_COMPLETE BIT(3)
#define IPSKB_REROUTED BIT(4)
#define IPSKB_DOREDIRECT BIT(5)
#define IPSKB_FRAG_PMTU BIT(6)
#define IPSKB_L3SLAVE BIT(7)
#define IPSKB_NOPOLICY BIT(8)
#define IPSKB_MULTIPATH BIT(9)
#define IP_CE 0x8000
#define IP_DF 0x4000
#define IP_MF 0x2000
#define IP_OFFSET 0x1FFF
#define IP_FRAG_TIME (30 * HZ)
#define IP_REPLY_ARG_NOSRCCHECK 1
int ip_output(struct net* net, struct sock* sk, struct sk_buff* skb);
int ip_local_deliver(struct sk_buff* skb);
extern unsigned int sysctl_fib_sync_mem;
extern unsigned int sysctl_fib_sync_mem_min;
extern unsigned int sysctl_fib_sync_mem_max;
struct inet_skb_parm {
  int iif;
  struct ip_options opt;
  u16 flags;
  u16 frag_max_size;
};
struct ipcm_cookie {
  struct sockcm_cookie sockc;
  __be32 addr;
  int oif;
  struct ip_options_rcu* opt;
  __u8 protocol;
  __u8 ttl;
  __s16 tos;
  char priority;
  __u16 gso_size;
};
struct ip_ra_chain {
  struct ip_ra_chain* next;
  struct sock* sk;
  union {
    void (*destructor)(struct sock*);
    struct sock* saved_sk;
  };
  struct callback_head rcu;
};
int igmp_mc_init(void);
int ip_build_and_send_pkt(struct sk_buff* skb, const struct sock* sk, __be32 saddr, __be32 daddr,
                          struct ip_options_rcu* opt, u8 tos);
int ip_rcv(struct sk_buff* skb, struct net_device* dev, struct packet_type* pt,
           struct net_device* orig_dev);
void ip_list_rcv(struct list_head* head, struct packet_type* pt, struct net_device* orig_dev);
void ip_protocol_deliver_rcu(struct net* net, struct sk_buff* skb, int proto);
int ip_mr_input(struct sk_buff* skb);
int ip_mc_output(struct net* net, struct sock* sk, struct sk_buff* skb);
int ip_do_fragment(struct net* net, struct sock* sk, struct sk_buff* skb,
                   int (*output)(struct net*, struct sock*, struct sk_buff*));
struct ip_fraglist_iter {
  struct sk_buff* frag;
  struct iphdr* iph;
  int offset;
  unsigned int hlen;
};
void ip_fraglist_init(struct sk_buff* skb, struct iphdr* iph, unsigned int hlen,
                      struct ip_fraglist_iter* iter);
void ip_fraglist_prepare(struct sk_buff* skb, struct ip_fraglist_iter* iter);
struct ip_frag_state {
  bool DF;
  unsigned int hlen;
  unsigned int ll_rs;
  unsigned int mtu;
  unsigned int left;
  int offset;
  int ptr;
  __be16 not_last_frag;
};
void ip_frag_init(struct sk_buff* skb, unsigned int hlen, unsigned int ll_rs, unsigned int mtu,
                  bool DF, struct ip_frag_state* state);
struct sk_buff* ip_frag_next(struct sk_buff* skb, struct ip_frag_state* state);
void ip_send_check(struct iphdr* ip);
int __ip_local_out(struct net* net, struct sock* sk, struct sk_buff* skb);
int ip_local_out(struct net* net, struct sock* sk, struct sk_buff* skb);
int __ip_queue_xmit(struct sock* sk, struct sk_buff* skb, struct flowi* fl, __u8 tos);
void ip_init(void);
int ip_append_data(struct sock* sk, struct flowi4* fl4,
                   int getfrag(void*, char*, int, int, int, struct sk_buff*), void* from, int len,
                   int protolen, struct ipcm_cookie* ipc, struct rtable** rt, unsigned int flags);
int ip_generic_getfrag(void* from, char* to, int offset, int len, int odd, struct sk_buff* skb);
ssize_t ip_append_page(struct sock* sk, struct flowi4* fl4, struct page* page, int offset,
                       size_t size, int flags);
struct sk_buff* __ip_make_skb(struct sock* sk, struct flowi4* fl4, struct sk_buff_head* queue,
                              struct inet_cork* cork);
int ip_send_skb(struct net* net, struct sk_buff* skb);
int ip_push_pending_frames(struct sock* sk, struct flowi4* fl4);
void ip_flush_pending_frames(struct sock* sk);
struct sk_buff* ip_make_skb(struct sock* sk, struct flowi4* fl4,
                            int getfrag(void*, char*, int, int, int, struct sk_buff*), void* from,
                            int length, int transhdrlen, struct ipcm_cookie* ipc,
                            struct rtable** rtp, struct inet_cork* cork, unsigned int flags);
int ip_queue_xmit(struct sock* sk, struct sk_buff* skb, struct flowi* fl);
int __ip4_datagram_connect(struct sock* sk, struct sockaddr* uaddr, int addr_len);
int ip4_datagram_connect(struct sock* sk, struct sockaddr* uaddr, int addr_len);
void ip4_datagram_release_cb(struct sock* sk);
struct ip_reply_arg {
  struct kvec iov[1];
  int flags;
  __wsum csum;
  int csumoffset;
  int bound_dev_if;
  u8 tos;
  kuid_t uid;
};
void ip_send_unicast_reply(struct sock* sk, struct sk_buff* skb, const struct ip_options* sopt,
                           __be32 daddr, __be32 saddr, const struct ip_reply_arg* arg,
                           unsigned int len, u64 transmit_time, u32 txhash);
unsigned long snmp_fold_field(void* mib, int offt);
u64 snmp_get_cpu_field64(void* mib, int cpu, int offct, size_t syncp_offset);
u64 snmp_fold_field64(void* mib, int offt, size_t sync_off);
void inet_get_local_port_range(const struct net* net, int* low, int* high);
void inet_sk_get_local_port_range(const struct sock* sk, int* low, int* high);
__be32 inet_current_timestamp(void);
extern int inet_peer_threshold;
extern int inet_peer_minttl;
extern int inet_peer_maxttl;
void ipfrag_init(void);
void ip_static_sysctl_init(void);
struct dst_metrics* ip_fib_metrics_init(struct net* net, struct nlattr* fc_mx, int fc_mx_len,
                                        struct netlink_ext_ack* extack);
void __ip_select_ident(struct net* net, struct iphdr* iph, int segs);
bool ip_call_ra_chain(struct sk_buff* skb);
enum ip_defrag_users {
  IP_DEFRAG_LOCAL_DELIVER,
  IP_DEFRAG_CALL_RA_CHAIN,
  IP_DEFRAG_CONNTRACK_IN,
  __IP_DEFRAG_CONNTRACK_IN_END = 0x10001,
  IP_DEFRAG_CONNTRACK_OUT,
  __IP_DEFRAG_CONNTRACK_OUT_END = 0x20001,
  IP_DEFRAG_CONNTRACK_BRIDGE_IN,
  __IP_DEFRAG_CONNTRACK_BRIDGE_IN = 0x30001,
  IP_DEFRAG_VS_IN,
  IP_DEFRAG_VS_OUT,
  IP_DEFRAG_VS_FWD,
  IP_DEFRAG_AF_PACKET,
  IP_DEFRAG_MACVLAN
};
int ip_defrag(struct net* net, struct sk_buff* skb, u32 user);
struct sk_buff* ip_check_defrag(struct net* net, struct sk_buff* skb, u32 user);
int ip_forward(struct sk_buff* skb);
void ip_options_build(struct sk_buff* skb, struct ip_options* opt, __be32 daddr, struct rtable* rt);
int __ip_options_echo(struct net* net, struct ip_options* dopt, struct sk_buff* skb,
                      const struct ip_options* sopt);
void ip_options_fragment(struct sk_buff* skb);
int __ip_options_compile(struct net* net, struct ip_options* opt, struct sk_buff* skb,
                         __be32* info);
int ip_options_compile(struct net* net, struct ip_options* opt, struct sk_buff* skb);
int ip_options_get(struct net* net, struct ip_options_rcu** optp, sockptr_t data, int optlen);
void ip_options_undo(struct ip_options* opt);
void ip_forward_options(struct sk_buff* skb);
int ip_options_rcv_srr(struct sk_buff* skb, struct net_device* dev);
void ipv4_pktinfo_prepare(const struct sock* sk, struct sk_buff* skb, bool drop_dst);
void ip_cmsg_recv_offset(struct msghdr* msg, struct sock* sk, struct sk_buff* skb, int tlen,
                         int offset);
int ip_cmsg_send(struct sock* sk, struct msghdr* msg, struct ipcm_cookie* ipc, bool allow_ipv6);
extern struct static_key_false ip4_min_ttl;
int do_ip_setsockopt(struct sock* sk, int level, int optname, sockptr_t optval,
                     unsigned int optlen);
int ip_setsockopt(struct sock* sk, int level, int optname, sockptr_t optval, unsigned int optlen);
int do_ip_getsockopt(struct sock* sk, int level, int optname, sockptr_t optval, sockptr_t optlen);
int ip_getsockopt(struct sock* sk, int level, int optname, char* optval, int* optlen);
int ip_ra_control(struct sock* sk, unsigned char on, void (*destructor)(struct sock*));
int ip_recv_error(struct sock* sk, struct msghdr* msg, int len, int* addr_len);
void ip_icmp_error(struct sock* sk, struct sk_buff* skb, int err, __be16 port, u32 info,
                   u8* payload);
void ip_local_error(struct sock* sk, int err, __be32 daddr, __be16 dport, u32 info);
bool icmp_global_allow(struct net* net);
void icmp_global_consume(struct net* net);
int ip_misc_proc_init(void);
int rtm_getroute_parse_ip_proto(struct nlattr* attr, u8* ip_proto, u8 family,
                                struct netlink_ext_ack* extack);
void ip_sock_set_freebind(struct sock* sk);
int ip_sock_set_mtu_discover(struct sock* sk, int val);
void ip_sock_set_pktinfo(struct sock* sk);
void ip_sock_set_recverr(struct sock* sk);
void ip_sock_set_tos(struct sock* sk, int val);
void __ip_sock_set_tos(struct sock* sk, int val);

// Inline in Linux.
struct dst_entry;
struct flow_keys;
struct inet_sock;
bool ipv4_l3mdev_skb(u16 flags);
unsigned int ip_hdrlen(const struct sk_buff* skb);
void ipcm_init(struct ipcm_cookie* ipcm);
void ipcm_init_sk(struct ipcm_cookie* ipcm, const struct inet_sock* inet);
int inet_sdif(const struct sk_buff* skb);
struct sk_buff* ip_fraglist_next(struct ip_fraglist_iter* iter);
struct sk_buff* ip_finish_skb(struct sock* sk, struct flowi4* fl4);
__u8 get_rttos(struct ipcm_cookie* ipc, struct inet_sock* inet);
__u8 get_rtconn_flags(struct ipcm_cookie* ipc, struct sock* sk);
__u8 ip_reply_arg_flowi_flags(const struct ip_reply_arg* arg);
u64 snmp_get_cpu_field(void* mib, int cpu, int offt);
bool inet_is_local_reserved_port(struct net* net, unsigned short port);
bool sysctl_dev_name_is_allowed(const char* name);
bool inet_port_requires_bind_service(struct net* net, unsigned short port);
bool ip_is_fragment(const struct iphdr* iph);
int ip_decrease_ttl(struct iphdr* iph);
int ip_mtu_locked(const struct dst_entry* dst);
int ip_dont_fragment(const struct sock* sk, const struct dst_entry* dst);
bool ip_sk_accept_pmtu(const struct sock* sk);
bool ip_sk_use_pmtu(const struct sock* sk);
bool ip_sk_ignore_df(const struct sock* sk);
unsigned int ip_dst_mtu_maybe_forward(const struct dst_entry* dst, bool forwarding);
unsigned int ip_skb_dst_mtu(struct sock* sk, const struct sk_buff* skb);
void ip_fib_metrics_put(struct dst_metrics* fib_metrics);
void ip_dst_init_metrics(struct dst_entry* dst, struct dst_metrics* fib_metrics);
void ip_dst_metrics_put(struct dst_entry* dst);
void ip_select_ident_segs(struct net* net, struct sk_buff* skb, struct sock* sk, int segs);
void ip_select_ident(struct net* net, struct sk_buff* skb, struct sock* sk);
__wsum inet_compute_pseudo(struct sk_buff* skb, int proto);
void iph_to_flow_copy_v4addrs(struct flow_keys* flow, const struct iphdr* iph);
void ip_eth_mc_map(__be32 naddr, char* buf);
void ip_ib_mc_map(__be32 naddr, const unsigned char* broadcast, char* buf);
void ip_ipgre_mc_map(__be32 naddr, const unsigned char* broadcast, char* buf);
void inet_reset_saddr(struct sock* sk);
unsigned int ipv4_addr_hash(__be32 ip);
u32 ipv4_portaddr_hash(const struct net* net, __be32 saddr, unsigned int port);
bool ip_defrag_user_in_between(u32 user, enum ip_defrag_users lower_bond,
                               enum ip_defrag_users upper_bond);
int ip_options_echo(struct net* net, struct ip_options* dopt, struct sk_buff* skb);
void ip_cmsg_recv(struct msghdr* msg, struct sk_buff* skb);
bool inetdev_valid_mtu(unsigned int mtu);

#endif
