// Messages between the kernel and processes.
#ifndef _LINUX_NETLINK_H
#define _LINUX_NETLINK_H

#include <linux/export.h>
#include <linux/skbuff.h>
#include <linux/types.h>
#include <uapi/linux/netlink.h>

struct module;
struct mutex;
struct net;
struct netlink_kernel_cfg;
struct nlmsghdr;
struct sk_buff;
struct sock;

struct netlink_kernel_cfg {
  unsigned int groups;
  unsigned int flags;
  void (*input)(struct sk_buff*);
  struct mutex* cb_mutex;
  int (*bind)(struct net*, int);
  void (*unbind)(struct net*, int);
  bool (*compare)(struct net*, struct sock*);
};
_Static_assert(sizeof(struct netlink_kernel_cfg) == 28, "struct netlink_kernel_cfg of 6.1 i386");

struct sock* __netlink_kernel_create(struct net*, int, struct module*, struct netlink_kernel_cfg*);
void netlink_kernel_release(struct sock*);
int netlink_unicast(struct sock*, struct sk_buff*, __u32, int);
int netlink_broadcast(struct sock*, struct sk_buff*, __u32, __u32, gfp_t);
struct nlmsghdr* __nlmsg_put(struct sk_buff*, u32, u32, int, int, int);

static inline struct sock* netlink_kernel_create(struct net* net, int unit,
                                                 struct netlink_kernel_cfg* cfg) {
  return __netlink_kernel_create(net, unit, THIS_MODULE, cfg);
}

#endif
