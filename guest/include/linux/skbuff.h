// Packets.
#ifndef _LINUX_SKBUFF_H
#define _LINUX_SKBUFF_H

#include <asm/types.h>
#include <linux/atomic.h>
#include <linux/bug.h>
#include <linux/cache.h>
#include <linux/compiler.h>
#include <linux/dma-mapping.h>
#include <linux/hrtimer.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <linux/in6.h>
#include <linux/kernel.h>
#include <linux/ktime.h>
#include <linux/llist.h>
#include <linux/mm.h>
#include <linux/net.h>
#include <linux/netdev_features.h>
#include <linux/rbtree.h>
#include <linux/rcupdate.h>
#include <linux/refcount.h>
#include <linux/sched.h>
#include <linux/sched/clock.h>
#include <linux/socket.h>
#include <linux/spinlock.h>
#include <linux/spinlock_types.h>
#include <linux/splice.h>
#include <linux/textsearch.h>
#include <linux/time.h>
#include <linux/types.h>

struct net_device;
struct sk_buff;
struct sk_buff_head;
struct skb_ext;
struct sock;

typedef unsigned char* sk_buff_data_t;
struct sk_buff {
  union {
    struct {
      struct sk_buff* next;
      struct sk_buff* prev;
      union {
        struct net_device* dev;
        unsigned long dev_scratch;
      };
    };
    struct rb_node rbnode;
    struct list_head list;
    struct llist_node ll_node;
  };
  struct sock* sk;
  union {
    ktime_t tstamp;
    u64 skb_mstamp_ns;
  };
  char cb[48];
  union {
    struct {
      unsigned long _skb_refdst;
      void (*destructor)(struct sk_buff*);
    };
    struct list_head tcp_tsorted_anchor;
    unsigned long _sk_redir;
  };
  unsigned long _nfct;
  unsigned int len;
  unsigned int data_len;
  __u16 mac_len;
  __u16 hdr_len;
  __u16 queue_mapping;
  __u8 __cloned_offset[0];
  __u8 cloned : 1;
  __u8 nohdr : 1;
  __u8 fclone : 2;
  __u8 peeked : 1;
  __u8 head_frag : 1;
  __u8 pfmemalloc : 1;
  __u8 pp_recycle : 1;
  __u8 active_extensions;
  union {
    struct {
      __u8 __pkt_type_offset[0];
      __u8 pkt_type : 3;
      __u8 ignore_df : 1;
      __u8 nf_trace : 1;
      __u8 ip_summed : 2;
      __u8 ooo_okay : 1;
      __u8 l4_hash : 1;
      __u8 sw_hash : 1;
      __u8 wifi_acked_valid : 1;
      __u8 wifi_acked : 1;
      __u8 no_fcs : 1;
      __u8 encapsulation : 1;
      __u8 encap_hdr_csum : 1;
      __u8 csum_valid : 1;
      __u8 __pkt_vlan_present_offset[0];
      __u8 vlan_present : 1;
      __u8 csum_complete_sw : 1;
      __u8 csum_level : 2;
      __u8 dst_pending_confirm : 1;
      __u8 mono_delivery_time : 1;
      __u8 tc_skip_classify : 1;
      __u8 tc_at_ingress : 1;
      __u8 ndisc_nodetype : 2;
      __u8 ipvs_property : 1;
      __u8 inner_protocol_type : 1;
      __u8 remcsum_offload : 1;
      __u8 offload_fwd_mark : 1;
      __u8 offload_l3_fwd_mark : 1;
      __u8 redirected : 1;
      __u8 from_ingress : 1;
      __u8 nf_skip_egress : 1;
      __u8 decrypted : 1;
      __u8 slow_gro : 1;
      __u8 csum_not_inet : 1;
      __u8 scm_io_uring : 1;
      __u16 tc_index;
      union {
        __wsum csum;
        struct {
          __u16 csum_start;
          __u16 csum_offset;
        };
      };
      __u32 priority;
      int skb_iif;
      __u32 hash;
      __be16 vlan_proto;
      __u16 vlan_tci;
      union {
        unsigned int napi_id;
        unsigned int sender_cpu;
      };
      u16 alloc_cpu;
      __u32 secmark;
      union {
        __u32 mark;
        __u32 reserved_tailroom;
      };
      union {
        __be16 inner_protocol;
        __u8 inner_ipproto;
      };
      __u16 inner_transport_header;
      __u16 inner_network_header;
      __u16 inner_mac_header;
      __be16 protocol;
      __u16 transport_header;
      __u16 network_header;
      __u16 mac_header;
    };
    struct {
      __u8 __pkt_type_offset[0];
      __u8 pkt_type : 3;
      __u8 ignore_df : 1;
      __u8 nf_trace : 1;
      __u8 ip_summed : 2;
      __u8 ooo_okay : 1;
      __u8 l4_hash : 1;
      __u8 sw_hash : 1;
      __u8 wifi_acked_valid : 1;
      __u8 wifi_acked : 1;
      __u8 no_fcs : 1;
      __u8 encapsulation : 1;
      __u8 encap_hdr_csum : 1;
      __u8 csum_valid : 1;
      __u8 __pkt_vlan_present_offset[0];
      __u8 vlan_present : 1;
      __u8 csum_complete_sw : 1;
      __u8 csum_level : 2;
      __u8 dst_pending_confirm : 1;
      __u8 mono_delivery_time : 1;
      __u8 tc_skip_classify : 1;
      __u8 tc_at_ingress : 1;
      __u8 ndisc_nodetype : 2;
      __u8 ipvs_property : 1;
      __u8 inner_protocol_type : 1;
      __u8 remcsum_offload : 1;
      __u8 offload_fwd_mark : 1;
      __u8 offload_l3_fwd_mark : 1;
      __u8 redirected : 1;
      __u8 from_ingress : 1;
      __u8 nf_skip_egress : 1;
      __u8 decrypted : 1;
      __u8 slow_gro : 1;
      __u8 csum_not_inet : 1;
      __u8 scm_io_uring : 1;
      __u16 tc_index;
      union {
        __wsum csum;
        struct {
          __u16 csum_start;
          __u16 csum_offset;
        };
      };
      __u32 priority;
      int skb_iif;
      __u32 hash;
      __be16 vlan_proto;
      __u16 vlan_tci;
      union {
        unsigned int napi_id;
        unsigned int sender_cpu;
      };
      u16 alloc_cpu;
      __u32 secmark;
      union {
        __u32 mark;
        __u32 reserved_tailroom;
      };
      union {
        __be16 inner_protocol;
        __u8 inner_ipproto;
      };
      __u16 inner_transport_header;
      __u16 inner_network_header;
      __u16 inner_mac_header;
      __be16 protocol;
      __u16 transport_header;
      __u16 network_header;
      __u16 mac_header;
    } headers;
  };
  sk_buff_data_t tail;
  sk_buff_data_t end;
  unsigned char* head;
  unsigned char* data;
  unsigned int truesize;
  refcount_t users;
  struct skb_ext* extensions;
} __aligned(8);
_Static_assert(sizeof(struct sk_buff) == 192, "struct sk_buff of 6.1 i386");
struct sk_buff_list {
  struct sk_buff* next;
  struct sk_buff* prev;
};
_Static_assert(sizeof(struct sk_buff_list) == 8, "struct sk_buff_list of 6.1 i386");
struct sk_buff_head {
  union {
    struct {
      struct sk_buff* next;
      struct sk_buff* prev;
    };
    struct sk_buff_list list;
  };
  __u32 qlen;
  spinlock_t lock;
};
_Static_assert(sizeof(struct sk_buff_head) == 16, "struct sk_buff_head of 6.1 i386");
enum skb_drop_reason {
  SKB_NOT_DROPPED_YET = 0,
  SKB_DROP_REASON_NOT_SPECIFIED = 1,
  SKB_DROP_REASON_NO_SOCKET = 2,
  SKB_DROP_REASON_PKT_TOO_SMALL = 3,
  SKB_DROP_REASON_TCP_CSUM = 4,
  SKB_DROP_REASON_SOCKET_FILTER = 5,
  SKB_DROP_REASON_UDP_CSUM = 6,
  SKB_DROP_REASON_NETFILTER_DROP = 7,
  SKB_DROP_REASON_OTHERHOST = 8,
  SKB_DROP_REASON_IP_CSUM = 9,
  SKB_DROP_REASON_IP_INHDR = 10,
  SKB_DROP_REASON_IP_RPFILTER = 11,
  SKB_DROP_REASON_UNICAST_IN_L2_MULTICAST = 12,
  SKB_DROP_REASON_XFRM_POLICY = 13,
  SKB_DROP_REASON_IP_NOPROTO = 14,
  SKB_DROP_REASON_SOCKET_RCVBUFF = 15,
  SKB_DROP_REASON_PROTO_MEM = 16,
  SKB_DROP_REASON_TCP_MD5NOTFOUND = 17,
  SKB_DROP_REASON_TCP_MD5UNEXPECTED = 18,
  SKB_DROP_REASON_TCP_MD5FAILURE = 19,
  SKB_DROP_REASON_SOCKET_BACKLOG = 20,
  SKB_DROP_REASON_TCP_FLAGS = 21,
  SKB_DROP_REASON_TCP_ZEROWINDOW = 22,
  SKB_DROP_REASON_TCP_OLD_DATA = 23,
  SKB_DROP_REASON_TCP_OVERWINDOW = 24,
  SKB_DROP_REASON_TCP_OFOMERGE = 25,
  SKB_DROP_REASON_TCP_RFC7323_PAWS = 26,
  SKB_DROP_REASON_TCP_INVALID_SEQUENCE = 27,
  SKB_DROP_REASON_TCP_RESET = 28,
  SKB_DROP_REASON_TCP_INVALID_SYN = 29,
  SKB_DROP_REASON_TCP_CLOSE = 30,
  SKB_DROP_REASON_TCP_FASTOPEN = 31,
  SKB_DROP_REASON_TCP_OLD_ACK = 32,
  SKB_DROP_REASON_TCP_TOO_OLD_ACK = 33,
  SKB_DROP_REASON_TCP_ACK_UNSENT_DATA = 34,
  SKB_DROP_REASON_TCP_OFO_QUEUE_PRUNE = 35,
  SKB_DROP_REASON_TCP_OFO_DROP = 36,
  SKB_DROP_REASON_IP_OUTNOROUTES = 37,
  SKB_DROP_REASON_BPF_CGROUP_EGRESS = 38,
  SKB_DROP_REASON_IPV6DISABLED = 39,
  SKB_DROP_REASON_NEIGH_CREATEFAIL = 40,
  SKB_DROP_REASON_NEIGH_FAILED = 41,
  SKB_DROP_REASON_NEIGH_QUEUEFULL = 42,
  SKB_DROP_REASON_NEIGH_DEAD = 43,
  SKB_DROP_REASON_TC_EGRESS = 44,
  SKB_DROP_REASON_QDISC_DROP = 45,
  SKB_DROP_REASON_CPU_BACKLOG = 46,
  SKB_DROP_REASON_XDP = 47,
  SKB_DROP_REASON_TC_INGRESS = 48,
  SKB_DROP_REASON_UNHANDLED_PROTO = 49,
  SKB_DROP_REASON_SKB_CSUM = 50,
  SKB_DROP_REASON_SKB_GSO_SEG = 51,
  SKB_DROP_REASON_SKB_UCOPY_FAULT = 52,
  SKB_DROP_REASON_DEV_HDR = 53,
  SKB_DROP_REASON_DEV_READY = 54,
  SKB_DROP_REASON_FULL_RING = 55,
  SKB_DROP_REASON_NOMEM = 56,
  SKB_DROP_REASON_HDR_TRUNC = 57,
  SKB_DROP_REASON_TAP_FILTER = 58,
  SKB_DROP_REASON_TAP_TXFILTER = 59,
  SKB_DROP_REASON_ICMP_CSUM = 60,
  SKB_DROP_REASON_INVALID_PROTO = 61,
  SKB_DROP_REASON_IP_INADDRERRORS = 62,
  SKB_DROP_REASON_IP_INNOROUTES = 63,
  SKB_DROP_REASON_PKT_TOO_BIG = 64,
  SKB_DROP_REASON_MAX = 65
};

