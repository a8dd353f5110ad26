// Tables of IPv4 packet filters.
#ifndef _LINUX_NETFILTER_IPV4_IP_TABLES_H
#define _LINUX_NETFILTER_IPV4_IP_TABLES_H

#include <linux/if.h>
#include <linux/in.h>
#include <linux/init.h>
#include <linux/ip.h>
#include <linux/netfilter/x_tables.h>
#include <linux/skbuff.h>
#include <linux/types.h>

struct in_addr;
struct ipt_entry;
struct ipt_error;
struct ipt_get_entries;
struct ipt_getinfo;
struct ipt_icmp;
struct ipt_ip;
struct ipt_replace;
struct ipt_standard;
struct net;
struct nf_hook_ops;
struct nf_hook_state;
struct sk_buff;
struct xt_counters;
struct xt_error_target;
struct xt_standard_target;
struct xt_table;

#define IPT_F_FRAG 0x01
#define IPT_F_GOTO 0x02
#define IPT_F_MASK 0x03
#define IPT_INV_VIA_IN 0x01
#define IPT_INV_VIA_OUT 0x02
#define IPT_INV_TOS 0x04
#define IPT_INV_SRCIP 0x08
#define IPT_INV_DSTIP 0x10
#define IPT_INV_FRAG 0x20
#define IPT_INV_PROTO XT_INV_PROTO
#define IPT_INV_MASK 0x7F
#define IPT_BASE_CTL 64
#define IPT_SO_SET_REPLACE (IPT_BASE_CTL)
#define IPT_SO_SET_ADD_COUNTERS (IPT_BASE_CTL + 1)
#define IPT_SO_SET_MAX IPT_SO_SET_ADD_COUNTERS
#define IPT_SO_GET_INFO (IPT_BASE_CTL)
#define IPT_SO_GET_ENTRIES (IPT_BASE_CTL + 1)
#define IPT_SO_GET_REVISION_MATCH (IPT_BASE_CTL + 2)
#define IPT_SO_GET_REVISION_TARGET (IPT_BASE_CTL + 3)
#define IPT_SO_GET_MAX IPT_SO_GET_REVISION_TARGET
#define IPT_ICMP_INV 0x01
struct ipt_ip {
  struct in_addr src;
  struct in_addr dst;
  struct in_addr smsk;
  struct in_addr dmsk;
  char iniface[16];
  char outiface[16];
  unsigned char iniface_mask[16];
  unsigned char outiface_mask[16];
  __u16 proto;
  __u8 flags;
  __u8 invflags;
};
struct ipt_entry {
  struct ipt_ip ip;
  unsigned int nfcache;
  __u16 target_offset;
  __u16 next_offset;
  unsigned int comefrom;
  struct xt_counters counters;
  unsigned char elems[];
};
struct ipt_icmp {
  __u8 type;
  __u8 code[2];
  __u8 invflags;
};
struct ipt_getinfo {
  char name[32];
  unsigned int valid_hooks;
  unsigned int hook_entry[5];
  unsigned int underflow[5];
  unsigned int num_entries;
  unsigned int size;
};
struct ipt_replace {
  char name[32];
  unsigned int valid_hooks;
  unsigned int num_entries;
  unsigned int size;
  unsigned int hook_entry[5];
  unsigned int underflow[5];
  unsigned int num_counters;
  struct xt_counters* counters;
  struct ipt_entry entries[];
};
struct ipt_get_entries {
  char name[32];
  unsigned int size;
  struct ipt_entry entrytable[];
};
int ipt_register_table(struct net* net, const struct xt_table* table,
                       const struct ipt_replace* repl, const struct nf_hook_ops* ops);
void ipt_unregister_table_pre_exit(struct net* net, const char* name);
void ipt_unregister_table_exit(struct net* net, const char* name);
struct ipt_standard {
  struct ipt_entry entry;
  struct xt_standard_target target;
};
struct ipt_error {
  struct ipt_entry entry;
  struct xt_error_target target;
};
void* ipt_alloc_initial_table(const struct xt_table*);
unsigned int ipt_do_table(void* priv, struct sk_buff* skb, const struct nf_hook_state* state);

// Inline in Linux.
struct xt_entry_target;
struct xt_entry_target* ipt_get_target(struct ipt_entry* e);

// Inline in Linux.
struct xt_entry_target* ipt_get_target(struct ipt_entry* e);

#endif
