// Structures of sockets. Part of <net/sock.h>.
#include <net/sock.h>
#ifndef _NET_SOCK_STRUCTS_MM32_H
#define _NET_SOCK_STRUCTS_MM32_H

#include <net/sock_flags_mm32.h>

struct bpf_local_storage;
struct callback_head;
struct cred;
struct dst_entry;
struct hlist_node;
struct hlist_nulls_node;
struct in6_addr;
struct inet_hashinfo;
struct inet_timewait_death_row;
struct inode;
struct kmem_cache;
struct list_head;
struct mem_cgroup;
struct module;
struct msghdr;
struct net_device;
struct page;
struct page_frag;
struct percpu_counter;
struct pid;
struct prot_inuse;
struct proto;
struct raw_hashinfo;
struct rb_root;
struct request_sock_ops;
struct sk_buff;
struct sk_buff_head;
struct sk_filter;
struct sk_psock;
struct smc_hashinfo;
struct sock;
struct sock_cgroup_data;
struct sock_common;
struct sock_reuseport;
struct sock_skb_cb;
struct sockaddr;
struct sockcm_cookie;
struct socket;
struct socket_alloc;
struct socket_wq;
struct timer_list;
struct timewait_sock_ops;
struct udp_table;
struct xfrm_policy;

typedef struct {
  spinlock_t slock;
  int owned;
  wait_queue_head_t wq;
} socket_lock_t;
typedef __u32 __portpair;
typedef __u64 __addrpair;
struct sock_common {
  union {
    __addrpair skc_addrpair;
    struct {
      __be32 skc_daddr;
      __be32 skc_rcv_saddr;
    };
  };
  union {
    unsigned int skc_hash;
    __u16 skc_u16hashes[2];
  };
  union {
    __portpair skc_portpair;
    struct {
      __be16 skc_dport;
      __u16 skc_num;
    };
  };
  unsigned short skc_family;
  volatile unsigned char skc_state;
  unsigned char skc_reuse : 4;
  unsigned char skc_reuseport : 1;
  unsigned char skc_ipv6only : 1;
  unsigned char skc_net_refcnt : 1;
  int skc_bound_dev_if;
  union {
    struct hlist_node skc_bind_node;
    struct hlist_node skc_portaddr_node;
  };
  struct proto* skc_prot;
  possible_net_t skc_net;
  struct in6_addr skc_v6_daddr;
  struct in6_addr skc_v6_rcv_saddr;
  atomic64_t skc_cookie;
  union {
    unsigned long skc_flags;
    struct sock* skc_listener;
    struct inet_timewait_death_row* skc_tw_dr;
  };
  int skc_dontcopy_begin[0];
  union {
    struct hlist_node skc_node;
    struct hlist_nulls_node skc_nulls_node;
  };
  unsigned short skc_tx_queue_mapping;
  unsigned short skc_rx_queue_mapping;
  union {
    int skc_incoming_cpu;
    u32 skc_rcv_wnd;
    u32 skc_tw_rcv_nxt;
  };
  refcount_t skc_refcnt;
  int skc_dontcopy_end[0];
  union {
    u32 skc_rxhash;
    u32 skc_window_clamp;
    u32 skc_tw_snd_nxt;
  };
};
struct sock {
  struct sock_common __sk_common;
  struct dst_entry* sk_rx_dst;
  int sk_rx_dst_ifindex;
  u32 sk_rx_dst_cookie;
  socket_lock_t sk_lock;
  atomic_t sk_drops;
  int sk_rcvlowat;
  struct sk_buff_head sk_error_queue;
  struct sk_buff_head sk_receive_queue;
  struct {
    atomic_t rmem_alloc;
    int len;
    struct sk_buff* head;
    struct sk_buff* tail;
  } sk_backlog;
  int sk_forward_alloc;
  u32 sk_reserved_mem;
  unsigned int sk_ll_usec;
  unsigned int sk_napi_id;
  int sk_rcvbuf;
  int sk_disconnects;
  struct sk_filter* sk_filter;
  union {
    struct socket_wq* sk_wq;
    struct socket_wq* sk_wq_raw;
  };
  struct xfrm_policy* sk_policy[2];
  struct dst_entry* sk_dst_cache;
  atomic_t sk_omem_alloc;
  int sk_sndbuf;
  int sk_wmem_queued;
  refcount_t sk_wmem_alloc;
  unsigned long sk_tsq_flags;
  union {
    struct sk_buff* sk_send_head;
    struct rb_root tcp_rtx_queue;
  };
  struct sk_buff_head sk_write_queue;
  __s32 sk_peek_off;
  int sk_write_pending;
  __u32 sk_dst_pending_confirm;
  u32 sk_pacing_status;
  long sk_sndtimeo;
  struct timer_list sk_timer;
  __u32 sk_priority;
  __u32 sk_mark;
  unsigned long sk_pacing_rate;
  unsigned long sk_max_pacing_rate;
  struct page_frag sk_frag;
  netdev_features_t sk_route_caps;
  int sk_gso_type;
  unsigned int sk_gso_max_size;
  gfp_t sk_allocation;
  __u32 sk_txhash;
  u8 sk_gso_disabled : 1;
  u8 sk_kern_sock : 1;
  u8 sk_no_check_tx : 1;
  u8 sk_no_check_rx : 1;
  u8 sk_userlocks : 4;
  u8 sk_pacing_shift;
  u16 sk_type;
  u16 sk_protocol;
  u16 sk_gso_max_segs;
  unsigned long sk_lingertime;
  struct proto* sk_prot_creator;
  rwlock_t sk_callback_lock;
  int sk_err;
  int sk_err_soft;
  u32 sk_ack_backlog;
  u32 sk_max_ack_backlog;
  kuid_t sk_uid;
  u8 sk_txrehash;
  u8 sk_prefer_busy_poll;
  u16 sk_busy_poll_budget;
  spinlock_t sk_peer_lock;
  int sk_bind_phc;
  struct pid* sk_peer_pid;
  const struct cred* sk_peer_cred;
  long sk_rcvtimeo;
  ktime_t sk_stamp;
  seqlock_t sk_stamp_seq;
  u16 sk_tsflags;
  u8 sk_shutdown;
  atomic_t sk_tskey;
  atomic_t sk_zckey;
  u8 sk_clockid;
  u8 sk_txtime_deadline_mode : 1;
  u8 sk_txtime_report_errors : 1;
  u8 sk_txtime_unused : 6;
  struct socket* sk_socket;
  void* sk_user_data;
  void* sk_security;
  struct sock_cgroup_data sk_cgrp_data;
  struct mem_cgroup* sk_memcg;
  void (*sk_state_change)(struct sock*);
  void (*sk_data_ready)(struct sock*);
  void (*sk_write_space)(struct sock*);
  void (*sk_error_report)(struct sock*);
  int (*sk_backlog_rcv)(struct sock*, struct sk_buff*);
  struct sk_buff* (*sk_validate_xmit_skb)(struct sock*, struct net_device*, struct sk_buff*);
  void (*sk_destruct)(struct sock*);
  struct sock_reuseport* sk_reuseport_cb;
  struct bpf_local_storage* sk_bpf_storage;
  struct callback_head sk_rcu;
  netns_tracker ns_tracker;
  struct hlist_node sk_bind2_node;
};
struct proto {
  void (*close)(struct sock*, long);
  int (*pre_connect)(struct sock*, struct sockaddr*, int);
  int (*connect)(struct sock*, struct sockaddr*, int);
  int (*disconnect)(struct sock*, int);
  struct sock* (*accept)(struct sock*, int, int*, bool);
  int (*ioctl)(struct sock*, int, unsigned long);
  int (*init)(struct sock*);
  void (*destroy)(struct sock*);
  void (*shutdown)(struct sock*, int);
  int (*setsockopt)(struct sock*, int, int, sockptr_t, unsigned int);
  int (*getsockopt)(struct sock*, int, int, char*, int*);
  void (*keepalive)(struct sock*, int);
  int (*sendmsg)(struct sock*, struct msghdr*, size_t);
  int (*recvmsg)(struct sock*, struct msghdr*, size_t, int, int*);
  int (*sendpage)(struct sock*, struct page*, int, size_t, int);
  void (*splice_eof)(struct socket*);
  int (*bind)(struct sock*, struct sockaddr*, int);
  int (*bind_add)(struct sock*, struct sockaddr*, int);
  int (*backlog_rcv)(struct sock*, struct sk_buff*);
  bool (*bpf_bypass_getsockopt)(int, int);
  void (*release_cb)(struct sock*);
  int (*hash)(struct sock*);
  void (*unhash)(struct sock*);
  void (*rehash)(struct sock*);
  int (*get_port)(struct sock*, unsigned short);
  void (*put_port)(struct sock*);
  int (*psock_update_sk_prot)(struct sock*, struct sk_psock*, bool);
  unsigned int inuse_idx;
  int (*forward_alloc_get)(const struct sock*);
  bool (*stream_memory_free)(const struct sock*, int);
  bool (*sock_is_readable)(struct sock*);
  void (*enter_memory_pressure)(struct sock*);
  void (*leave_memory_pressure)(struct sock*);
  atomic_long_t* memory_allocated;
  int* per_cpu_fw_alloc;
  struct percpu_counter* sockets_allocated;
  unsigned long* memory_pressure;
  long* sysctl_mem;
  int* sysctl_wmem;
  int* sysctl_rmem;
  u32 sysctl_wmem_offset;
  u32 sysctl_rmem_offset;
  int max_header;
  bool no_autobind;
  struct kmem_cache* slab;
  unsigned int obj_size;
  slab_flags_t slab_flags;
  unsigned int useroffset;
  unsigned int usersize;
  unsigned int* orphan_count;
  struct request_sock_ops* rsk_prot;
  struct timewait_sock_ops* twsk_prot;
  union {
    struct inet_hashinfo* hashinfo;
    struct udp_table* udp_table;
    struct raw_hashinfo* raw_hash;
    struct smc_hashinfo* smc_hash;
  } h;
  struct module* owner;
  char name[32];
  struct list_head node;
  int (*diag_destroy)(struct sock*, int);
};
struct prot_inuse {
  int all;
  int val[64];
};
struct socket_alloc {
  struct socket socket;
  struct inode vfs_inode;
};
struct sockcm_cookie {
  u64 transmit_time;
  u32 mark;
  u16 tsflags;
};
struct sock_skb_cb {
  u32 dropcount;
};

#endif
