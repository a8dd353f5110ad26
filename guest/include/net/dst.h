// Destinations of packets.
#ifndef _NET_DST_H
#define _NET_DST_H

#include <asm/processor.h>
#include <linux/bug.h>
#include <linux/jiffies.h>
#include <linux/netdevice.h>
#include <linux/rcupdate.h>
#include <linux/refcount.h>
#include <linux/types.h>

struct callback_head;
struct dst_entry;
struct dst_metrics;
struct dst_ops;
struct flowi;
struct lwtunnel_state;
struct neighbour;
struct net;
struct net_device;
struct sk_buff;
struct sock;
struct xfrm_state;

#define DST_NOXFRM 0x0002
#define DST_NOPOLICY 0x0004
#define DST_NOCOUNT 0x0008
#define DST_FAKE_RTABLE 0x0010
#define DST_XFRM_TUNNEL 0x0020
#define DST_XFRM_QUEUE 0x0040
#define DST_METADATA 0x0080
#define DST_OBSOLETE_NONE 0
#define DST_OBSOLETE_DEAD 2
#define DST_OBSOLETE_FORCE_CHK -1
#define DST_OBSOLETE_KILL -2
#define DST_METRICS_READ_ONLY 0x1UL
#define DST_METRICS_REFCOUNTED 0x2UL
#define DST_METRICS_FLAGS 0x3UL
#define DST_FEATURE_ECN_CA (1U << 31)
#define DST_FEATURE_MASK (DST_FEATURE_ECN_CA)
#define DST_FEATURE_ECN_MASK (DST_FEATURE_ECN_CA | RTAX_FEATURE_ECN)
struct dst_entry {
  struct net_device* dev;
  struct dst_ops* ops;
  unsigned long _metrics;
  unsigned long expires;
  struct xfrm_state* xfrm;
  int (*input)(struct sk_buff*);
  int (*output)(struct net*, struct sock*, struct sk_buff*);
  unsigned short flags;
  short obsolete;
  unsigned short header_len;
  unsigned short trailer_len;
  int __use;
  unsigned long lastuse;
  struct lwtunnel_state* lwtstate;
  struct callback_head callback_head;
  short error;
  short __pad;
  __u32 tclassid;
  atomic_t __refcnt;
  netdevice_tracker dev_tracker;
};
struct dst_metrics {
  u32 metrics[17];
  refcount_t refcnt;
};
extern const struct dst_metrics dst_default_metrics;
u32* dst_cow_metrics_generic(struct dst_entry* dst, unsigned long old);
void __dst_destroy_metrics_generic(struct dst_entry* dst, unsigned long old);
unsigned int ip6_mtu(const struct dst_entry*);
unsigned int ipv4_mtu(const struct dst_entry*);
void dst_release(struct dst_entry* dst);
void dst_release_immediate(struct dst_entry* dst);
int dst_discard_out(struct net* net, struct sock* sk, struct sk_buff* skb);
void* dst_alloc(struct dst_ops* ops, struct net_device* dev, int initial_ref, int initial_obsolete,
                unsigned short flags);
void dst_init(struct dst_entry* dst, struct dst_ops* ops, struct net_device* dev, int initial_ref,
              int initial_obsolete, unsigned short flags);
struct dst_entry* dst_destroy(struct dst_entry* dst);
void dst_dev_put(struct dst_entry* dst);
struct dst_entry* ip6_dst_check(struct dst_entry*, u32);
struct dst_entry* ipv4_dst_check(struct dst_entry*, u32);
enum { XFRM_LOOKUP_ICMP = 1, XFRM_LOOKUP_QUEUE, XFRM_LOOKUP_KEEP_DST_REF = 4 };
struct dst_entry* xfrm_lookup(struct net* net, struct dst_entry* dst_orig, const struct flowi* fl,
                              const struct sock* sk, int flags);
struct dst_entry* xfrm_lookup_with_ifid(struct net* net, struct dst_entry* dst_orig,
                                        const struct flowi* fl, const struct sock* sk, int flags,
                                        u32 if_id);
struct dst_entry* xfrm_lookup_route(struct net* net, struct dst_entry* dst_orig,
                                    const struct flowi* fl, const struct sock* sk, int flags);
struct dst_entry* dst_blackhole_check(struct dst_entry* dst, u32 cookie);
void dst_blackhole_update_pmtu(struct dst_entry* dst, struct sock* sk, struct sk_buff* skb, u32 mtu,
                               bool confirm_neigh);
void dst_blackhole_redirect(struct dst_entry* dst, struct sock* sk, struct sk_buff* skb);
u32* dst_blackhole_cow_metrics(struct dst_entry* dst, unsigned long old);
struct neighbour* dst_blackhole_neigh_lookup(const struct dst_entry* dst, struct sk_buff* skb,
                                             const void* daddr);
unsigned int dst_blackhole_mtu(const struct dst_entry* dst);

