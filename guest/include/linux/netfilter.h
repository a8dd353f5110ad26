// Hooks on the way of packets.
#ifndef _LINUX_NETFILTER_H
#define _LINUX_NETFILTER_H

#include <linux/if.h>
#include <linux/in.h>
#include <linux/in6.h>
#include <linux/init.h>
#include <linux/list.h>
#include <linux/net.h>
#include <linux/netdevice.h>
#include <linux/skbuff.h>
#include <linux/static_key.h>
#include <linux/types.h>
#include <linux/wait.h>
#include <net/net_namespace.h>

#define NF_DROP 0
#define NF_ACCEPT 1
#define NF_STOLEN 2
#define NF_QUEUE 3
#define NF_REPEAT 4
enum nf_inet_hooks {
  NF_INET_PRE_ROUTING,
  NF_INET_LOCAL_IN,
  NF_INET_FORWARD,
  NF_INET_LOCAL_OUT,
  NF_INET_POST_ROUTING,
  NF_INET_NUMHOOKS
};
enum { NFPROTO_UNSPEC = 0, NFPROTO_INET = 1, NFPROTO_IPV4 = 2, NFPROTO_IPV6 = 10 };
extern struct net init_net;

struct net;
struct net_device;
struct nf_hook_ops;
struct nf_hook_state;
struct sk_buff;
struct sock;

typedef unsigned int nf_hookfn(void*, struct sk_buff*, const struct nf_hook_state*);
enum nf_hook_ops_type { NF_HOOK_OP_UNDEFINED = 0, NF_HOOK_OP_NF_TABLES = 1 };
struct nf_hook_ops {
  nf_hookfn* hook;
  struct net_device* dev;
  void* priv;
  u8 pf;
  enum nf_hook_ops_type hook_ops_type : 8;
  unsigned int hooknum;
  int priority;
};
_Static_assert(sizeof(struct nf_hook_ops) == 24, "struct nf_hook_ops of 6.1 i386");
struct nf_hook_state {
  u8 hook;
  u8 pf;
  struct net_device* in;
  struct net_device* out;
  struct sock* sk;
  struct net* net;
  int (*okfn)(struct net*, struct sock*, struct sk_buff*);
};
_Static_assert(sizeof(struct nf_hook_state) == 24, "struct nf_hook_state of 6.1 i386");

int nf_register_net_hook(struct net*, const struct nf_hook_ops*);
void nf_unregister_net_hook(struct net*, const struct nf_hook_ops*);
int nf_register_net_hooks(struct net*, const struct nf_hook_ops*, unsigned int);
void nf_unregister_net_hooks(struct net*, const struct nf_hook_ops*, unsigned int);

struct callback_head;
struct dst_entry;
struct flowi;
struct in6_addr;
struct in_addr;
struct list_head;
struct module;
struct nf_conn;
struct nf_conntrack;
struct nf_conntrack_tuple;
struct nf_ct_hook;
struct nf_hook_entries;
struct nf_hook_entries_rcu_head;
struct nf_hook_entry;
struct nf_nat_hook;
struct nf_queue_entry;
struct nf_sockopt_ops;
struct nfnl_ct_hook;
struct nlattr;
struct static_key;
union nf_inet_addr;

#define NF_STOP 5
#define NF_MAX_VERDICT NF_STOP
#define NF_VERDICT_MASK 0x000000ff
#define NF_VERDICT_FLAG_QUEUE_BYPASS 0x00008000
#define NF_VERDICT_QMASK 0xffff0000
#define NF_VERDICT_QBITS 16
enum nf_dev_hooks { NF_NETDEV_INGRESS, NF_NETDEV_EGRESS, NF_NETDEV_NUMHOOKS };
enum { NFPROTO_ARP = 3, NFPROTO_NETDEV = 5, NFPROTO_BRIDGE = 7, NFPROTO_NUMPROTO = 11 };
union nf_inet_addr {
  __u32 all[4];
  __be32 ip;
  __be32 ip6[4];
  struct in_addr in;
  struct in6_addr in6;
};
int netfilter_init(void);
struct nf_hook_entry {
  nf_hookfn* hook;
  void* priv;
};
struct nf_hook_entries_rcu_head {
  struct callback_head head;
  void* allocation;
};
struct nf_hook_entries {
  u16 num_hook_entries;
  struct nf_hook_entry hooks[];
};
struct nf_sockopt_ops {
  struct list_head list;
  u_int8_t pf;
  int set_optmin;
  int set_optmax;
  int (*set)(struct sock*, int, sockptr_t, unsigned int);
  int get_optmin;
  int get_optmax;
  int (*get)(struct sock*, int, void*, int*);
  struct module* owner;
};
int nf_register_sockopt(struct nf_sockopt_ops* reg);
void nf_unregister_sockopt(struct nf_sockopt_ops* reg);
extern struct static_key nf_hooks_needed[11][5];
int nf_hook_slow(struct sk_buff* skb, struct nf_hook_state* state, const struct nf_hook_entries* e,
                 unsigned int i);
