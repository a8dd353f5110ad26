// Network devices: the calls; the structure itself belongs to the network.
#ifndef _LINUX_NETDEVICE_H
#define _LINUX_NETDEVICE_H

#include <asm/byteorder.h>
#include <asm/cache.h>
#include <asm/local.h>
#include <linux/atomic.h>
#include <linux/bug.h>
#include <linux/cache.h>
#include <linux/delay.h>
#include <linux/device.h>
#include <linux/dynamic_queue_limits.h>
#include <linux/hashtable.h>
#include <linux/if.h>
#include <linux/if_bonding.h>
#include <linux/list.h>
#include <linux/notifier.h>
#include <linux/percpu.h>
#include <linux/prefetch.h>
#include <linux/rbtree.h>
#include <linux/rculist.h>
#include <linux/skbuff.h>
#include <linux/static_key.h>
#include <linux/timer.h>
#include <linux/u64_stats_sync.h>
#include <linux/workqueue.h>
#include <net/net_namespace.h>
#include <net/xdp.h>

struct list_head;
struct net;
struct net_device;
struct netdev_net_notifier;
struct notifier_block;
struct sk_buff;

enum netdev_tx { __NETDEV_TX_MIN = -2147483648, NETDEV_TX_OK = 0, NETDEV_TX_BUSY = 16 };

int register_netdevice_notifier(struct notifier_block*);
int unregister_netdevice_notifier(struct notifier_block*);
int register_netdevice_notifier_net(struct net*, struct notifier_block*);
int unregister_netdevice_notifier_net(struct net*, struct notifier_block*);
int register_netdevice_notifier_dev_net(struct net_device*, struct notifier_block*,
                                        struct netdev_net_notifier*);
int unregister_netdevice_notifier_dev_net(struct net_device*, struct notifier_block*,
                                          struct netdev_net_notifier*);
int register_netdevice(struct net_device*);
void unregister_netdevice_queue(struct net_device*, struct list_head*);
void unregister_netdevice_many(struct list_head*);
void free_netdev(struct net_device*);
int netif_rx(struct sk_buff*);
void dev_queue_xmit_nit(struct sk_buff*, struct net_device*);
void ether_setup(struct net_device*);
struct net_device* alloc_netdev_mqs(int, const char*, unsigned char, void (*)(struct net_device*),
                                    unsigned int, unsigned int);
int register_netdev(struct net_device*);
void unregister_netdev(struct net_device*);

typedef enum netdev_tx netdev_tx_t;

#include <linux/netdevice_api_mm32.h>
#include <linux/netdevice_flags_mm32.h>
#include <linux/netdevice_structs_mm32.h>

// Inline in Linux.
struct napi_struct;
struct net_device_core_stats;
struct netdev_notifier_info;
struct netdev_phys_item_id;
struct netdev_queue;
struct netdev_rx_queue;
struct netlink_ext_ack;
struct rps_sock_flow_table;
struct skb_shared_hwtstamps;
struct softnet_data;
bool dev_xmit_complete(int rc);
bool napi_disable_pending(struct napi_struct* n);
bool napi_prefer_busy_poll(struct napi_struct* n);
void napi_schedule(struct napi_struct* n);
void napi_schedule_irqoff(struct napi_struct* n);
bool napi_reschedule(struct napi_struct* napi);
bool napi_complete(struct napi_struct* n);
void napi_synchronize(const struct napi_struct* n);
bool napi_if_scheduled_mark_missed(struct napi_struct* n);
bool net_has_fallback_tunnels(const struct net* net);
int net_inherit_devconf(void);
int netdev_queue_numa_node_read(const struct netdev_queue* q);
void netdev_queue_numa_node_write(struct netdev_queue* q, int node);
void rps_record_sock_flow(struct rps_sock_flow_table* table, u32 hash);
bool netdev_phys_item_id_same(struct netdev_phys_item_id* a, struct netdev_phys_item_id* b);
bool netif_elide_gro(const struct net_device* dev);
int netdev_get_prio_tc_map(const struct net_device* dev, u32 prio);
int netdev_set_prio_tc_map(struct net_device* dev, u8 prio, u8 tc);
int netdev_get_num_tc(struct net_device* dev);
void net_prefetch(void* p);
void net_prefetchw(void* p);
int netdev_get_sb_channel(struct net_device* dev);
struct netdev_queue* netdev_get_tx_queue(const struct net_device* dev, unsigned int index);
struct netdev_queue* skb_get_tx_queue(const struct net_device* dev, const struct sk_buff* skb);
void netdev_for_each_tx_queue(struct net_device* dev,
                              void (*f)(struct net_device*, struct netdev_queue*, void*),
                              void* arg);
