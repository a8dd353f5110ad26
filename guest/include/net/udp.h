// UDP sockets.
#ifndef _NET_UDP_H
#define _NET_UDP_H

#include <linux/bug.h>
#include <linux/list.h>
#include <linux/poll.h>
#include <linux/seq_file.h>
#include <linux/types.h>
#include <net/ip.h>
#include <net/sock.h>

struct dst_entry;
struct file;
struct hlist_head;
struct in6_addr;
struct inet6_skb_parm;
struct inet_skb_parm;
struct msghdr;
struct net;
struct proto;
struct seq_file;
struct seq_net_private;
struct seq_operations;
struct sk_buff;
struct sk_psock;
struct sock;
struct sockaddr;
struct socket;
struct udp_dev_scratch;
struct udp_hslot;
struct udp_iter_state;
struct udp_seq_afinfo;
struct udp_skb_cb;
struct udp_table;

struct udp_hslot {
  struct hlist_head head;
  int count;
  spinlock_t lock;
} __aligned(8);
struct udp_table {
  struct udp_hslot* hash;
  struct udp_hslot* hash2;
  unsigned int mask;
  unsigned int log;
};
extern struct udp_table udp_table;
void udp_table_init(struct udp_table*, const char*);
extern struct proto udp_prot;
extern atomic_long_t udp_memory_allocated;
extern typeof(int) udp_memory_per_cpu_fw_alloc;
extern long sysctl_udp_mem[3];
extern int sysctl_udp_rmem_min;
extern int sysctl_udp_wmem_min;
void udp_set_csum(bool nocheck, struct sk_buff* skb, __be32 saddr, __be32 daddr, int len);
typedef struct sock* (*udp_lookup_t)(const struct sk_buff*, __be16, __be16);
void udp_v6_early_demux(struct sk_buff* skb);
int udpv6_rcv(struct sk_buff*);
struct sk_buff* __udp_gso_segment(struct sk_buff* gso_skb, netdev_features_t features,
                                  bool is_ipv6);
void udp_lib_unhash(struct sock* sk);
void udp_lib_rehash(struct sock* sk, u16 new_hash);
int udp_lib_get_port(struct sock* sk, unsigned short snum, unsigned int hash2_nulladdr);
u32 udp_flow_hashrnd(void);
void udp_destruct_common(struct sock* sk);
void skb_consume_udp(struct sock* sk, struct sk_buff* skb, int len);
int __udp_enqueue_schedule_skb(struct sock* sk, struct sk_buff* skb);
void udp_skb_destructor(struct sock* sk, struct sk_buff* skb);
struct sk_buff* __skb_recv_udp(struct sock* sk, unsigned int flags, int* off, int* err);
int udp_v4_early_demux(struct sk_buff* skb);
bool udp_sk_rx_dst_set(struct sock* sk, struct dst_entry* dst);
int udp_get_port(struct sock* sk, unsigned short snum,
                 int (*saddr_cmp)(const struct sock*, const struct sock*));
int udp_err(struct sk_buff*, u32);
int udp_abort(struct sock* sk, int err);
int udp_sendmsg(struct sock* sk, struct msghdr* msg, size_t len);
void udp_splice_eof(struct socket* sock);
int udp_push_pending_frames(struct sock* sk);
void udp_flush_pending_frames(struct sock* sk);
int udp_cmsg_send(struct sock* sk, struct msghdr* msg, u16* gso_size);
void udp4_hwcsum(struct sk_buff* skb, __be32 src, __be32 dst);
int udp_rcv(struct sk_buff* skb);
int udp_ioctl(struct sock* sk, int cmd, unsigned long arg);
int udp_init_sock(struct sock* sk);
int udp_pre_connect(struct sock* sk, struct sockaddr* uaddr, int addr_len);
int __udp_disconnect(struct sock* sk, int flags);
int udp_disconnect(struct sock* sk, int flags);
__poll_t udp_poll(struct file* file, struct socket* sock, poll_table* wait);
struct sk_buff* skb_udp_tunnel_segment(struct sk_buff* skb, netdev_features_t features,
                                       bool is_ipv6);
int udp_lib_getsockopt(struct sock* sk, int level, int optname, char* optval, int* optlen);
int udp_lib_setsockopt(struct sock* sk, int level, int optname, sockptr_t optval,
                       unsigned int optlen, int (*push_pending_frames)(struct sock*));
struct sock* udp4_lib_lookup(struct net* net, __be32 saddr, __be16 sport, __be32 daddr,
                             __be16 dport, int dif);
struct sock* __udp4_lib_lookup(struct net* net, __be32 saddr, __be16 sport, __be32 daddr,
                               __be16 dport, int dif, int sdif, struct udp_table* tbl,
                               struct sk_buff* skb);
