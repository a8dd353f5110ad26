// Structures of network devices. Part of <linux/netdevice.h>.
#include <linux/netdevice.h>
#ifndef _LINUX_NETDEVICE_STRUCTS_MM32_H
#define _LINUX_NETDEVICE_STRUCTS_MM32_H

#include <linux/cache.h>
#include <linux/netdevice_flags_mm32.h>

struct Qdisc;
struct attribute;
struct attribute_group;
struct ax25_dev;
struct bpf_offloaded_map;
struct bpf_prog;
struct bpf_xdp_entity;
struct bpf_xdp_link;
struct callback_head;
struct cpu_rmap;
struct dcbnl_rtnl_ops;
struct dev_ifalias;
struct device;
struct devlink_port;
struct dm_hw_stat_delta;
struct dql;
struct ethtool_ops;
struct garp_port;
struct gro_list;
struct header_ops;
struct hh_cache;
struct hlist_head;
struct hlist_node;
struct hrtimer;
struct if_settings;
struct ifla_vf_guid;
struct ifla_vf_info;
struct ifla_vf_stats;
struct ifmap;
struct ifreq;
struct in_device;
struct inet6_dev;
struct ip_tunnel_parm;
struct iw_handler_def;
struct iw_public_data;
struct kobject;
struct kset;
struct l3mdev_ops;
struct lock_class_key;
struct macsec_ops;
struct mini_Qdisc;
struct mpls_dev;
struct mrp_port;
struct napi_struct;
struct ndisc_ops;
struct ndmsg;
struct neigh_parms;
struct neighbour;
struct net_device;
struct net_device_core_stats;
struct net_device_ops;
struct net_device_path;
struct net_device_path_ctx;
struct net_device_path_stack;
struct net_device_stats;
struct netdev_bonding_info;
struct netdev_bpf;
struct netdev_fcoe_hbainfo;
struct netdev_hw_addr;
struct netdev_hw_addr_list;
struct netdev_lag_lower_state_info;
struct netdev_lag_upper_info;
struct netdev_name_node;
struct netdev_nested_priv;
struct netdev_net_notifier;
struct netdev_notifier_bonding_info;
struct netdev_notifier_change_info;
struct netdev_notifier_changelowerstate_info;
struct netdev_notifier_changeupper_info;
struct netdev_notifier_info;
struct netdev_notifier_info_ext;
struct netdev_notifier_offload_xstats_info;
struct netdev_notifier_offload_xstats_rd;
struct netdev_notifier_offload_xstats_ru;
struct netdev_notifier_pre_changeaddr_info;
struct netdev_phys_item_id;
struct netdev_queue;
struct netdev_rx_queue;
struct netdev_tc_txq;
struct netlink_callback;
struct netlink_ext_ack;
struct netpoll_info;
struct netprio_map;
struct nf_hook_entries;
struct nlattr;
struct nlmsghdr;
struct offload_callbacks;
struct packet_offload;
struct packet_type;
struct pcpu_dstats;
struct pcpu_lstats;
struct pcpu_sw_netstats;
struct phy_device;
struct rb_node;
struct rb_root;
struct ref_tracker_dir;
struct rps_dev_flow;
struct rps_dev_flow_table;
struct rps_map;
struct rps_sock_flow_table;
struct rtnl_hw_stats64;
struct rtnl_link_ops;
struct rtnl_link_stats64;
struct rx_queue_attribute;
struct scatterlist;
struct sd_flow_limit;
struct sfp_bus;
struct sk_buff_head;
struct skb_shared_hwtstamps;
struct sock;
struct softnet_data;
struct task_struct;
struct timer_list;
struct tipc_bearer;
struct tlsdev_ops;
struct u64_stats_sync;
struct udp_tunnel_nic;
struct udp_tunnel_nic_info;
struct vlan_info;
struct wireless_dev;
struct wpan_dev;
struct xdp_buff;
struct xdp_dev_bulk_queue;
struct xdp_frame;
struct xdp_rxq_info;
struct xfrm_state;
struct xfrmdev_ops;
struct xps_dev_maps;
struct xps_map;
struct xsk_buff_pool;