unsigned int netdev_get_fwd_headroom(struct net_device* dev);
void netdev_set_rx_headroom(struct net_device* dev, int new_hr);
void netdev_reset_rx_headroom(struct net_device* dev);
void* netdev_get_ml_priv(struct net_device* dev, enum netdev_ml_priv_type type);
void netdev_set_ml_priv(struct net_device* dev, void* ml_priv, enum netdev_ml_priv_type type);
struct net* dev_net(const struct net_device* dev);
struct net* dev_net_rcu(const struct net_device* dev);
void dev_net_set(struct net_device* dev, struct net* net);
void* netdev_priv(const struct net_device* dev);
void netif_napi_add(struct net_device* dev, struct napi_struct* napi,
                    int (*poll)(struct napi_struct*, int));
void netif_napi_add_tx_weight(struct net_device* dev, struct napi_struct* napi,
                              int (*poll)(struct napi_struct*, int), int weight);
void netif_napi_add_tx(struct net_device* dev, struct napi_struct* napi,
                       int (*poll)(struct napi_struct*, int));
void netif_napi_del(struct napi_struct* napi);
void dev_sw_netstats_rx_add(struct net_device* dev, unsigned int len);
void dev_sw_netstats_tx_add(struct net_device* dev, unsigned int packets, unsigned int len);
void dev_lstats_add(struct net_device* dev, unsigned int len);
void netdev_notifier_info_init(struct netdev_notifier_info* info, struct net_device* dev);
struct net_device* netdev_notifier_info_to_dev(const struct netdev_notifier_info* info);
struct netlink_ext_ack* netdev_notifier_info_to_extack(const struct netdev_notifier_info* info);
struct net_device* next_net_device(struct net_device* dev);
struct net_device* next_net_device_rcu(struct net_device* dev);
struct net_device* first_net_device(struct net* net);
struct net_device* first_net_device_rcu(struct net* net);
int dev_queue_xmit(struct sk_buff* skb);
int dev_queue_xmit_accel(struct sk_buff* skb, struct net_device* sb_dev);
int dev_direct_xmit(struct sk_buff* skb, u16 queue_id);
void unregister_netdevice(struct net_device* dev);
int dev_hard_header(struct sk_buff* skb, struct net_device* dev, unsigned short type,
                    const void* daddr, const void* saddr, unsigned int len);