void kfree_skb_reason(struct sk_buff*, enum skb_drop_reason);
void kfree_skb_list_reason(struct sk_buff*, enum skb_drop_reason);
void consume_skb(struct sk_buff*);
void __kfree_skb(struct sk_buff*);
void kfree_skb_partial(struct sk_buff*, bool);
struct sk_buff* __alloc_skb(unsigned int, gfp_t, int, int);
struct sk_buff* alloc_skb_with_frags(unsigned long, unsigned long, int, int*, gfp_t);
struct sk_buff* alloc_skb_for_msg(struct sk_buff*);
struct sk_buff* skb_clone(struct sk_buff*, gfp_t);
struct sk_buff* skb_copy(const struct sk_buff*, gfp_t);
void skb_queue_head(struct sk_buff_head*, struct sk_buff*);
void skb_queue_tail(struct sk_buff_head*, struct sk_buff*);
void skb_unlink(struct sk_buff*, struct sk_buff_head*);
struct sk_buff* skb_dequeue(struct sk_buff_head*);
struct sk_buff* skb_dequeue_tail(struct sk_buff_head*);
void* skb_put(struct sk_buff*, unsigned int);
void* skb_push(struct sk_buff*, unsigned int);
void* skb_pull(struct sk_buff*, unsigned int);
void skb_trim(struct sk_buff*, unsigned int);
void skb_queue_purge(struct sk_buff_head*);

