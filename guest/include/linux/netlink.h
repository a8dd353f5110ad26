// Messages between the kernel and processes.
#ifndef _LINUX_NETLINK_H
#define _LINUX_NETLINK_H

#include <linux/capability.h>
#include <linux/export.h>
#include <linux/skbuff.h>
#include <linux/types.h>
#include <net/scm.h>
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

struct file;
struct list_head;
struct net_device;
struct netlink_callback;
struct netlink_dump_control;
struct netlink_ext_ack;
struct netlink_notify;
struct netlink_skb_parms;
struct netlink_tap;
struct nl_mmap_hdr;
struct nl_mmap_req;
struct nl_pktinfo;
struct nla_bitfield32;
struct nla_policy;
struct nlattr;
struct nlmsgerr;
struct notifier_block;
struct scm_creds;
struct user_namespace;

#define NETLINK_UNUSED 1
#define NETLINK_FIREWALL 3
#define NETLINK_SOCK_DIAG 4
#define NETLINK_NFLOG 5
#define NETLINK_XFRM 6
#define NETLINK_SELINUX 7
#define NETLINK_ISCSI 8
#define NETLINK_AUDIT 9
#define NETLINK_FIB_LOOKUP 10
#define NETLINK_CONNECTOR 11
#define NETLINK_NETFILTER 12
#define NETLINK_IP6_FW 13
#define NETLINK_DNRTMSG 14
#define NETLINK_KOBJECT_UEVENT 15
#define NETLINK_SCSITRANSPORT 18
#define NETLINK_ECRYPTFS 19
#define NETLINK_RDMA 20
#define NETLINK_CRYPTO 21
#define NETLINK_SMC 22
#define NETLINK_INET_DIAG NETLINK_SOCK_DIAG
#define MAX_LINKS 32
#define NLM_F_REQUEST 0x01
#define NLM_F_MULTI 0x02
#define NLM_F_ACK 0x04
#define NLM_F_ECHO 0x08
#define NLM_F_DUMP_INTR 0x10
#define NLM_F_DUMP_FILTERED 0x20
#define NLM_F_ROOT 0x100
#define NLM_F_MATCH 0x200
#define NLM_F_ATOMIC 0x400
#define NLM_F_DUMP (NLM_F_ROOT | NLM_F_MATCH)
#define NLM_F_REPLACE 0x100
#define NLM_F_EXCL 0x200
#define NLM_F_CREATE 0x400
#define NLM_F_APPEND 0x800
#define NLM_F_NONREC 0x100
#define NLM_F_BULK 0x200
#define NLM_F_CAPPED 0x100
#define NLM_F_ACK_TLVS 0x200
#define NLMSG_NOOP 0x1
#define NLMSG_ERROR 0x2
#define NLMSG_OVERRUN 0x4
#define NLMSG_MIN_TYPE 0x10
#define NETLINK_ADD_MEMBERSHIP 1
#define NETLINK_DROP_MEMBERSHIP 2
#define NETLINK_PKTINFO 3
#define NETLINK_BROADCAST_ERROR 4
#define NETLINK_NO_ENOBUFS 5
#define NETLINK_LISTEN_ALL_NSID 8
#define NETLINK_LIST_MEMBERSHIPS 9
#define NETLINK_CAP_ACK 10
#define NETLINK_EXT_ACK 11
#define NETLINK_GET_STRICT_CHK 12
#define NET_MAJOR 36
#define NLA_F_NESTED (1 << 15)
#define NLA_F_NET_BYTEORDER (1 << 14)
#define NLA_TYPE_MASK ~(NLA_F_NESTED | NLA_F_NET_BYTEORDER)
#define NLA_ALIGNTO 4
#define NLA_HDRLEN ((int)NLA_ALIGN(sizeof(struct nlattr)))
#define NL_CFG_F_NONROOT_RECV (1 << 0)
#define NL_CFG_F_NONROOT_SEND (1 << 1)
#define NETLINK_MAX_COOKIE_LEN 20
#define NLMSG_GOODSIZE SKB_WITH_OVERHEAD(PAGE_SIZE)
#define NLMSG_DEFAULT_SIZE (NLMSG_GOODSIZE - NLMSG_HDRLEN)
struct nlmsgerr {
  int error;
  struct nlmsghdr msg;
};
enum nlmsgerr_attrs {
  NLMSGERR_ATTR_UNUSED,
  NLMSGERR_ATTR_MSG,
  NLMSGERR_ATTR_OFFS,
  NLMSGERR_ATTR_COOKIE,
  NLMSGERR_ATTR_POLICY,
  NLMSGERR_ATTR_MISS_TYPE,
  NLMSGERR_ATTR_MISS_NEST,
  __NLMSGERR_ATTR_MAX,
  NLMSGERR_ATTR_MAX = 6
};
struct nl_pktinfo {
  __u32 group;
};
struct nl_mmap_req {
  unsigned int nm_block_size;
  unsigned int nm_block_nr;
  unsigned int nm_frame_size;
  unsigned int nm_frame_nr;
};
struct nl_mmap_hdr {
  unsigned int nm_status;
  unsigned int nm_len;
  __u32 nm_group;
  __u32 nm_pid;
  __u32 nm_uid;
  __u32 nm_gid;
};
enum { NETLINK_UNCONNECTED, NETLINK_CONNECTED };
struct nlattr {
  __u16 nla_len;
  __u16 nla_type;
};
struct nla_bitfield32 {
  __u32 value;
  __u32 selector;
};
enum netlink_attribute_type {
  NL_ATTR_TYPE_INVALID,
  NL_ATTR_TYPE_FLAG,
  NL_ATTR_TYPE_U8,
  NL_ATTR_TYPE_U16,
  NL_ATTR_TYPE_U32,
  NL_ATTR_TYPE_U64,
  NL_ATTR_TYPE_S8,
  NL_ATTR_TYPE_S16,
  NL_ATTR_TYPE_S32,
  NL_ATTR_TYPE_S64,
  NL_ATTR_TYPE_BINARY,
  NL_ATTR_TYPE_STRING,
  NL_ATTR_TYPE_NUL_STRING,
  NL_ATTR_TYPE_NESTED,
  NL_ATTR_TYPE_NESTED_ARRAY,
  NL_ATTR_TYPE_BITFIELD32
};
enum netlink_policy_type_attr {
  NL_POLICY_TYPE_ATTR_UNSPEC,
  NL_POLICY_TYPE_ATTR_TYPE,
  NL_POLICY_TYPE_ATTR_MIN_VALUE_S,
  NL_POLICY_TYPE_ATTR_MAX_VALUE_S,
  NL_POLICY_TYPE_ATTR_MIN_VALUE_U,
  NL_POLICY_TYPE_ATTR_MAX_VALUE_U,
  NL_POLICY_TYPE_ATTR_MIN_LENGTH,
  NL_POLICY_TYPE_ATTR_MAX_LENGTH,
  NL_POLICY_TYPE_ATTR_POLICY_IDX,
  NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE,
  NL_POLICY_TYPE_ATTR_BITFIELD32_MASK,
  NL_POLICY_TYPE_ATTR_PAD,
  NL_POLICY_TYPE_ATTR_MASK,
  __NL_POLICY_TYPE_ATTR_MAX,
  NL_POLICY_TYPE_ATTR_MAX = 12
};
void do_trace_netlink_extack(const char* msg);
enum netlink_skb_flags { NETLINK_SKB_DST = 8 };
struct netlink_skb_parms {
  struct scm_creds creds;
  __u32 portid;
  __u32 dst_group;
  __u32 flags;
  struct sock* sk;
  bool nsid_is_set;
  int nsid;
};
void netlink_table_grab(void);
void netlink_table_ungrab(void);
struct netlink_ext_ack {
  const char* _msg;
  const struct nlattr* bad_attr;
  const struct nla_policy* policy;
  const struct nlattr* miss_nest;
  u16 miss_type;
  u8 cookie[20];
  u8 cookie_len;
};
int __netlink_change_ngroups(struct sock* sk, unsigned int groups);
int netlink_change_ngroups(struct sock* sk, unsigned int groups);
void __netlink_clear_multicast_users(struct sock* sk, unsigned int group);
void netlink_ack(struct sk_buff* in_skb, struct nlmsghdr* nlh, int err,
                 const struct netlink_ext_ack* extack);