// Inline in Linux.
bool dst_metrics_read_only(const struct dst_entry* dst);
void dst_destroy_metrics_generic(struct dst_entry* dst);
u32* dst_metrics_write_ptr(struct dst_entry* dst);
void dst_init_metrics(struct dst_entry* dst, const u32* src_metrics, bool read_only);
void dst_copy_metrics(struct dst_entry* dest, const struct dst_entry* src);
u32* dst_metrics_ptr(struct dst_entry* dst);
u32 dst_metric_raw(const struct dst_entry* dst, const int metric);
u32 dst_metric(const struct dst_entry* dst, const int metric);
u32 dst_metric_advmss(const struct dst_entry* dst);
void dst_metric_set(struct dst_entry* dst, int metric, u32 val);
u32 dst_feature(const struct dst_entry* dst, u32 feature);
u32 dst_mtu(const struct dst_entry* dst);
unsigned long dst_metric_rtt(const struct dst_entry* dst, int metric);
u32 dst_allfrag(const struct dst_entry* dst);
int dst_metric_locked(const struct dst_entry* dst, int metric);
void dst_hold(struct dst_entry* dst);
void dst_use_noref(struct dst_entry* dst, unsigned long time);
struct dst_entry* dst_clone(struct dst_entry* dst);
void refdst_drop(unsigned long refdst);
void skb_dst_drop(struct sk_buff* skb);
void skb_dst_copy(struct sk_buff* nskb, const struct sk_buff* oskb);
bool dst_hold_safe(struct dst_entry* dst);
bool skb_dst_force(struct sk_buff* skb);
void skb_tunnel_rx(struct sk_buff* skb, struct net_device* dev, struct net* net);
u32 dst_tclassid(const struct sk_buff* skb);
int dst_discard(struct sk_buff* skb);
void dst_confirm(struct dst_entry* dst);
struct neighbour* dst_neigh_lookup(const struct dst_entry* dst, const void* daddr);
struct neighbour* dst_neigh_lookup_skb(const struct dst_entry* dst, struct sk_buff* skb);
void dst_confirm_neigh(const struct dst_entry* dst, const void* daddr);
void dst_link_failure(struct sk_buff* skb);
void dst_set_expires(struct dst_entry* dst, int timeout);
unsigned int dst_dev_overhead(struct dst_entry* dst, struct sk_buff* skb);
int dst_output(struct net* net, struct sock* sk, struct sk_buff* skb);
int dst_input(struct sk_buff* skb);
struct dst_entry* dst_check(struct dst_entry* dst, u32 cookie);
struct xfrm_state* dst_xfrm(const struct dst_entry* dst);
void skb_dst_update_pmtu(struct sk_buff* skb, u32 mtu);
void skb_dst_update_pmtu_no_confirm(struct sk_buff* skb, u32 mtu);
struct net_device* dst_dev_rcu(const struct dst_entry* dst);
struct net_device* skb_dst_dev_rcu(const struct sk_buff* skb);

// Inline in Linux.
bool dst_metrics_read_only(const struct dst_entry* dst);
void dst_destroy_metrics_generic(struct dst_entry* dst);
u32* dst_metrics_write_ptr(struct dst_entry* dst);
void dst_init_metrics(struct dst_entry* dst, const u32* src_metrics, bool read_only);
void dst_copy_metrics(struct dst_entry* dest, const struct dst_entry* src);
u32* dst_metrics_ptr(struct dst_entry* dst);
u32 dst_metric_raw(const struct dst_entry* dst, const int metric);
u32 dst_metric(const struct dst_entry* dst, const int metric);
u32 dst_metric_advmss(const struct dst_entry* dst);
void dst_metric_set(struct dst_entry* dst, int metric, u32 val);
u32 dst_feature(const struct dst_entry* dst, u32 feature);
u32 dst_mtu(const struct dst_entry* dst);
unsigned long dst_metric_rtt(const struct dst_entry* dst, int metric);
u32 dst_allfrag(const struct dst_entry* dst);
int dst_metric_locked(const struct dst_entry* dst, int metric);
void dst_hold(struct dst_entry* dst);
void dst_use_noref(struct dst_entry* dst, unsigned long time);
struct dst_entry* dst_clone(struct dst_entry* dst);
void refdst_drop(unsigned long refdst);
void skb_dst_drop(struct sk_buff* skb);
void skb_dst_copy(struct sk_buff* nskb, const struct sk_buff* oskb);
bool dst_hold_safe(struct dst_entry* dst);
bool skb_dst_force(struct sk_buff* skb);
void skb_tunnel_rx(struct sk_buff* skb, struct net_device* dev, struct net* net);
u32 dst_tclassid(const struct sk_buff* skb);
int dst_discard(struct sk_buff* skb);
void dst_confirm(struct dst_entry* dst);
struct neighbour* dst_neigh_lookup(const struct dst_entry* dst, const void* daddr);
struct neighbour* dst_neigh_lookup_skb(const struct dst_entry* dst, struct sk_buff* skb);
void dst_confirm_neigh(const struct dst_entry* dst, const void* daddr);
void dst_link_failure(struct sk_buff* skb);
void dst_set_expires(struct dst_entry* dst, int timeout);
unsigned int dst_dev_overhead(struct dst_entry* dst, struct sk_buff* skb);
int dst_output(struct net* net, struct sock* sk, struct sk_buff* skb);
int dst_input(struct sk_buff* skb);
struct dst_entry* dst_check(struct dst_entry* dst, u32 cookie);
struct xfrm_state* dst_xfrm(const struct dst_entry* dst);
void skb_dst_update_pmtu(struct sk_buff* skb, u32 mtu);
void skb_dst_update_pmtu_no_confirm(struct sk_buff* skb, u32 mtu);
struct net_device* dst_dev_rcu(const struct dst_entry* dst);
struct net_device* skb_dst_dev_rcu(const struct sk_buff* skb);

#endif