void nf_hook_slow_list(struct list_head* head, struct nf_hook_state* state,
                       const struct nf_hook_entries* e);
int nf_setsockopt(struct sock* sk, u_int8_t pf, int optval, sockptr_t opt, unsigned int len);
int nf_getsockopt(struct sock* sk, u_int8_t pf, int optval, char* opt, int* len);
__sum16 nf_checksum(struct sk_buff* skb, unsigned int hook, unsigned int dataoff, u_int8_t protocol,
                    unsigned short family);
__sum16 nf_checksum_partial(struct sk_buff* skb, unsigned int hook, unsigned int dataoff,
                            unsigned int len, u_int8_t protocol, unsigned short family);
int nf_route(struct net* net, struct dst_entry** dst, struct flowi* fl, bool strict,
             unsigned short family);
int nf_reroute(struct sk_buff* skb, struct nf_queue_entry* entry);
extern const struct nf_nat_hook* nf_nat_hook;
void nf_ct_attach(struct sk_buff*, const struct sk_buff*);
void nf_ct_set_closing(struct nf_conntrack* nfct);
bool nf_ct_get_tuple_skb(struct nf_conntrack_tuple* dst_tuple, const struct sk_buff* skb);
struct nf_ct_hook {
  int (*update)(struct net*, struct sk_buff*);
  void (*destroy)(struct nf_conntrack*);
  bool (*get_tuple_skb)(struct nf_conntrack_tuple*, const struct sk_buff*);
  void (*attach)(struct sk_buff*, const struct sk_buff*);
  void (*set_closing)(struct nf_conntrack*);
  int (*confirm)(struct sk_buff*);
};
extern const struct nf_ct_hook* nf_ct_hook;
extern const struct nfnl_ct_hook* nfnl_ct_hook;
extern typeof(bool) nf_skb_duplicated;
extern u8 nf_ctnetlink_has_listener;

// Inline in Linux.
int NF_DROP_GETERR(int verdict);
int nf_inet_addr_cmp(const union nf_inet_addr* a1, const union nf_inet_addr* a2);
void nf_inet_addr_mask(const union nf_inet_addr* a1, union nf_inet_addr* result,
                       const union nf_inet_addr* mask);
struct nf_hook_ops** nf_hook_entries_get_hook_ops(const struct nf_hook_entries* e);
int nf_hook_entry_hookfn(const struct nf_hook_entry* entry, struct sk_buff* skb,
                         struct nf_hook_state* state);
void nf_hook_state_init(struct nf_hook_state* p, unsigned int hook, u_int8_t pf,
                        struct net_device* indev, struct net_device* outdev, struct sock* sk,
                        struct net* net, int (*okfn)(struct net*, struct sock*, struct sk_buff*));
int nf_hook(u_int8_t pf, unsigned int hook, struct net* net, struct sock* sk, struct sk_buff* skb,
            struct net_device* indev, struct net_device* outdev,
            int (*okfn)(struct net*, struct sock*, struct sk_buff*));
int NF_HOOK_COND(uint8_t pf, unsigned int hook, struct net* net, struct sock* sk,
                 struct sk_buff* skb, struct net_device* in, struct net_device* out,
                 int (*okfn)(struct net*, struct sock*, struct sk_buff*), bool cond);
int NF_HOOK(uint8_t pf, unsigned int hook, struct net* net, struct sock* sk, struct sk_buff* skb,
            struct net_device* in, struct net_device* out,
            int (*okfn)(struct net*, struct sock*, struct sk_buff*));
void NF_HOOK_LIST(uint8_t pf, unsigned int hook, struct net* net, struct sock* sk,
                  struct list_head* head, struct net_device* in, struct net_device* out,
                  int (*okfn)(struct net*, struct sock*, struct sk_buff*));
void nf_nat_decode_session(struct sk_buff* skb, struct flowi* fl, u_int8_t family);

#endif