int dev_parse_header(const struct sk_buff* skb, unsigned char* haddr);
__be16 dev_parse_header_protocol(const struct sk_buff* skb);
bool dev_validate_header(const struct net_device* dev, char* ll_header, int len);
bool dev_has_header(const struct net_device* dev);
void input_queue_head_incr(struct softnet_data* sd);
void input_queue_tail_incr_save(struct softnet_data* sd, unsigned int* qtail);
int dev_recursion_level(void);
bool dev_xmit_recursion(void);
void dev_xmit_recursion_inc(void);
void dev_xmit_recursion_dec(void);
void netif_tx_schedule_all(struct net_device* dev);
void netif_tx_start_queue(struct netdev_queue* dev_queue);
void netif_start_queue(struct net_device* dev);
void netif_tx_start_all_queues(struct net_device* dev);
void netif_wake_queue(struct net_device* dev);
void netif_tx_wake_all_queues(struct net_device* dev);
void netif_tx_stop_queue(struct netdev_queue* dev_queue);
void netif_stop_queue(struct net_device* dev);
bool netif_tx_queue_stopped(const struct netdev_queue* dev_queue);
bool netif_queue_stopped(const struct net_device* dev);
bool netif_xmit_stopped(const struct netdev_queue* dev_queue);
bool netif_xmit_frozen_or_stopped(const struct netdev_queue* dev_queue);
bool netif_xmit_frozen_or_drv_stopped(const struct netdev_queue* dev_queue);
void netdev_queue_set_dql_min_limit(struct netdev_queue* dev_queue, unsigned int min_limit);
void netdev_txq_bql_enqueue_prefetchw(struct netdev_queue* dev_queue);
void netdev_txq_bql_complete_prefetchw(struct netdev_queue* dev_queue);
void netdev_tx_sent_queue(struct netdev_queue* dev_queue, unsigned int bytes);
void netdev_sent_queue(struct net_device* dev, unsigned int bytes);
void netdev_tx_completed_queue(struct netdev_queue* dev_queue, unsigned int pkts,
                               unsigned int bytes);
void netdev_completed_queue(struct net_device* dev, unsigned int pkts, unsigned int bytes);
void netdev_tx_reset_queue(struct netdev_queue* q);
void netdev_reset_queue(struct net_device* dev_queue);
u16 netdev_cap_txqueue(struct net_device* dev, u16 queue_index);
bool netif_running(const struct net_device* dev);
void netif_start_subqueue(struct net_device* dev, u16 queue_index);
void netif_stop_subqueue(struct net_device* dev, u16 queue_index);
bool netif_subqueue_stopped(const struct net_device* dev, struct sk_buff* skb);
void netif_wake_subqueue(struct net_device* dev, u16 queue_index);
bool netif_attr_test_mask(unsigned long j, const unsigned long* mask, unsigned int nr_bits);
bool netif_attr_test_online(unsigned long j, const unsigned long* online_mask,
                            unsigned int nr_bits);
unsigned int netif_attrmask_next(int n, const unsigned long* srcp, unsigned int nr_bits);
int netif_attrmask_next_and(int n, const unsigned long* src1p, const unsigned long* src2p,
                            unsigned int nr_bits);
bool netif_is_multiqueue(const struct net_device* dev);
unsigned int get_netdev_rx_queue_index(struct netdev_rx_queue* queue);
void dev_kfree_skb_irq(struct sk_buff* skb);
void dev_consume_skb_irq(struct sk_buff* skb);
void dev_kfree_skb_any(struct sk_buff* skb);
void dev_consume_skb_any(struct sk_buff* skb);
void napi_free_frags(struct napi_struct* napi);
bool is_socket_ioctl_cmd(unsigned int cmd);
int dev_change_net_namespace(struct net_device* dev, struct net* net, const char* pat);
struct net_device_core_stats* dev_core_stats(struct net_device* dev);
void dev_core_stats_rx_dropped_inc(struct net_device* dev);
void dev_core_stats_tx_dropped_inc(struct net_device* dev);
void dev_core_stats_rx_nohandler_inc(struct net_device* dev);
void dev_core_stats_rx_otherhost_dropped_inc(struct net_device* dev);
void netdev_tracker_alloc(struct net_device* dev, netdevice_tracker* tracker, gfp_t gfp);
void netdev_tracker_free(struct net_device* dev, netdevice_tracker* tracker);
void netdev_hold(struct net_device* dev, netdevice_tracker* tracker, gfp_t gfp);
void netdev_put(struct net_device* dev, netdevice_tracker* tracker);
void dev_hold(struct net_device* dev);
void dev_put(struct net_device* dev);
void netdev_ref_replace(struct net_device* odev, struct net_device* ndev,
                        netdevice_tracker* tracker, gfp_t gfp);
