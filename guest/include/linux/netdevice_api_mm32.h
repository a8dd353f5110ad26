// The calls of <linux/netdevice.h> and the data it declares, as 6.1 declares them.
#include <linux/netdevice.h>
#ifndef _LINUX_NETDEVICE_API_MM32_H
#define _LINUX_NETDEVICE_API_MM32_H

#include <linux/netdevice_structs_mm32.h>

struct Qdisc;
struct bpf_prog;
struct class_attribute;
struct cpumask;
struct device;
struct ethtool_ops;
struct ifconf;
struct ifreq;
struct kobj_ns_type_operations;
struct list_head;
struct napi_struct;
struct net;
struct net_device;
struct net_device_core_stats;
struct net_device_path_stack;
struct net_device_stats;
struct netdev_bonding_info;
struct netdev_hw_addr_list;
struct netdev_nested_priv;
struct netdev_notifier_offload_xstats_rd;
struct netdev_notifier_offload_xstats_ru;
struct netdev_phys_item_id;
struct netdev_queue;
struct netlink_ext_ack;
struct packet_offload;
struct packet_type;
struct pcpu_sw_netstats;
struct pernet_operations;
struct rps_sock_flow_table;
struct rtnl_hw_stats64;
struct rtnl_link_stats64;
struct sk_buff;
struct sock;
struct sockaddr;
struct softnet_data;
struct static_key_false;
struct xdp_buff;
union bpf_attr;

void netdev_set_default_ethtool_ops(struct net_device* dev, const struct ethtool_ops* ops);
extern struct static_key_false rps_needed;
extern struct static_key_false rfs_needed;
void __napi_schedule(struct napi_struct* n);
void __napi_schedule_irqoff(struct napi_struct* n);
bool napi_schedule_prep(struct napi_struct* n);
bool napi_complete_done(struct napi_struct* n, int work_done);
int dev_set_threaded(struct net_device* dev, bool threaded);
void napi_disable(struct napi_struct* n);
void napi_enable(struct napi_struct* n);
extern int sysctl_fb_tunnels_only_for_init_net;
extern int sysctl_devconf_inherit_init_net;
extern u32 rps_cpu_mask;
extern struct rps_sock_flow_table* rps_sock_flow_table;
bool rps_may_expire_flow(struct net_device* dev, u16 rxq_index, u32 flow_id, u16 filter_id);
int netdev_txq_to_tc(struct net_device* dev, unsigned int txq);
void netdev_reset_tc(struct net_device* dev);
int netdev_set_tc_queue(struct net_device* dev, u8 tc, u16 count, u16 offset);
int netdev_set_num_tc(struct net_device* dev, u8 num_tc);
void netdev_unbind_sb_channel(struct net_device* dev, struct net_device* sb_dev);
int netdev_bind_sb_channel_queue(struct net_device* dev, struct net_device* sb_dev, u8 tc,
                                 u16 count, u16 offset);
int netdev_set_sb_channel(struct net_device* dev, u16 channel);
u16 netdev_pick_tx(struct net_device* dev, struct sk_buff* skb, struct net_device* sb_dev);
struct netdev_queue* netdev_core_pick_tx(struct net_device* dev, struct sk_buff* skb,
                                         struct net_device* sb_dev);
void netif_napi_add_weight(struct net_device* dev, struct napi_struct* napi,
                           int (*poll)(struct napi_struct*, int), int weight);
void __netif_napi_del(struct napi_struct* napi);
void dev_lstats_read(struct net_device* dev, u64* packets, u64* bytes);
const char* netdev_cmd_to_name(enum netdev_cmd cmd);
int netdev_offload_xstats_enable(struct net_device* dev, enum netdev_offload_xstats_type type,
                                 struct netlink_ext_ack* extack);
int netdev_offload_xstats_disable(struct net_device* dev, enum netdev_offload_xstats_type type);
bool netdev_offload_xstats_enabled(const struct net_device* dev,
                                   enum netdev_offload_xstats_type type);
int netdev_offload_xstats_get(struct net_device* dev, enum netdev_offload_xstats_type type,
                              struct rtnl_hw_stats64* stats, bool* used,
                              struct netlink_ext_ack* extack);
void netdev_offload_xstats_report_delta(struct netdev_notifier_offload_xstats_rd* rd,
                                        const struct rtnl_hw_stats64* stats);
