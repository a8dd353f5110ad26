// IPv4 settings of network devices.
#ifndef _LINUX_INETDEVICE_H
#define _LINUX_INETDEVICE_H

#include <linux/bitmap.h>
#include <linux/if.h>
#include <linux/ip.h>
#include <linux/netdevice.h>
#include <linux/rcupdate.h>
#include <linux/refcount.h>
#include <linux/sysctl.h>
#include <linux/timer.h>
#include <linux/types.h>

struct callback_head;
struct hlist_node;
struct ifreq;
struct in_device;
struct in_ifaddr;
struct in_validator_info;
struct ip_mc_list;
struct ipv4_devconf;
struct neigh_parms;
struct net;
struct net_device;
struct netlink_ext_ack;
struct notifier_block;
struct timer_list;

#define MC_HASH_SZ_LOG 9
struct ipv4_devconf {
  void* sysctl;
  int data[33];
  unsigned long state[2];
};
struct in_device {
  struct net_device* dev;
  netdevice_tracker dev_tracker;
  refcount_t refcnt;
  int dead;
  struct in_ifaddr* ifa_list;
  struct ip_mc_list* mc_list;
  struct ip_mc_list** mc_hash;
  int mc_count;
  spinlock_t mc_tomb_lock;
  struct ip_mc_list* mc_tomb;
  unsigned long mr_v1_seen;
  unsigned long mr_v2_seen;
  unsigned long mr_maxdelay;
  unsigned long mr_qi;
  unsigned long mr_qri;
  unsigned char mr_qrv;
  unsigned char mr_gq_running;
  u32 mr_ifc_count;
  struct timer_list mr_gq_timer;
  struct timer_list mr_ifc_timer;
  struct neigh_parms* arp_parms;
  struct ipv4_devconf cnf;
  struct callback_head callback_head;
};
struct in_ifaddr {
  struct hlist_node hash;
  struct in_ifaddr* ifa_next;
  struct in_device* ifa_dev;
  struct callback_head callback_head;
  __be32 ifa_local;
  __be32 ifa_address;
  __be32 ifa_mask;
  __u32 ifa_rt_priority;
  __be32 ifa_broadcast;
  unsigned char ifa_scope;
  unsigned char ifa_prefixlen;
  unsigned char ifa_proto;
  __u32 ifa_flags;
  char ifa_label[16];
  __u32 ifa_valid_lft;
  __u32 ifa_preferred_lft;
  unsigned long ifa_cstamp;
  unsigned long ifa_tstamp;
};
struct in_validator_info {
  __be32 ivi_addr;
  struct in_device* ivi_dev;
  struct netlink_ext_ack* extack;
};
int register_inetaddr_notifier(struct notifier_block* nb);
int unregister_inetaddr_notifier(struct notifier_block* nb);
int register_inetaddr_validator_notifier(struct notifier_block* nb);
int unregister_inetaddr_validator_notifier(struct notifier_block* nb);
void inet_netconf_notify_devconf(struct net* net, int event, int type, int ifindex,
                                 struct ipv4_devconf* devconf);
struct net_device* __ip_dev_find(struct net* net, __be32 addr, bool devref);
int inet_addr_onlink(struct in_device* in_dev, __be32 a, __be32 b);
int devinet_ioctl(struct net* net, unsigned int cmd, struct ifreq*);
int inet_gifconf(struct net_device* dev, char* buf, int len, int size);
void devinet_init(void);
struct in_device* inetdev_by_index(struct net*, int);
__be32 inet_select_addr(const struct net_device* dev, __be32 dst, int scope);
__be32 inet_confirm_addr(struct net* net, struct in_device* in_dev, __be32 dst, __be32 local,
                         int scope);
struct in_ifaddr* inet_ifa_byprefix(struct in_device* in_dev, __be32 prefix, __be32 mask);
struct in_ifaddr* inet_lookup_ifaddr_rcu(struct net* net, __be32 addr);
void in_dev_finish_destroy(struct in_device* idev);

// Inline in Linux.
int ipv4_devconf_get(struct in_device* in_dev, int index);
void ipv4_devconf_set(struct in_device* in_dev, int index, int val);
void ipv4_devconf_setall(struct in_device* in_dev);
struct net_device* ip_dev_find(struct net* net, __be32 addr);
bool inet_ifa_match(__be32 addr, const struct in_ifaddr* ifa);
bool bad_mask(__be32 mask, __be32 addr);
struct in_device* in_dev_get(const struct net_device* dev);
bool ip_ignore_linkdown(const struct net_device* dev);
void in_dev_put(struct in_device* idev);
__be32 inet_make_mask(int logmask);
int inet_mask_len(__be32 mask);

// Inline in Linux.
int ipv4_devconf_get(struct in_device* in_dev, int index);
void ipv4_devconf_set(struct in_device* in_dev, int index, int val);
void ipv4_devconf_setall(struct in_device* in_dev);
struct net_device* ip_dev_find(struct net* net, __be32 addr);
bool inet_ifa_match(__be32 addr, const struct in_ifaddr* ifa);
bool bad_mask(__be32 mask, __be32 addr);
struct in_device* in_dev_get(const struct net_device* dev);
bool ip_ignore_linkdown(const struct net_device* dev);
void in_dev_put(struct in_device* idev);
__be32 inet_make_mask(int logmask);
int inet_mask_len(__be32 mask);

#endif
