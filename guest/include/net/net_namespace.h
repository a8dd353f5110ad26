// Networks apart from each other.
#ifndef _NET_NET_NAMESPACE_H
#define _NET_NET_NAMESPACE_H

#include <linux/idr.h>
#include <linux/net.h>
#include <linux/ns_common.h>
#include <net/net_trackers.h>

extern struct net init_net;

struct ctl_table;
struct ctl_table_header;
struct ctl_table_set;
struct hlist_head;
struct idr;
struct key_tag;
struct list_head;
struct llist_node;
struct net;
struct net_device;
struct net_generic;
struct netns_bpf;
struct netns_can;
struct netns_core;
struct netns_ct;
struct netns_ft;
struct netns_ieee802154_lowpan;
struct netns_ipv4;
struct netns_ipv6;
struct netns_ipvs;
struct netns_mib;
struct netns_mpls;
struct netns_nexthop;
struct netns_nf;
struct netns_nftables;
struct netns_packet;
struct netns_sctp;
struct netns_smc;
struct netns_unix;
struct netns_xdp;
struct netns_xfrm;
struct ns_common;
struct pernet_operations;
struct proc_dir_entry;
struct raw_notifier_head;
struct ref_tracker_dir;
struct sk_buff_head;
struct sock;
struct ucounts;
struct uevent_sock;
struct user_namespace;

#define NETDEV_HASHBITS 8
#define NETDEV_HASHENTRIES (1 << NETDEV_HASHBITS)
struct net* copy_net_ns(unsigned long flags, struct user_namespace* user_ns, struct net* old_net);
void net_ns_get_ownership(const struct net* net, kuid_t* uid, kgid_t* gid);
void net_ns_barrier(void);
struct ns_common* get_net_ns(struct ns_common* ns);
struct net* get_net_ns_by_fd(int fd);
extern struct list_head net_namespace_list;
struct net* get_net_ns_by_pid(pid_t pid);
void ipx_register_sysctl(void);
void ipx_unregister_sysctl(void);
void __put_net(struct net* net);
void net_drop_ns(void*);
typedef struct {
  struct net* net;
} possible_net_t;
int peernet2id_alloc(struct net* net, struct net* peer, gfp_t gfp);
int peernet2id(const struct net* net, struct net* peer);
bool peernet_has_id(const struct net* net, struct net* peer);
struct net* get_net_ns_by_id(const struct net* net, int id);
struct pernet_operations {
  struct list_head list;
  int (*init)(struct net*);
  void (*pre_exit)(struct net*);
  void (*exit)(struct net*);
  void (*exit_batch)(struct list_head*);
  void (*exit_batch_rtnl)(struct list_head*, struct list_head*);
  unsigned int* id;
  size_t size;
};
int register_pernet_subsys(struct pernet_operations*);
void unregister_pernet_subsys(struct pernet_operations*);
int register_pernet_device(struct pernet_operations*);
void unregister_pernet_device(struct pernet_operations*);
int net_sysctl_init(void);
struct ctl_table_header* register_net_sysctl(struct net* net, const char* path,
                                             struct ctl_table* table);
void unregister_net_sysctl_table(struct ctl_table_header* header);
extern void (*__fib6_flush_trees)(struct net*);
void net_ns_init(void);

// Inline in Linux.
struct net* get_net(struct net* net);
struct net* maybe_get_net(struct net* net);
void put_net(struct net* net);
int net_eq(const struct net* net1, const struct net* net2);
int check_net(const struct net* net);
void netns_tracker_alloc(struct net* net, netns_tracker* tracker, gfp_t gfp);
void netns_tracker_free(struct net* net, netns_tracker* tracker);
struct net* get_net_track(struct net* net, netns_tracker* tracker, gfp_t gfp);
void put_net_track(struct net* net, netns_tracker* tracker);
void write_pnet(possible_net_t* pnet, struct net* net);
struct net* read_pnet(const possible_net_t* pnet);
struct net* read_pnet_rcu(const possible_net_t* pnet);
int rt_genid_ipv4(const struct net* net);
int rt_genid_ipv6(const struct net* net);
void rt_genid_bump_ipv4(struct net* net);
void rt_genid_bump_ipv6(struct net* net);
struct netns_ieee802154_lowpan* net_ieee802154_lowpan(struct net* net);
void rt_genid_bump_all(struct net* net);
int fnhe_genid(const struct net* net);
void fnhe_genid_bump(struct net* net);

#endif