void netdev_offload_xstats_report_used(struct netdev_notifier_offload_xstats_ru* ru);
void netdev_offload_xstats_push_delta(struct net_device* dev, enum netdev_offload_xstats_type type,
                                      const struct rtnl_hw_stats64* stats);
int call_netdevice_notifiers(unsigned long val, struct net_device* dev);
extern rwlock_t dev_base_lock;
int netdev_boot_setup_check(struct net_device* dev);
struct net_device* dev_getbyhwaddr(struct net* net, unsigned short type, const char* hwaddr);
struct net_device* dev_getbyhwaddr_rcu(struct net* net, unsigned short type, const char* hwaddr);
struct net_device* dev_getfirstbyhwtype(struct net* net, unsigned short type);
void dev_add_pack(struct packet_type* pt);
void dev_remove_pack(struct packet_type* pt);
void __dev_remove_pack(struct packet_type* pt);
void dev_add_offload(struct packet_offload* po);
void dev_remove_offload(struct packet_offload* po);
int dev_get_iflink(const struct net_device* dev);
int dev_fill_metadata_dst(struct net_device* dev, struct sk_buff* skb);
int dev_fill_forward_path(const struct net_device* dev, const u8* daddr,
                          struct net_device_path_stack* stack);
struct net_device* __dev_get_by_flags(struct net* net, unsigned short flags, unsigned short mask);
struct net_device* dev_get_by_name(struct net* net, const char* name);
struct net_device* dev_get_by_name_rcu(struct net* net, const char* name);
struct net_device* __dev_get_by_name(struct net* net, const char* name);
bool netdev_name_in_use(struct net* net, const char* name);
int dev_alloc_name(struct net_device* dev, const char* name);
int dev_open(struct net_device* dev, struct netlink_ext_ack* extack);
void dev_close(struct net_device* dev);
void dev_close_many(struct list_head* head, bool unlink);
void dev_disable_lro(struct net_device* dev);
int dev_loopback_xmit(struct net* net, struct sock* sk, struct sk_buff* newskb);
u16 dev_pick_tx_zero(struct net_device* dev, struct sk_buff* skb, struct net_device* sb_dev);
u16 dev_pick_tx_cpu_id(struct net_device* dev, struct sk_buff* skb, struct net_device* sb_dev);
int __dev_queue_xmit(struct sk_buff* skb, struct net_device* sb_dev);
int __dev_direct_xmit(struct sk_buff* skb, u16 queue_id);
int netdev_refcnt_read(const struct net_device* dev);
void netdev_freemem(struct net_device* dev);
int init_dummy_netdev(struct net_device* dev);
struct net_device* netdev_get_xmit_slave(struct net_device* dev, struct sk_buff* skb,
                                         bool all_slaves);
struct net_device* netdev_sk_get_lowest_dev(struct net_device* dev, struct sock* sk);
struct net_device* dev_get_by_index(struct net* net, int ifindex);
struct net_device* __dev_get_by_index(struct net* net, int ifindex);
struct net_device* dev_get_by_index_rcu(struct net* net, int ifindex);
struct net_device* dev_get_by_napi_id(unsigned int napi_id);
int dev_restart(struct net_device* dev);
extern typeof(struct softnet_data) softnet_data;
void __netif_schedule(struct Qdisc* q);
void netif_schedule_queue(struct netdev_queue* txq);
void netif_tx_wake_queue(struct netdev_queue* dev_queue);
void netif_tx_stop_all_queues(struct net_device* dev);
int netif_set_xps_queue(struct net_device* dev, const struct cpumask* mask, u16 index);
int __netif_set_xps_queue(struct net_device* dev, const unsigned long* mask, u16 index,
                          enum xps_map_type type);