bool netif_carrier_ok(const struct net_device* dev);
void netif_dormant_on(struct net_device* dev);
void netif_dormant_off(struct net_device* dev);
bool netif_dormant(const struct net_device* dev);
void netif_testing_on(struct net_device* dev);
void netif_testing_off(struct net_device* dev);
bool netif_testing(const struct net_device* dev);
bool netif_oper_up(const struct net_device* dev);
bool netif_device_present(const struct net_device* dev);
u32 netif_msg_init(int debug_value, int default_msg_enable_bits);
void txq_trans_update(struct netdev_queue* txq);
void txq_trans_cond_update(struct netdev_queue* txq);
void netif_trans_update(struct net_device* dev);
void netif_tx_lock_bh(struct net_device* dev);
void netif_tx_unlock_bh(struct net_device* dev);
void netif_tx_disable(struct net_device* dev);
void netif_addr_lock(struct net_device* dev);
void netif_addr_lock_bh(struct net_device* dev);
void netif_addr_unlock(struct net_device* dev);
void netif_addr_unlock_bh(struct net_device* dev);
void dev_addr_set(struct net_device* dev, const u8* addr);
struct sk_buff* skb_gso_segment(struct sk_buff* skb, netdev_features_t features);
bool can_checksum_protocol(netdev_features_t features, __be16 protocol);
ktime_t netdev_get_tstamp(struct net_device* dev, const struct skb_shared_hwtstamps* hwtstamps,
                          bool cycles);
bool netdev_xmit_more(void);
netdev_tx_t netdev_start_xmit(struct sk_buff* skb, struct net_device* dev, struct netdev_queue* txq,
                              bool more);
netdev_features_t netdev_intersect_features(netdev_features_t f1, netdev_features_t f2);
netdev_features_t netdev_get_wanted_features(struct net_device* dev);
netdev_features_t netdev_add_tso_features(netdev_features_t features, netdev_features_t mask);
bool net_gso_ok(netdev_features_t features, int gso_type);
bool skb_gso_ok(struct sk_buff* skb, netdev_features_t features);
bool netif_needs_gso(struct sk_buff* skb, netdev_features_t features);
void skb_gso_error_unwind(struct sk_buff* skb, __be16 protocol, int pulled_hlen, u16 mac_offset,
                          int mac_len);
bool netif_is_macsec(const struct net_device* dev);
bool netif_is_macvlan(const struct net_device* dev);
bool netif_is_macvlan_port(const struct net_device* dev);
bool netif_is_bond_master(const struct net_device* dev);
bool netif_is_bond_slave(const struct net_device* dev);
bool netif_supports_nofcs(struct net_device* dev);
bool netif_has_l3_rx_handler(const struct net_device* dev);
bool netif_is_l3_master(const struct net_device* dev);
bool netif_is_l3_slave(const struct net_device* dev);
int dev_sdif(const struct net_device* dev);
bool netif_is_bridge_master(const struct net_device* dev);
bool netif_is_bridge_port(const struct net_device* dev);
bool netif_is_ovs_master(const struct net_device* dev);
bool netif_is_ovs_port(const struct net_device* dev);
bool netif_is_any_bridge_port(const struct net_device* dev);
bool netif_is_team_master(const struct net_device* dev);
bool netif_is_team_port(const struct net_device* dev);
bool netif_is_lag_master(const struct net_device* dev);
bool netif_is_lag_port(const struct net_device* dev);
bool netif_is_rxfh_configured(const struct net_device* dev);
bool netif_is_failover(const struct net_device* dev);
bool netif_is_failover_slave(const struct net_device* dev);
void netif_keep_dst(struct net_device* dev);
bool netif_reduces_vlan_mtu(struct net_device* dev);
const char* netdev_name(const struct net_device* dev);
bool netdev_unregistering(const struct net_device* dev);
const char* netdev_reg_state(const struct net_device* dev);

#endif
