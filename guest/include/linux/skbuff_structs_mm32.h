// Structures of packets. Part of <linux/skbuff.h>.
#include <linux/skbuff.h>
#ifndef _LINUX_SKBUFF_STRUCTS_MM32_H
#define _LINUX_SKBUFF_STRUCTS_MM32_H

#include <linux/skbuff_flags_mm32.h>

struct bio_vec;
struct in6_addr;
struct mmpin;
struct nf_bridge_info;
struct sk_buff_fclones;
struct skb_checksum_ops;
struct skb_ext;
struct skb_gso_cb;
struct skb_seq_state;
struct skb_shared_hwtstamps;
struct skb_shared_info;
struct ubuf_info;
struct ubuf_info_msgzc;
struct user_struct;

struct nf_bridge_info {
  enum { BRNF_PROTO_UNCHANGED, BRNF_PROTO_8021Q, BRNF_PROTO_PPPOE } orig_proto : 8;
  u8 pkt_otherhost : 1;
  u8 in_prerouting : 1;
  u8 bridged_dnat : 1;
  u8 sabotage_in_done : 1;
  __u16 frag_max_size;
  int physinif;
  struct net_device* physoutdev;
  union {
    __be32 ipv4_daddr;
    struct in6_addr ipv6_daddr;
    char neigh_header[8];
  };
};
typedef struct bio_vec skb_frag_t;
struct skb_shared_hwtstamps {
  union {
    ktime_t hwtstamp;
    void* netdev_data;
  };
};
struct ubuf_info {
  void (*callback)(struct sk_buff*, struct ubuf_info*, bool);
  refcount_t refcnt;
  u8 flags;
};
struct ubuf_info_msgzc {
  struct ubuf_info ubuf;
  union {
    struct {
      unsigned long desc;
      void* ctx;
    };
    struct {
      u32 id;
      u16 len;
      u16 zerocopy : 1;
      u32 bytelen;
    };
  };
  struct mmpin {
    struct user_struct* user;
    unsigned int num_pg;
  } mmp;
};
struct skb_shared_info {
  __u8 flags;
  __u8 meta_len;
  __u8 nr_frags;
  __u8 tx_flags;
  unsigned short gso_size;
  unsigned short gso_segs;
  struct sk_buff* frag_list;
  struct skb_shared_hwtstamps hwtstamps;
  unsigned int gso_type;
  u32 tskey;
  atomic_t dataref;
  unsigned int xdp_frags_size;
  void* destructor_arg;
  skb_frag_t frags[17];
};
struct sk_buff_fclones {
  struct sk_buff skb1;
  struct sk_buff skb2;
  refcount_t fclone_ref;
};
struct skb_seq_state {
  __u32 lower_offset;
  __u32 upper_offset;
  __u32 frag_idx;
  __u32 stepped_offset;
  struct sk_buff* root_skb;
  struct sk_buff* cur_skb;
  __u8* frag_data;
  __u32 frag_off;
};
struct skb_checksum_ops {
  __wsum (*update)(const void*, int, __wsum);
  __wsum (*combine)(__wsum, __wsum, int, int);
};
struct skb_ext {
  refcount_t refcnt;
  u8 offset[3];
  u8 chunks;
  char data[];
};
struct skb_gso_cb {
  union {
    int mac_offset;
    int data_offset;
  };
  int encap_level;
  __wsum csum;
  __u16 csum_start;
};

#endif