int netif_set_real_num_tx_queues(struct net_device* dev, unsigned int txq);
int netif_set_real_num_rx_queues(struct net_device* dev, unsigned int rxq);
int netif_set_real_num_queues(struct net_device* dev, unsigned int txq, unsigned int rxq);
int netif_get_num_default_rss_queues(void);
void __dev_kfree_skb_irq(struct sk_buff* skb, enum skb_free_reason reason);
void __dev_kfree_skb_any(struct sk_buff* skb, enum skb_free_reason reason);
u32 bpf_prog_run_generic_xdp(struct sk_buff* skb, struct xdp_buff* xdp, struct bpf_prog* xdp_prog);
void generic_xdp_tx(struct sk_buff* skb, struct bpf_prog* xdp_prog);
int do_xdp_generic(struct bpf_prog* xdp_prog, struct sk_buff* skb);
int __netif_rx(struct sk_buff* skb);
int netif_receive_skb(struct sk_buff* skb);
int netif_receive_skb_core(struct sk_buff* skb);
void netif_receive_skb_list_internal(struct list_head* head);
void netif_receive_skb_list(struct list_head* head);
gro_result_t napi_gro_receive(struct napi_struct* napi, struct sk_buff* skb);
void napi_gro_flush(struct napi_struct* napi, bool flush_old);
struct sk_buff* napi_get_frags(struct napi_struct* napi);
void napi_get_frags_check(struct napi_struct* napi);
gro_result_t napi_gro_frags(struct napi_struct* napi);
struct packet_offload* gro_find_receive_by_type(__be16 type);
struct packet_offload* gro_find_complete_by_type(__be16 type);
bool netdev_is_rx_handler_busy(struct net_device* dev);
int netdev_rx_handler_register(struct net_device* dev, rx_handler_func_t* rx_handler,
                               void* rx_handler_data);
void netdev_rx_handler_unregister(struct net_device* dev);
bool dev_valid_name(const char* name);
int get_user_ifreq(struct ifreq* ifr, void** ifrdata, void* arg);
int put_user_ifreq(struct ifreq* ifr, void* arg);
int dev_ioctl(struct net* net, unsigned int cmd, struct ifreq* ifr, void* data, bool* need_copyout);
int dev_ifconf(struct net* net, struct ifconf* ifc);
int dev_ethtool(struct net* net, struct ifreq* ifr, void* userdata);
unsigned int dev_get_flags(const struct net_device*);
int __dev_change_flags(struct net_device* dev, unsigned int flags, struct netlink_ext_ack* extack);
int dev_change_flags(struct net_device* dev, unsigned int flags, struct netlink_ext_ack* extack);
int dev_set_alias(struct net_device*, const char*, size_t);
int dev_get_alias(const struct net_device*, char*, size_t);
int __dev_change_net_namespace(struct net_device* dev, struct net* net, const char* pat,
                               int new_ifindex);
int __dev_set_mtu(struct net_device*, int);
int dev_set_mtu(struct net_device*, int);
int dev_pre_changeaddr_notify(struct net_device* dev, const char* addr,
                              struct netlink_ext_ack* extack);
int dev_set_mac_address(struct net_device* dev, struct sockaddr* sa,
                        struct netlink_ext_ack* extack);
int dev_set_mac_address_user(struct net_device* dev, struct sockaddr* sa,
                             struct netlink_ext_ack* extack);
int dev_get_mac_address(struct sockaddr* sa, struct net* net, char* dev_name);
int dev_get_port_parent_id(struct net_device* dev, struct netdev_phys_item_id* ppid, bool recurse);
bool netdev_port_same_parent_id(struct net_device* a, struct net_device* b);
struct sk_buff* validate_xmit_skb_list(struct sk_buff* skb, struct net_device* dev, bool* again);
struct sk_buff* dev_hard_start_xmit(struct sk_buff* skb, struct net_device* dev,
                                    struct netdev_queue* txq, int* ret);
int bpf_xdp_link_attach(const union bpf_attr* attr, struct bpf_prog* prog);
u8 dev_xdp_prog_count(struct net_device* dev);
u32 dev_xdp_prog_id(struct net_device* dev, enum bpf_xdp_mode mode);
int __dev_forward_skb(struct net_device* dev, struct sk_buff* skb);
int dev_forward_skb(struct net_device* dev, struct sk_buff* skb);
int dev_forward_skb_nomtu(struct net_device* dev, struct sk_buff* skb);
bool is_skb_forwardable(const struct net_device* dev, const struct sk_buff* skb);
struct net_device_core_stats* netdev_core_stats_alloc(struct net_device* dev);
bool dev_nit_active(struct net_device* dev);
void linkwatch_fire_event(struct net_device* dev);
unsigned long dev_trans_start(struct net_device* dev);
void __netdev_watchdog_up(struct net_device* dev);
void netif_carrier_on(struct net_device* dev);
void netif_carrier_off(struct net_device* dev);
void netif_carrier_event(struct net_device* dev);
void netif_device_detach(struct net_device* dev);
void netif_device_attach(struct net_device* dev);
void netif_tx_lock(struct net_device* dev);
void netif_tx_unlock(struct net_device* dev);
int devm_register_netdev(struct device* dev, struct net_device* ndev);
int __hw_addr_sync(struct netdev_hw_addr_list* to_list, struct netdev_hw_addr_list* from_list,
                   int addr_len);