struct sock* udp4_lib_lookup_skb(const struct sk_buff* skb, __be16 sport, __be16 dport);
struct sock* udp6_lib_lookup(struct net* net, const struct in6_addr* saddr, __be16 sport,
                             const struct in6_addr* daddr, __be16 dport, int dif);
struct sock* __udp6_lib_lookup(struct net* net, const struct in6_addr* saddr, __be16 sport,
                               const struct in6_addr* daddr, __be16 dport, int dif, int sdif,
                               struct udp_table* tbl, struct sk_buff* skb);
struct sock* udp6_lib_lookup_skb(const struct sk_buff* skb, __be16 sport, __be16 dport);
int udp_read_skb(struct sock* sk, skb_read_actor_t recv_actor);
struct udp_dev_scratch {
  u32 _tsize_state;
};
struct udp_seq_afinfo {
  sa_family_t family;
  struct udp_table* udp_table;
};
void* udp_seq_start(struct seq_file* seq, loff_t* pos);
void* udp_seq_next(struct seq_file* seq, void* v, loff_t* pos);
void udp_seq_stop(struct seq_file* seq, void* v);
extern const struct seq_operations udp_seq_ops;
extern const struct seq_operations udp6_seq_ops;
int udp4_proc_init(void);
void udp4_proc_exit(void);
int udpv4_offload_init(void);
void udp_init(void);
void udp_encap_enable(void);
void udp_encap_disable(void);
void udpv6_encap_enable(void);
struct proto* udp_bpf_get_proto(struct sock* sk, struct sk_psock* psock);
int udp_bpf_update_proto(struct sock* sk, struct sk_psock* psock, bool restore);

// Inline in Linux.
struct iov_iter;
struct udp_hslot* udp_hashslot(struct udp_table* table, struct net* net, unsigned int num);
struct udp_hslot* udp_hashslot2(struct udp_table* table, unsigned int hash);
int udp_lib_checksum_complete(struct sk_buff* skb);
__wsum udp_csum_outgoing(struct sock* sk, struct sk_buff* skb);
__wsum udp_csum(struct sk_buff* skb);
__sum16 udp_v4_check(int len, __be32 saddr, __be32 daddr, __wsum base);
void udp_csum_pull_header(struct sk_buff* skb);
int udp_lib_hash(struct sock* sk);
void udp_lib_close(struct sock* sk, long timeout);
__be16 udp_flow_src_port(struct net* net, struct sk_buff* skb, int min, int max, bool use_eth);
int udp_rqueue_get(struct sock* sk);
bool udp_sk_bound_dev_eq(struct net* net, int bound_dev_if, int dif, int sdif);
struct sk_buff* skb_recv_udp(struct sock* sk, unsigned int flags, int* err);
struct udp_dev_scratch* udp_skb_scratch(struct sk_buff* skb);
unsigned int udp_skb_len(struct sk_buff* skb);
bool udp_skb_csum_unnecessary(struct sk_buff* skb);
bool udp_skb_is_linear(struct sk_buff* skb);
int copy_linear_skb(struct sk_buff* skb, int len, int off, struct iov_iter* to);
struct sk_buff* udp_rcv_segment(struct sock* sk, struct sk_buff* skb, bool ipv4);
void udp_post_segment_fix_csum(struct sk_buff* skb);

// Inline in Linux.
struct udp_hslot* udp_hashslot(struct udp_table* table, struct net* net, unsigned int num);
struct udp_hslot* udp_hashslot2(struct udp_table* table, unsigned int hash);
int udp_lib_checksum_complete(struct sk_buff* skb);
__wsum udp_csum_outgoing(struct sock* sk, struct sk_buff* skb);
__wsum udp_csum(struct sk_buff* skb);
__sum16 udp_v4_check(int len, __be32 saddr, __be32 daddr, __wsum base);
void udp_csum_pull_header(struct sk_buff* skb);
int udp_lib_hash(struct sock* sk);
void udp_lib_close(struct sock* sk, long timeout);
__be16 udp_flow_src_port(struct net* net, struct sk_buff* skb, int min, int max, bool use_eth);
int udp_rqueue_get(struct sock* sk);
bool udp_sk_bound_dev_eq(struct net* net, int bound_dev_if, int dif, int sdif);
struct sk_buff* skb_recv_udp(struct sock* sk, unsigned int flags, int* err);
struct udp_dev_scratch* udp_skb_scratch(struct sk_buff* skb);
unsigned int udp_skb_len(struct sk_buff* skb);
bool udp_skb_csum_unnecessary(struct sk_buff* skb);
bool udp_skb_is_linear(struct sk_buff* skb);
int copy_linear_skb(struct sk_buff* skb, int len, int off, struct iov_iter* to);
struct sk_buff* udp_rcv_segment(struct sock* sk, struct sk_buff* skb, bool ipv4);
void udp_post_segment_fix_csum(struct sk_buff* skb);

#endif
