// Programs that see packets before the stack: the structures.
#ifndef _NET_XDP_H
#define _NET_XDP_H

#include <linux/cache.h>
#include <linux/skbuff.h>
#include <linux/types.h>

struct bpf_prog;
struct net_device;
struct netdev_bpf;
struct sk_buff;
struct xdp_attachment_info;
struct xdp_buff;
struct xdp_cpumap_stats;
struct xdp_frame;
struct xdp_frame_bulk;
struct xdp_mem_info;
struct xdp_rxq_info;
struct xdp_txq_info;

#define XDP_XMIT_FLUSH (1U << 0)
#define XDP_XMIT_FLAGS_MASK XDP_XMIT_FLUSH
#define XDP_BULK_QUEUE_SIZE 16
#define DEV_MAP_BULK_SIZE XDP_BULK_QUEUE_SIZE
enum xdp_mem_type {
  MEM_TYPE_PAGE_SHARED,
  MEM_TYPE_PAGE_ORDER0,
  MEM_TYPE_PAGE_POOL,
  MEM_TYPE_XSK_BUFF_POOL,
  MEM_TYPE_MAX
};
struct xdp_mem_info {
  u32 type;
  u32 id;
};
struct xdp_rxq_info {
  struct net_device* dev;
  u32 queue_index;
  u32 reg_state;
  struct xdp_mem_info mem;
  unsigned int napi_id;
  u32 frag_size;
} ____cacheline_aligned;
struct xdp_txq_info {
  struct net_device* dev;
};
enum xdp_buff_flags { XDP_FLAGS_HAS_FRAGS = 1, XDP_FLAGS_FRAGS_PF_MEMALLOC };
struct xdp_buff {
  void* data;
  void* data_end;
  void* data_meta;
  void* data_hard_start;
  struct xdp_rxq_info* rxq;
  struct xdp_txq_info* txq;
  u32 frame_sz;
  u32 flags;
};
struct xdp_frame {
  void* data;
  u16 len;
  u16 headroom;
  u32 metasize;
  struct xdp_mem_info mem;
  struct net_device* dev_rx;
  u32 frame_sz;
  u32 flags;
};
struct xdp_frame_bulk {
  int count;
  void* xa;
  void* q[16];
};
struct xdp_cpumap_stats {
  unsigned int redirect;
  unsigned int pass;
  unsigned int drop;
};
void xdp_warn(const char* msg, const char* func, const int line);
struct xdp_frame* xdp_convert_zc_to_xdp_frame(struct xdp_buff* xdp);
struct sk_buff* __xdp_build_skb_from_frame(struct xdp_frame* xdpf, struct sk_buff* skb,
                                           struct net_device* dev);
struct sk_buff* xdp_build_skb_from_frame(struct xdp_frame* xdpf, struct net_device* dev);
int xdp_alloc_skb_bulk(void** skbs, int n_skb, gfp_t gfp);
struct xdp_frame* xdpf_clone(struct xdp_frame* xdpf);
void __xdp_return(void* data, struct xdp_mem_info* mem, bool napi_direct, struct xdp_buff* xdp);
void xdp_return_frame(struct xdp_frame* xdpf);
void xdp_return_frame_rx_napi(struct xdp_frame* xdpf);
void xdp_return_buff(struct xdp_buff* xdp);
void xdp_flush_frame_bulk(struct xdp_frame_bulk* bq);
void xdp_return_frame_bulk(struct xdp_frame* xdpf, struct xdp_frame_bulk* bq);
void __xdp_release_frame(void* data, struct xdp_mem_info* mem);
int __xdp_rxq_info_reg(struct xdp_rxq_info* xdp_rxq, struct net_device* dev, u32 queue_index,
                       unsigned int napi_id, u32 frag_size);
void xdp_rxq_info_unreg(struct xdp_rxq_info* xdp_rxq);
void xdp_rxq_info_unused(struct xdp_rxq_info* xdp_rxq);
bool xdp_rxq_info_is_reg(struct xdp_rxq_info* xdp_rxq);
int xdp_rxq_info_reg_mem_model(struct xdp_rxq_info* xdp_rxq, enum xdp_mem_type type,
                               void* allocator);
void xdp_rxq_info_unreg_mem_model(struct xdp_rxq_info* xdp_rxq);
int xdp_reg_mem_model(struct xdp_mem_info* mem, enum xdp_mem_type type, void* allocator);
void xdp_unreg_mem_model(struct xdp_mem_info* mem);
struct xdp_attachment_info {
  struct bpf_prog* prog;
  u32 flags;
};
void xdp_attachment_setup(struct xdp_attachment_info* info, struct netdev_bpf* bpf);

// Inline in Linux.
struct skb_shared_info;
bool xdp_buff_has_frags(struct xdp_buff* xdp);
void xdp_buff_set_frags_flag(struct xdp_buff* xdp);
void xdp_buff_clear_frags_flag(struct xdp_buff* xdp);
bool xdp_buff_is_frag_pfmemalloc(struct xdp_buff* xdp);
void xdp_buff_set_frag_pfmemalloc(struct xdp_buff* xdp);
void xdp_buff_clear_frag_pfmemalloc(struct xdp_buff* xdp);
void xdp_init_buff(struct xdp_buff* xdp, u32 frame_sz, struct xdp_rxq_info* rxq);
void xdp_prepare_buff(struct xdp_buff* xdp, unsigned char* hard_start, int headroom, int data_len,
                      const bool meta_valid);
struct skb_shared_info* xdp_get_shared_info_from_buff(struct xdp_buff* xdp);
unsigned int xdp_get_buff_len(struct xdp_buff* xdp);
bool xdp_frame_has_frags(struct xdp_frame* frame);
bool xdp_frame_is_frag_pfmemalloc(struct xdp_frame* frame);
void xdp_frame_bulk_init(struct xdp_frame_bulk* bq);
struct skb_shared_info* xdp_get_shared_info_from_frame(struct xdp_frame* frame);
void xdp_scrub_frame(struct xdp_frame* frame);
void xdp_update_skb_shared_info(struct sk_buff* skb, u8 nr_frags, unsigned int size,
                                unsigned int truesize, bool pfmemalloc);
void xdp_convert_frame_to_buff(struct xdp_frame* frame, struct xdp_buff* xdp);
int xdp_update_frame_from_buff(struct xdp_buff* xdp, struct xdp_frame* xdp_frame);
struct xdp_frame* xdp_convert_buff_to_frame(struct xdp_buff* xdp);
void xdp_release_frame(struct xdp_frame* xdpf);
unsigned int xdp_get_frame_len(struct xdp_frame* xdpf);
int xdp_rxq_info_reg(struct xdp_rxq_info* xdp_rxq, struct net_device* dev, u32 queue_index,
                     unsigned int napi_id);
void xdp_set_data_meta_invalid(struct xdp_buff* xdp);
bool xdp_data_meta_unsupported(const struct xdp_buff* xdp);
bool xdp_metalen_invalid(unsigned long metalen);

#endif