void __hw_addr_unsync(struct netdev_hw_addr_list* to_list, struct netdev_hw_addr_list* from_list,
                      int addr_len);
int __hw_addr_sync_dev(struct netdev_hw_addr_list* list, struct net_device* dev,
                       int (*sync)(struct net_device*, const unsigned char*),
                       int (*unsync)(struct net_device*, const unsigned char*));
int __hw_addr_ref_sync_dev(struct netdev_hw_addr_list* list, struct net_device* dev,
                           int (*sync)(struct net_device*, const unsigned char*, int),
                           int (*unsync)(struct net_device*, const unsigned char*, int));
void __hw_addr_ref_unsync_dev(struct netdev_hw_addr_list* list, struct net_device* dev,
                              int (*unsync)(struct net_device*, const unsigned char*, int));
void __hw_addr_unsync_dev(struct netdev_hw_addr_list* list, struct net_device* dev,
                          int (*unsync)(struct net_device*, const unsigned char*));
void __hw_addr_init(struct netdev_hw_addr_list* list);
void dev_addr_mod(struct net_device* dev, unsigned int offset, const void* addr, size_t len);
int dev_addr_add(struct net_device* dev, const unsigned char* addr, unsigned char addr_type);
int dev_addr_del(struct net_device* dev, const unsigned char* addr, unsigned char addr_type);
int dev_uc_add(struct net_device* dev, const unsigned char* addr);
int dev_uc_add_excl(struct net_device* dev, const unsigned char* addr);
int dev_uc_del(struct net_device* dev, const unsigned char* addr);
int dev_uc_sync(struct net_device* to, struct net_device* from);
int dev_uc_sync_multiple(struct net_device* to, struct net_device* from);
void dev_uc_unsync(struct net_device* to, struct net_device* from);
void dev_uc_flush(struct net_device* dev);
void dev_uc_init(struct net_device* dev);
int dev_mc_add(struct net_device* dev, const unsigned char* addr);
int dev_mc_add_global(struct net_device* dev, const unsigned char* addr);
int dev_mc_add_excl(struct net_device* dev, const unsigned char* addr);
int dev_mc_del(struct net_device* dev, const unsigned char* addr);
int dev_mc_del_global(struct net_device* dev, const unsigned char* addr);
int dev_mc_sync(struct net_device* to, struct net_device* from);
int dev_mc_sync_multiple(struct net_device* to, struct net_device* from);
void dev_mc_unsync(struct net_device* to, struct net_device* from);
void dev_mc_flush(struct net_device* dev);
void dev_mc_init(struct net_device* dev);
void dev_set_rx_mode(struct net_device* dev);
int dev_set_promiscuity(struct net_device* dev, int inc);
int dev_set_allmulti(struct net_device* dev, int inc);
void netdev_state_change(struct net_device* dev);
void __netdev_notify_peers(struct net_device* dev);
void netdev_notify_peers(struct net_device* dev);
void netdev_features_change(struct net_device* dev);
void dev_load(struct net* net, const char* name);
struct rtnl_link_stats64* dev_get_stats(struct net_device* dev, struct rtnl_link_stats64* storage);
void netdev_stats_to_stats64(struct rtnl_link_stats64* stats64,
                             const struct net_device_stats* netdev_stats);
void dev_fetch_sw_netstats(struct rtnl_link_stats64* s, const struct pcpu_sw_netstats* netstats);
void dev_get_tstats64(struct net_device* dev, struct rtnl_link_stats64* s);
extern int netdev_max_backlog;
extern int dev_rx_weight;
extern int dev_tx_weight;
extern int gro_normal_batch;
bool netdev_has_upper_dev(struct net_device* dev, struct net_device* upper_dev);
struct net_device* netdev_upper_get_next_dev_rcu(struct net_device* dev, struct list_head** iter);
int netdev_walk_all_upper_dev_rcu(struct net_device* dev,
                                  int (*fn)(struct net_device*, struct netdev_nested_priv*),
                                  struct netdev_nested_priv* priv);
