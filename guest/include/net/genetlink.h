// Generic netlink.
#ifndef _NET_GENETLINK_H
#define _NET_GENETLINK_H

#include <linux/netlink.h>
#include <net/net_namespace.h>

struct genl_dumpit_info;
struct genl_family;
struct genl_info;
struct genl_multicast_group;
struct genl_ops;
struct genl_small_ops;
struct genlmsghdr;
struct module;
struct netlink_callback;
struct netlink_ext_ack;
struct nla_policy;
struct nlattr;
struct nlmsghdr;
struct sk_buff;

#define GENLMSG_DEFAULT_SIZE (NLMSG_DEFAULT_SIZE - GENL_HDRLEN)
#define GENL_MCAST_CAP_NET_ADMIN BIT(0)
#define GENL_MCAST_CAP_SYS_ADMIN BIT(1)
struct genl_multicast_group {
  char name[16];
  u8 flags;
};
struct genl_family {
  int id;
  unsigned int hdrsize;
  char name[16];
  unsigned int version;
  unsigned int maxattr;
  unsigned int mcgrp_offset;
  u8 netnsok : 1;
  u8 parallel_ops : 1;
  u8 n_ops;
  u8 n_small_ops;
  u8 n_mcgrps;
  u8 resv_start_op;
  const struct nla_policy* policy;
  int (*pre_doit)(const struct genl_ops*, struct sk_buff*, struct genl_info*);
  void (*post_doit)(const struct genl_ops*, struct sk_buff*, struct genl_info*);
  const struct genl_ops* ops;
  const struct genl_small_ops* small_ops;
  const struct genl_multicast_group* mcgrps;
  struct module* module;
};
struct genl_info {
  u32 snd_seq;
  u32 snd_portid;
  struct nlmsghdr* nlhdr;
  struct genlmsghdr* genlhdr;
  void* userhdr;
  struct nlattr** attrs;
  possible_net_t _net;
  void* user_ptr[2];
  struct netlink_ext_ack* extack;
};
enum genl_validate_flags {
  GENL_DONT_VALIDATE_STRICT = 1,
  GENL_DONT_VALIDATE_DUMP,
  GENL_DONT_VALIDATE_DUMP_STRICT = 4
};
struct genl_small_ops {
  int (*doit)(struct sk_buff*, struct genl_info*);
  int (*dumpit)(struct sk_buff*, struct netlink_callback*);
  u8 cmd;
  u8 internal_flags;
  u8 flags;
  u8 validate;
};
struct genl_ops {
  int (*doit)(struct sk_buff*, struct genl_info*);
  int (*start)(struct netlink_callback*);
  int (*dumpit)(struct sk_buff*, struct netlink_callback*);
  int (*done)(struct netlink_callback*);
  const struct nla_policy* policy;
  unsigned int maxattr;
  u8 cmd;
  u8 internal_flags;
  u8 flags;
  u8 validate;
};
struct genl_dumpit_info {
  const struct genl_family* family;
  struct genl_ops op;
  struct nlattr** attrs;
};
int genl_register_family(struct genl_family* family);
int genl_unregister_family(const struct genl_family* family);
void genl_notify(const struct genl_family* family, struct sk_buff* skb, struct genl_info* info,
                 u32 group, gfp_t flags);
void* genlmsg_put(struct sk_buff* skb, u32 portid, u32 seq, const struct genl_family* family,
                  int flags, u8 cmd);
int genlmsg_multicast_allns(const struct genl_family* family, struct sk_buff* skb, u32 portid,
                            unsigned int group);

#endif
