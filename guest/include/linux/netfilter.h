// Hooks on the way of packets.
#ifndef _LINUX_NETFILTER_H
#define _LINUX_NETFILTER_H

#include <linux/net.h>
#include <linux/skbuff.h>
#include <linux/types.h>

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

#endif