bool netdev_has_upper_dev_all_rcu(struct net_device* dev, struct net_device* upper_dev);
bool netdev_has_any_upper_dev(struct net_device* dev);
void* netdev_lower_get_next_private(struct net_device* dev, struct list_head** iter);
void* netdev_lower_get_next_private_rcu(struct net_device* dev, struct list_head** iter);
void* netdev_lower_get_next(struct net_device* dev, struct list_head** iter);
struct net_device* netdev_next_lower_dev_rcu(struct net_device* dev, struct list_head** iter);
int netdev_walk_all_lower_dev(struct net_device* dev,
                              int (*fn)(struct net_device*, struct netdev_nested_priv*),
                              struct netdev_nested_priv* priv);
int netdev_walk_all_lower_dev_rcu(struct net_device* dev,
                                  int (*fn)(struct net_device*, struct netdev_nested_priv*),
                                  struct netdev_nested_priv* priv);
void* netdev_adjacent_get_private(struct list_head* adj_list);
void* netdev_lower_get_first_private_rcu(struct net_device* dev);
struct net_device* netdev_master_upper_dev_get(struct net_device* dev);
struct net_device* netdev_master_upper_dev_get_rcu(struct net_device* dev);
int netdev_upper_dev_link(struct net_device* dev, struct net_device* upper_dev,
                          struct netlink_ext_ack* extack);
int netdev_master_upper_dev_link(struct net_device* dev, struct net_device* upper_dev,
                                 void* upper_priv, void* upper_info,
                                 struct netlink_ext_ack* extack);
void netdev_upper_dev_unlink(struct net_device* dev, struct net_device* upper_dev);
int netdev_adjacent_change_prepare(struct net_device* old_dev, struct net_device* new_dev,
                                   struct net_device* dev, struct netlink_ext_ack* extack);
void netdev_adjacent_change_commit(struct net_device* old_dev, struct net_device* new_dev,
                                   struct net_device* dev);
void netdev_adjacent_change_abort(struct net_device* old_dev, struct net_device* new_dev,
                                  struct net_device* dev);
void netdev_adjacent_rename_links(struct net_device* dev, char* oldname);
void* netdev_lower_dev_get_private(struct net_device* dev, struct net_device* lower_dev);
void netdev_lower_state_changed(struct net_device* lower_dev, void* lower_state_info);
extern u8 netdev_rss_key[52];
void netdev_rss_key_fill(void* buffer, size_t len);
int skb_checksum_help(struct sk_buff* skb);
int skb_crc32c_csum_help(struct sk_buff* skb);
int skb_csum_hwoffload_help(struct sk_buff* skb, const netdev_features_t features);
struct sk_buff* __skb_gso_segment(struct sk_buff* skb, netdev_features_t features, bool tx_path);
struct sk_buff* skb_eth_gso_segment(struct sk_buff* skb, netdev_features_t features, __be16 type);
struct sk_buff* skb_mac_gso_segment(struct sk_buff* skb, netdev_features_t features);
void netdev_bonding_info_change(struct net_device* dev, struct netdev_bonding_info* bonding_info);
void ethtool_notify(struct net_device* dev, unsigned int cmd, const void* data);
__be16 skb_network_protocol(struct sk_buff* skb, int* depth);
void netdev_rx_csum_fault(struct net_device* dev, struct sk_buff* skb);
void net_enable_timestamp(void);
void net_disable_timestamp(void);
int netdev_class_create_file_ns(const struct class_attribute* class_attr, const void* ns);
void netdev_class_remove_file_ns(const struct class_attribute* class_attr, const void* ns);
extern const struct kobj_ns_type_operations net_ns_type_operations;
const char* netdev_drivername(const struct net_device* dev);
netdev_features_t netdev_increment_features(netdev_features_t all, netdev_features_t one,
                                            netdev_features_t mask);
int __netdev_update_features(struct net_device* dev);
void netdev_update_features(struct net_device* dev);
void netdev_change_features(struct net_device* dev);
void netif_stacked_transfer_operstate(const struct net_device* rootdev, struct net_device* dev);
netdev_features_t passthru_features_check(struct sk_buff* skb, struct net_device* dev,
                                          netdev_features_t features);
netdev_features_t netif_skb_features(struct sk_buff* skb);
void netif_set_tso_max_size(struct net_device* dev, unsigned int size);
void netif_set_tso_max_segs(struct net_device* dev, unsigned int segs);
void netif_inherit_tso_max(struct net_device* to, const struct net_device* from);
extern struct pernet_operations loopback_net_ops;
extern struct list_head ptype_all;
extern struct list_head ptype_base[16];
extern struct net_device* blackhole_netdev;

#endif