struct net_device_stats {
  union {
    unsigned long rx_packets;
    atomic_long_t __rx_packets;
  };
  union {
    unsigned long tx_packets;
    atomic_long_t __tx_packets;
  };
  union {
    unsigned long rx_bytes;
    atomic_long_t __rx_bytes;
  };
  union {
    unsigned long tx_bytes;
    atomic_long_t __tx_bytes;
  };
  union {
    unsigned long rx_errors;
    atomic_long_t __rx_errors;
  };
  union {
    unsigned long tx_errors;
    atomic_long_t __tx_errors;
  };
  union {
    unsigned long rx_dropped;
    atomic_long_t __rx_dropped;
  };
  union {
    unsigned long tx_dropped;
    atomic_long_t __tx_dropped;
  };
  union {
    unsigned long multicast;
    atomic_long_t __multicast;
  };
  union {
    unsigned long collisions;
    atomic_long_t __collisions;
  };
  union {
    unsigned long rx_length_errors;
    atomic_long_t __rx_length_errors;
  };
  union {
    unsigned long rx_over_errors;
    atomic_long_t __rx_over_errors;
  };
  union {
    unsigned long rx_crc_errors;
    atomic_long_t __rx_crc_errors;
  };
  union {
    unsigned long rx_frame_errors;
    atomic_long_t __rx_frame_errors;
  };
  union {
    unsigned long rx_fifo_errors;
    atomic_long_t __rx_fifo_errors;
  };
  union {
    unsigned long rx_missed_errors;
    atomic_long_t __rx_missed_errors;
  };
  union {
    unsigned long tx_aborted_errors;
    atomic_long_t __tx_aborted_errors;
  };
  union {
    unsigned long tx_carrier_errors;
    atomic_long_t __tx_carrier_errors;
  };
  union {
    unsigned long tx_fifo_errors;
    atomic_long_t __tx_fifo_errors;
  };
  union {
    unsigned long tx_heartbeat_errors;
    atomic_long_t __tx_heartbeat_errors;
  };
  union {
    unsigned long tx_window_errors;
    atomic_long_t __tx_window_errors;
  };
  union {
    unsigned long rx_compressed;
    atomic_long_t __rx_compressed;
  };
  union {
    unsigned long tx_compressed;
    atomic_long_t __tx_compressed;
  };
};
struct net_device_core_stats {
  unsigned long rx_dropped;
  unsigned long tx_dropped;
  unsigned long rx_nohandler;
  unsigned long rx_otherhost_dropped;
};
struct netdev_hw_addr {
  struct list_head list;
  struct rb_node node;
  unsigned char addr[32];
  unsigned char type;
  bool global_use;
  int sync_cnt;
  int refcount;
  int synced;
  struct callback_head callback_head;
};
struct netdev_hw_addr_list {
  struct list_head list;
  int count;
  struct rb_root tree;
};
struct hh_cache {
  unsigned int hh_len;
  seqlock_t hh_lock;
  unsigned long hh_data[32];
};
struct header_ops {
  int (*create)(struct sk_buff*, struct net_device*, unsigned short, const void*, const void*,
                unsigned int);
  int (*parse)(const struct sk_buff*, unsigned char*);
  int (*cache)(const struct neighbour*, struct hh_cache*, __be16);
  void (*cache_update)(struct hh_cache*, const struct net_device*, const unsigned char*);
  bool (*validate)(const char*, unsigned int);
  __be16 (*parse_protocol)(const struct sk_buff*);
};
struct gro_list {
  struct list_head list;
  int count;
};
struct napi_struct {
  struct list_head poll_list;
  unsigned long state;
  int weight;
  int defer_hard_irqs_count;
  unsigned long gro_bitmask;
  int (*poll)(struct napi_struct*, int);
  int poll_owner;
  struct net_device* dev;
  struct gro_list gro_hash[8];
  struct sk_buff* skb;
  struct list_head rx_list;
  int rx_count;
  struct hrtimer timer;
  struct list_head dev_list;
  struct hlist_node napi_hash_node;
  unsigned int napi_id;
  struct task_struct* thread;
};
typedef enum gro_result gro_result_t;
typedef enum rx_handler_result rx_handler_result_t;
typedef rx_handler_result_t rx_handler_func_t(struct sk_buff**);
struct netdev_queue {
  struct net_device* dev;
  netdevice_tracker dev_tracker;
  struct Qdisc* qdisc;
  struct Qdisc* qdisc_sleeping;
  struct kobject kobj;
  unsigned long tx_maxrate;
  atomic_long_t trans_timeout;
  struct net_device* sb_dev;
  struct xsk_buff_pool* pool;
  spinlock_t _xmit_lock ____cacheline_aligned;
  int xmit_lock_owner;
  unsigned long trans_start;
  unsigned long state;
  struct dql dql;
} ____cacheline_aligned;
struct rps_map {
  unsigned int len;
  struct callback_head rcu;
  u16 cpus[];
};
struct rps_dev_flow {
  u16 cpu;
  u16 filter;
  unsigned int last_qtail;
};
struct rps_dev_flow_table {
  unsigned int mask;
  struct callback_head rcu;
  struct rps_dev_flow flows[];
};
struct rps_sock_flow_table {
  u32 mask;
  u32 ents[] ____cacheline_aligned;
};
struct netdev_rx_queue {
  struct xdp_rxq_info xdp_rxq;
  struct rps_map* rps_map;
  struct rps_dev_flow_table* rps_flow_table;
  struct kobject kobj;
  struct net_device* dev;
  netdevice_tracker dev_tracker;
  struct xsk_buff_pool* pool;
} ____cacheline_aligned;
struct rx_queue_attribute {
  struct attribute attr;
  ssize_t (*show)(struct netdev_rx_queue*, char*);
  ssize_t (*store)(struct netdev_rx_queue*, const char*, size_t);
};
struct xps_map {
  unsigned int len;
  unsigned int alloc_len;
  struct callback_head rcu;
  u16 queues[];
};
struct xps_dev_maps {
  struct callback_head rcu;
  unsigned int nr_ids;
  s16 num_tc;
  struct xps_map* attr_map[];
};
struct netdev_tc_txq {
  u16 count;
  u16 offset;
};
struct netdev_fcoe_hbainfo {
  char manufacturer[64];
  char serial_number[64];
  char hardware_version[64];
  char driver_version[64];
  char optionrom_version[64];
  char firmware_version[64];
  char model[256];
  char model_description[256];
};
struct netdev_phys_item_id {
  unsigned char id[32];
  unsigned char id_len;
};
typedef u16 (*select_queue_fallback_t)(struct net_device*, struct sk_buff*, struct net_device*);
struct net_device_path {
  enum net_device_path_type type;
  const struct net_device* dev;
  union {
    struct {
      u16 id;
      __be16 proto;
      u8 h_dest[6];
    } encap;
    struct {
      enum {
        DEV_PATH_BR_VLAN_KEEP,
        DEV_PATH_BR_VLAN_TAG,
        DEV_PATH_BR_VLAN_UNTAG,
        DEV_PATH_BR_VLAN_UNTAG_HW
      } vlan_mode;
      u16 vlan_id;
      __be16 vlan_proto;
    } bridge;
    struct {
      int port;
      u16 proto;
    } dsa;
    struct {
      u8 wdma_idx;
      u8 queue;
      u16 wcid;
      u8 bss;
    } mtk_wdma;
  };
};
struct net_device_path_stack {
  int num_paths;
  struct net_device_path path[5];
};
struct net_device_path_ctx {
  const struct net_device* dev;
  u8 daddr[6];
  int num_vlans;
  struct {
    u16 id;
    __be16 proto;
  } vlan[2];
};
struct bpf_xdp_entity {
  struct bpf_prog* prog;
  struct bpf_xdp_link* link;
};
struct netdev_bpf {
  enum bpf_netdev_command command;
  union {
    struct {
      u32 flags;
      struct bpf_prog* prog;
      struct netlink_ext_ack* extack;
    };
    struct {
      struct bpf_offloaded_map* offmap;
    };
    struct {
      struct xsk_buff_pool* pool;
      u16 queue_id;
    } xsk;
  };
};
struct xfrmdev_ops {
  int (*xdo_dev_state_add)(struct xfrm_state*);
  void (*xdo_dev_state_delete)(struct xfrm_state*);
  void (*xdo_dev_state_free)(struct xfrm_state*);
  bool (*xdo_dev_offload_ok)(struct sk_buff*, struct xfrm_state*);
  void (*xdo_dev_state_advance_esn)(struct xfrm_state*);
};
struct dev_ifalias {
  struct callback_head rcuhead;
  char ifalias[];
};
struct netdev_net_notifier {
  struct list_head list;
  struct notifier_block* nb;
};
struct net_device_ops {
  int (*ndo_init)(struct net_device*);
  void (*ndo_uninit)(struct net_device*);
  int (*ndo_open)(struct net_device*);
  int (*ndo_stop)(struct net_device*);
  netdev_tx_t (*ndo_start_xmit)(struct sk_buff*, struct net_device*);
  netdev_features_t (*ndo_features_check)(struct sk_buff*, struct net_device*, netdev_features_t);
  u16 (*ndo_select_queue)(struct net_device*, struct sk_buff*, struct net_device*);
  void (*ndo_change_rx_flags)(struct net_device*, int);
  void (*ndo_set_rx_mode)(struct net_device*);
  int (*ndo_set_mac_address)(struct net_device*, void*);
  int (*ndo_validate_addr)(struct net_device*);
  int (*ndo_do_ioctl)(struct net_device*, struct ifreq*, int);
  int (*ndo_eth_ioctl)(struct net_device*, struct ifreq*, int);
  int (*ndo_siocbond)(struct net_device*, struct ifreq*, int);
  int (*ndo_siocwandev)(struct net_device*, struct if_settings*);
  int (*ndo_siocdevprivate)(struct net_device*, struct ifreq*, void*, int);
  int (*ndo_set_config)(struct net_device*, struct ifmap*);
  int (*ndo_change_mtu)(struct net_device*, int);
  int (*ndo_neigh_setup)(struct net_device*, struct neigh_parms*);
  void (*ndo_tx_timeout)(struct net_device*, unsigned int);
  void (*ndo_get_stats64)(struct net_device*, struct rtnl_link_stats64*);
  bool (*ndo_has_offload_stats)(const struct net_device*, int);
  int (*ndo_get_offload_stats)(int, const struct net_device*, void*);
  struct net_device_stats* (*ndo_get_stats)(struct net_device*);
  int (*ndo_vlan_rx_add_vid)(struct net_device*, __be16, u16);
  int (*ndo_vlan_rx_kill_vid)(struct net_device*, __be16, u16);
  void (*ndo_poll_controller)(struct net_device*);
  int (*ndo_netpoll_setup)(struct net_device*, struct netpoll_info*);
  void (*ndo_netpoll_cleanup)(struct net_device*);
  int (*ndo_set_vf_mac)(struct net_device*, int, u8*);
  int (*ndo_set_vf_vlan)(struct net_device*, int, u16, u8, __be16);
  int (*ndo_set_vf_rate)(struct net_device*, int, int, int);
  int (*ndo_set_vf_spoofchk)(struct net_device*, int, bool);
  int (*ndo_set_vf_trust)(struct net_device*, int, bool);
  int (*ndo_get_vf_config)(struct net_device*, int, struct ifla_vf_info*);
  int (*ndo_set_vf_link_state)(struct net_device*, int, int);
  int (*ndo_get_vf_stats)(struct net_device*, int, struct ifla_vf_stats*);
  int (*ndo_set_vf_port)(struct net_device*, int, struct nlattr*[]);
  int (*ndo_get_vf_port)(struct net_device*, int, struct sk_buff*);
  int (*ndo_get_vf_guid)(struct net_device*, int, struct ifla_vf_guid*, struct ifla_vf_guid*);
  int (*ndo_set_vf_guid)(struct net_device*, int, u64, int);
  int (*ndo_set_vf_rss_query_en)(struct net_device*, int, bool);
  int (*ndo_setup_tc)(struct net_device*, enum tc_setup_type, void*);
  int (*ndo_fcoe_enable)(struct net_device*);
  int (*ndo_fcoe_disable)(struct net_device*);
  int (*ndo_fcoe_ddp_setup)(struct net_device*, u16, struct scatterlist*, unsigned int);
  int (*ndo_fcoe_ddp_done)(struct net_device*, u16);
  int (*ndo_fcoe_ddp_target)(struct net_device*, u16, struct scatterlist*, unsigned int);
  int (*ndo_fcoe_get_hbainfo)(struct net_device*, struct netdev_fcoe_hbainfo*);
  int (*ndo_fcoe_get_wwn)(struct net_device*, u64*, int);
  int (*ndo_rx_flow_steer)(struct net_device*, const struct sk_buff*, u16, u32);
  int (*ndo_add_slave)(struct net_device*, struct net_device*, struct netlink_ext_ack*);
  int (*ndo_del_slave)(struct net_device*, struct net_device*);
  struct net_device* (*ndo_get_xmit_slave)(struct net_device*, struct sk_buff*, bool);
  struct net_device* (*ndo_sk_get_lower_dev)(struct net_device*, struct sock*);
  netdev_features_t (*ndo_fix_features)(struct net_device*, netdev_features_t);
  int (*ndo_set_features)(struct net_device*, netdev_features_t);
  int (*ndo_neigh_construct)(struct net_device*, struct neighbour*);
  void (*ndo_neigh_destroy)(struct net_device*, struct neighbour*);
  int (*ndo_fdb_add)(struct ndmsg*, struct nlattr*[], struct net_device*, const unsigned char*, u16,
                     u16, struct netlink_ext_ack*);
  int (*ndo_fdb_del)(struct ndmsg*, struct nlattr*[], struct net_device*, const unsigned char*, u16,
                     struct netlink_ext_ack*);
  int (*ndo_fdb_del_bulk)(struct ndmsg*, struct nlattr*[], struct net_device*, u16,
                          struct netlink_ext_ack*);
  int (*ndo_fdb_dump)(struct sk_buff*, struct netlink_callback*, struct net_device*,
                      struct net_device*, int*);
  int (*ndo_fdb_get)(struct sk_buff*, struct nlattr*[], struct net_device*, const unsigned char*,
                     u16, u32, u32, struct netlink_ext_ack*);
  int (*ndo_bridge_setlink)(struct net_device*, struct nlmsghdr*, u16, struct netlink_ext_ack*);
  int (*ndo_bridge_getlink)(struct sk_buff*, u32, u32, struct net_device*, u32, int);
  int (*ndo_bridge_dellink)(struct net_device*, struct nlmsghdr*, u16);
  int (*ndo_change_carrier)(struct net_device*, bool);
  int (*ndo_get_phys_port_id)(struct net_device*, struct netdev_phys_item_id*);
  int (*ndo_get_port_parent_id)(struct net_device*, struct netdev_phys_item_id*);
  int (*ndo_get_phys_port_name)(struct net_device*, char*, size_t);
  void* (*ndo_dfwd_add_station)(struct net_device*, struct net_device*);
  void (*ndo_dfwd_del_station)(struct net_device*, void*);
  int (*ndo_set_tx_maxrate)(struct net_device*, int, u32);
  int (*ndo_get_iflink)(const struct net_device*);
  int (*ndo_fill_metadata_dst)(struct net_device*, struct sk_buff*);
  void (*ndo_set_rx_headroom)(struct net_device*, int);
  int (*ndo_bpf)(struct net_device*, struct netdev_bpf*);
  int (*ndo_xdp_xmit)(struct net_device*, int, struct xdp_frame**, u32);
  struct net_device* (*ndo_xdp_get_xmit_slave)(struct net_device*, struct xdp_buff*);
  int (*ndo_xsk_wakeup)(struct net_device*, u32, u32);
  struct devlink_port* (*ndo_get_devlink_port)(struct net_device*);
  int (*ndo_tunnel_ctl)(struct net_device*, struct ip_tunnel_parm*, int);
  struct net_device* (*ndo_get_peer_dev)(struct net_device*);
  int (*ndo_fill_forward_path)(struct net_device_path_ctx*, struct net_device_path*);
  ktime_t (*ndo_get_tstamp)(struct net_device*, const struct skb_shared_hwtstamps*, bool);
};
struct net_device {
  char name[16];
  struct netdev_name_node* name_node;
  struct dev_ifalias* ifalias;
  unsigned long mem_end;
  unsigned long mem_start;
  unsigned long base_addr;
  unsigned long state;
  struct list_head dev_list;
  struct list_head napi_list;
  struct list_head unreg_list;
  struct list_head close_list;
  struct list_head ptype_all;
  struct list_head ptype_specific;
  struct {
    struct list_head upper;
    struct list_head lower;
  } adj_list;
  unsigned int flags;
  unsigned long long priv_flags;
  const struct net_device_ops* netdev_ops;
  int ifindex;
  unsigned short gflags;
  unsigned short hard_header_len;
  unsigned int mtu;
  unsigned short needed_headroom;
  unsigned short needed_tailroom;
  netdev_features_t features;
  netdev_features_t hw_features;
  netdev_features_t wanted_features;
  netdev_features_t vlan_features;
  netdev_features_t hw_enc_features;
  netdev_features_t mpls_features;
  netdev_features_t gso_partial_features;
  unsigned int min_mtu;
  unsigned int max_mtu;
  unsigned short type;
  unsigned char min_header_len;
  unsigned char name_assign_type;
  int group;
  struct net_device_stats stats;
  struct net_device_core_stats* core_stats;
  atomic_t carrier_up_count;
  atomic_t carrier_down_count;
  const struct iw_handler_def* wireless_handlers;
  struct iw_public_data* wireless_data;
  const struct ethtool_ops* ethtool_ops;
  const struct l3mdev_ops* l3mdev_ops;
  const struct ndisc_ops* ndisc_ops;
  const struct xfrmdev_ops* xfrmdev_ops;
  const struct tlsdev_ops* tlsdev_ops;
  const struct header_ops* header_ops;
  unsigned char operstate;
  unsigned char link_mode;
  unsigned char if_port;
  unsigned char dma;
  unsigned char perm_addr[32];
  unsigned char addr_assign_type;
  unsigned char addr_len;
  unsigned char upper_level;
  unsigned char lower_level;
  unsigned short neigh_priv_len;
  unsigned short dev_id;
  unsigned short dev_port;
  unsigned short padded;
  spinlock_t addr_list_lock;
  int irq;
  struct netdev_hw_addr_list uc;
  struct netdev_hw_addr_list mc;
  struct netdev_hw_addr_list dev_addrs;
  struct kset* queues_kset;
  unsigned int promiscuity;
  unsigned int allmulti;
  bool uc_promisc;
  struct in_device* ip_ptr;
  struct inet6_dev* ip6_ptr;
  struct vlan_info* vlan_info;
  struct tipc_bearer* tipc_ptr;
  void* atalk_ptr;
  struct ax25_dev* ax25_ptr;
  struct wireless_dev* ieee80211_ptr;
  struct wpan_dev* ieee802154_ptr;
  struct mpls_dev* mpls_ptr;
  const unsigned char* dev_addr;
  struct netdev_rx_queue* _rx;
  unsigned int num_rx_queues;
  unsigned int real_num_rx_queues;
  struct bpf_prog* xdp_prog;
  unsigned long gro_flush_timeout;
  int napi_defer_hard_irqs;
  unsigned int gro_max_size;
  rx_handler_func_t* rx_handler;
  void* rx_handler_data;
  struct mini_Qdisc* miniq_ingress;
  struct netdev_queue* ingress_queue;
  struct nf_hook_entries* nf_hooks_ingress;
  unsigned char broadcast[32];
  struct cpu_rmap* rx_cpu_rmap;
  struct hlist_node index_hlist;
  struct netdev_queue* _tx ____cacheline_aligned;
  unsigned int num_tx_queues;
  unsigned int real_num_tx_queues;
  struct Qdisc* qdisc;
  unsigned int tx_queue_len;
  spinlock_t tx_global_lock;
  struct xdp_dev_bulk_queue* xdp_bulkq;
  struct xps_dev_maps* xps_maps[2];
  struct mini_Qdisc* miniq_egress;
  struct nf_hook_entries* nf_hooks_egress;
  struct hlist_head qdisc_hash[16];
  struct timer_list watchdog_timer;
  int watchdog_timeo;
  u32 proto_down_reason;
  struct list_head todo_list;
  int* pcpu_refcnt;
  struct ref_tracker_dir refcnt_tracker;
  struct list_head link_watch_list;
  enum {
    NETREG_UNINITIALIZED,
    NETREG_REGISTERED,
    NETREG_UNREGISTERING,
    NETREG_UNREGISTERED,
    NETREG_RELEASED,
    NETREG_DUMMY
  } reg_state : 8;
  bool dismantle;
  enum { RTNL_LINK_INITIALIZED, RTNL_LINK_INITIALIZING } rtnl_link_state : 16;
  bool needs_free_netdev;
  void (*priv_destructor)(struct net_device*);
  struct netpoll_info* npinfo;
  possible_net_t nd_net;
  void* ml_priv;
  enum netdev_ml_priv_type ml_priv_type;
  enum netdev_stat_type pcpu_stat_type : 8;
  union {
    struct pcpu_lstats* lstats;
    struct pcpu_sw_netstats* tstats;
    struct pcpu_dstats* dstats;
  };
  struct garp_port* garp_port;
  struct mrp_port* mrp_port;
  struct dm_hw_stat_delta* dm_private;
  struct device dev;
  const struct attribute_group* sysfs_groups[4];
  const struct attribute_group* sysfs_rx_queue_group;
  const struct rtnl_link_ops* rtnl_link_ops;
  unsigned int gso_max_size;
  unsigned int tso_max_size;
  u16 gso_max_segs;
  u16 tso_max_segs;
  const struct dcbnl_rtnl_ops* dcbnl_ops;
  s16 num_tc;
  struct netdev_tc_txq tc_to_txq[16];
  u8 prio_tc_map[16];
  unsigned int fcoe_ddp_xid;
  struct netprio_map* priomap;
  struct phy_device* phydev;
  struct sfp_bus* sfp_bus;
  struct lock_class_key* qdisc_tx_busylock;
  bool proto_down;
  unsigned int wol_enabled : 1;
  unsigned int threaded : 1;
  struct list_head net_notifier_list;
  const struct macsec_ops* macsec_ops;
  const struct udp_tunnel_nic_info* udp_tunnel_nic_info;
  struct udp_tunnel_nic* udp_tunnel_nic;
  struct bpf_xdp_entity xdp_state[3];
  u8 dev_addr_shadow[32];
  netdevice_tracker linkwatch_dev_tracker;
  netdevice_tracker watchdog_dev_tracker;
  netdevice_tracker dev_registered_tracker;
  struct rtnl_hw_stats64* offload_xstats_l3;
};
struct packet_type {
  __be16 type;
  bool ignore_outgoing;
  struct net_device* dev;
  netdevice_tracker dev_tracker;
  int (*func)(struct sk_buff*, struct net_device*, struct packet_type*, struct net_device*);
  void (*list_func)(struct list_head*, struct packet_type*, struct net_device*);
  bool (*id_match)(struct packet_type*, struct sock*);
  struct net* af_packet_net;
  void* af_packet_priv;
  struct list_head list;
};
struct offload_callbacks {
  struct sk_buff* (*gso_segment)(struct sk_buff*, netdev_features_t);
  struct sk_buff* (*gro_receive)(struct list_head*, struct sk_buff*);
  int (*gro_complete)(struct sk_buff*, int);
};
struct packet_offload {
  __be16 type;
  u16 priority;
  struct offload_callbacks callbacks;
  struct list_head list;
};
struct pcpu_sw_netstats {
  u64_stats_t rx_packets;
  u64_stats_t rx_bytes;
  u64_stats_t tx_packets;
  u64_stats_t tx_bytes;
  struct u64_stats_sync syncp;
} __aligned(32);
struct pcpu_dstats {
  u64 rx_packets;
  u64 rx_bytes;
  u64 rx_drops;
  u64 tx_packets;
  u64 tx_bytes;
  u64 tx_drops;
  struct u64_stats_sync syncp;
} ____cacheline_aligned;
struct pcpu_lstats {
  u64_stats_t packets;
  u64_stats_t bytes;
  struct u64_stats_sync syncp;
} __aligned(16);
struct netdev_lag_upper_info {
  enum netdev_lag_tx_type tx_type;
  enum netdev_lag_hash hash_type;
};
struct netdev_lag_lower_state_info {
  u8 link_up : 1;
  u8 tx_enabled : 1;
};
struct netdev_notifier_info {
  struct net_device* dev;
  struct netlink_ext_ack* extack;
};
struct netdev_notifier_info_ext {
  struct netdev_notifier_info info;
  union {
    u32 mtu;
  } ext;
};
struct netdev_notifier_change_info {
  struct netdev_notifier_info info;
  unsigned int flags_changed;
};
struct netdev_notifier_changeupper_info {
  struct netdev_notifier_info info;
  struct net_device* upper_dev;
  bool master;
  bool linking;
  void* upper_info;
};
struct netdev_notifier_changelowerstate_info {
  struct netdev_notifier_info info;
  void* lower_state_info;
};
struct netdev_notifier_pre_changeaddr_info {
  struct netdev_notifier_info info;
  const unsigned char* dev_addr;
};
struct netdev_notifier_offload_xstats_info {
  struct netdev_notifier_info info;
  enum netdev_offload_xstats_type type;
  union {
    struct netdev_notifier_offload_xstats_rd* report_delta;
    struct netdev_notifier_offload_xstats_ru* report_used;
  };
};
struct softnet_data {
  struct list_head poll_list;
  struct sk_buff_head process_queue;
  unsigned int processed;
  unsigned int time_squeeze;
  unsigned int received_rps;
  struct softnet_data* rps_ipi_list;
  struct sd_flow_limit* flow_limit;
  struct Qdisc* output_queue;
  struct Qdisc** output_queue_tailp;
  struct sk_buff* completion_queue;
  struct sk_buff_head xfrm_backlog;
  struct {
    u16 recursion;
    u8 more;
    u8 skip_txqueue;
  } xmit;
  unsigned int input_queue_head ____cacheline_aligned;
  call_single_data_t csd ____cacheline_aligned;
  struct softnet_data* rps_ipi_next;
  unsigned int cpu;
  unsigned int input_queue_tail;
  unsigned int dropped;
  struct sk_buff_head input_pkt_queue;
  struct napi_struct backlog;
  spinlock_t defer_lock ____cacheline_aligned;
  int defer_count;
  int defer_ipi_scheduled;
  struct sk_buff* defer_list;
  call_single_data_t defer_csd;
};
struct netdev_nested_priv {
  unsigned char flags;
  void* data;
};
struct netdev_bonding_info {
  ifslave slave;
  ifbond master;
};
struct netdev_notifier_bonding_info {
  struct netdev_notifier_info info;
  struct netdev_bonding_info bonding_info;
};

#endif
