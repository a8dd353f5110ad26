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

// Inline in Linux.
struct net;
struct net* genl_info_net(struct genl_info* info);
void genl_info_net_set(struct genl_info* info, struct net* net);
const struct genl_dumpit_info* genl_dumpit_info(struct netlink_callback* cb);
struct nlmsghdr* genlmsg_nlhdr(void* user_hdr);
int genlmsg_parse_deprecated(const struct nlmsghdr* nlh, const struct genl_family* family,
                             struct nlattr* tb[], int maxtype, const struct nla_policy* policy,
                             struct netlink_ext_ack* extack);
int genlmsg_parse(const struct nlmsghdr* nlh, const struct genl_family* family, struct nlattr* tb[],
                  int maxtype, const struct nla_policy* policy, struct netlink_ext_ack* extack);
void genl_dump_check_consistent(struct netlink_callback* cb, void* user_hdr);
void* genlmsg_put_reply(struct sk_buff* skb, struct genl_info* info,
                        const struct genl_family* family, int flags, u8 cmd);
void genlmsg_end(struct sk_buff* skb, void* hdr);
void genlmsg_cancel(struct sk_buff* skb, void* hdr);
int genlmsg_multicast_netns(const struct genl_family* family, struct net* net, struct sk_buff* skb,
                            u32 portid, unsigned int group, gfp_t flags);
int genlmsg_multicast(const struct genl_family* family, struct sk_buff* skb, u32 portid,
                      unsigned int group, gfp_t flags);
int genlmsg_unicast(struct net* net, struct sk_buff* skb, u32 portid);
int genlmsg_reply(struct sk_buff* skb, struct genl_info* info);
void* genlmsg_data(const struct genlmsghdr* gnlh);
int genlmsg_len(const struct genlmsghdr* gnlh);
int genlmsg_msg_size(int payload);
int genlmsg_total_size(int payload);
struct sk_buff* genlmsg_new(size_t payload, gfp_t flags);
int genl_set_err(const struct genl_family* family, struct net* net, u32 portid, u32 group,
                 int code);
int genl_has_listeners(const struct genl_family* family, struct net* net, unsigned int group);

#endif