int netlink_has_listeners(struct sock* sk, unsigned int group);
bool netlink_strict_get_check(struct sk_buff* skb);
int netlink_set_err(struct sock* ssk, __u32 portid, __u32 group, int code);
int netlink_register_notifier(struct notifier_block* nb);
int netlink_unregister_notifier(struct notifier_block* nb);
struct sock* netlink_getsockbyfilp(struct file* filp);
int netlink_attachskb(struct sock* sk, struct sk_buff* skb, long* timeo, struct sock* ssk);
void netlink_detachskb(struct sock* sk, struct sk_buff* skb);
int netlink_sendskb(struct sock* sk, struct sk_buff* skb);
struct netlink_callback {
  struct sk_buff* skb;
  const struct nlmsghdr* nlh;
  int (*dump)(struct sk_buff*, struct netlink_callback*);
  int (*done)(struct netlink_callback*);
  void* data;
  struct module* module;
  struct netlink_ext_ack* extack;
  u16 family;
  u16 answer_flags;
  u32 min_dump_alloc;
  unsigned int prev_seq;
  unsigned int seq;
  bool strict_check;
  union {
    u8 ctx[48];
    long args[6];
  };
};
struct netlink_notify {
  struct net* net;
  u32 portid;
  int protocol;
};
struct netlink_dump_control {
  int (*start)(struct netlink_callback*);
  int (*dump)(struct sk_buff*, struct netlink_callback*);
  int (*done)(struct netlink_callback*);
  void* data;
  struct module* module;
  u32 min_dump_alloc;
};
int __netlink_dump_start(struct sock* ssk, struct sk_buff* skb, const struct nlmsghdr* nlh,
                         struct netlink_dump_control* control);
struct netlink_tap {
  struct net_device* dev;
  struct module* module;
  struct list_head list;
};
int netlink_add_tap(struct netlink_tap* nt);
int netlink_remove_tap(struct netlink_tap* nt);
bool __netlink_ns_capable(const struct netlink_skb_parms* nsp, struct user_namespace* ns, int cap);
bool netlink_ns_capable(const struct sk_buff* skb, struct user_namespace* ns, int cap);
bool netlink_capable(const struct sk_buff* skb, int cap);
bool netlink_net_capable(const struct sk_buff* skb, int cap);

// Inline in Linux.
struct nlmsghdr* nlmsg_hdr(const struct sk_buff* skb);
void nl_set_extack_cookie_u64(struct netlink_ext_ack* extack, u64 cookie);
struct sk_buff* netlink_skb_clone(struct sk_buff* skb, gfp_t gfp_mask);
int netlink_dump_start(struct sock* ssk, struct sk_buff* skb, const struct nlmsghdr* nlh,
                       struct netlink_dump_control* control);

#endif