static inline struct sk_buff* alloc_skb(unsigned int size, gfp_t priority) {
  return __alloc_skb(size, priority, 0, NUMA_NO_NODE);
}
static inline unsigned char* skb_tail_pointer(const struct sk_buff* skb) { return skb->tail; }
static inline void skb_reserve(struct sk_buff* skb, int len) {
  skb->data += len;
  skb->tail += len;
}
static inline unsigned int skb_headlen(const struct sk_buff* skb) {
  return skb->len - skb->data_len;
}
static inline int skb_tailroom(const struct sk_buff* skb) {
  return skb->data_len ? 0 : skb->end - skb->tail;
}
static inline unsigned int skb_headroom(const struct sk_buff* skb) { return skb->data - skb->head; }

#include <linux/skbuff_api_mm32.h>
#include <linux/skbuff_flags_mm32.h>
#include <linux/skbuff_inline_mm32.h>
#include <linux/skbuff_structs_mm32.h>

#define skb_shinfo(SKB) ((struct skb_shared_info*)(skb_end_pointer(SKB)))
#define SKB_DATA_ALIGN(X) ALIGN(X, SMP_CACHE_BYTES)
#define dev_kfree_skb(a) consume_skb(a)
#define SKB_WITH_OVERHEAD(X) ((X)-SKB_DATA_ALIGN(sizeof(struct skb_shared_info)))
#define SKB_MAX_ORDER(X, ORDER) SKB_WITH_OVERHEAD((PAGE_SIZE << (ORDER)) - (X))
#define SKB_MAX_HEAD(X) (SKB_MAX_ORDER((X), 0))
#define SKB_MAX_ALLOC (SKB_MAX_ORDER(0, 2))
#define SKB_TRUESIZE(X) \
  ((X) + SKB_DATA_ALIGN(sizeof(struct sk_buff)) + SKB_DATA_ALIGN(sizeof(struct skb_shared_info)))
#define NET_SKB_PAD max(32, L1_CACHE_BYTES)
#define SKB_LINEAR_ASSERT(skb) BUG_ON(skb_is_nonlinear(skb))

#include <linux/skbuff_data_mm32.h>
#include <linux/skbuff_queue_mm32.h>

#endif
