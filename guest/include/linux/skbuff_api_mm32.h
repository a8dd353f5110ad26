// The calls of <linux/skbuff.h> and the data it declares, as 6.1 declares them.
#include <linux/skbuff.h>
#ifndef _LINUX_SKBUFF_API_MM32_H
#define _LINUX_SKBUFF_API_MM32_H

#include <linux/netdev_features.h>
#include <linux/siphash.h>
#include <linux/skbuff_structs_mm32.h>

struct ahash_request;
struct bpf_flow_dissector;
struct bpf_prog;
struct file;
struct flow_dissector;
struct flow_dissector_key;
struct flow_keys_basic;
struct iov_iter;
struct kmem_cache;
struct mmpin;
struct msghdr;
struct napi_struct;
struct net;
struct net_device;
struct page;
struct page_frag;
struct pipe_inode_info;
struct poll_table_struct;
struct rb_root;
struct scatterlist;
struct sk_buff;
struct sk_buff_head;
struct skb_checksum_ops;
struct skb_ext;
struct skb_seq_state;
struct skb_shared_hwtstamps;
struct sock;
struct socket;
struct static_key_false;
struct ts_config;
struct ubuf_info;

extern int sysctl_max_skb_frags;
int mm_account_pinned_pages(struct mmpin* mmp, size_t size);
void mm_unaccount_pinned_pages(struct mmpin* mmp);
void skb_release_head_state(struct sk_buff* skb);
void skb_dump(const char* level, const struct sk_buff* skb, bool full_pkt);
void skb_tx_error(struct sk_buff* skb);
void __consume_stateless_skb(struct sk_buff* skb);
extern struct kmem_cache* skbuff_head_cache;
bool skb_try_coalesce(struct sk_buff* to, struct sk_buff* from, bool* fragstolen,
                      int* delta_truesize);
struct sk_buff* __build_skb(void* data, unsigned int frag_size);
struct sk_buff* build_skb(void* data, unsigned int frag_size);
struct sk_buff* build_skb_around(struct sk_buff* skb, void* data, unsigned int frag_size);
void skb_attempt_defer_free(struct sk_buff* skb);
struct sk_buff* napi_build_skb(void* data, unsigned int frag_size);
struct sk_buff* skb_morph(struct sk_buff* dst, struct sk_buff* src);
void skb_headers_offset_update(struct sk_buff* skb, int off);
int skb_copy_ubufs(struct sk_buff* skb, gfp_t gfp_mask);
void skb_copy_header(struct sk_buff* new, const struct sk_buff* old);
struct sk_buff* __pskb_copy_fclone(struct sk_buff* skb, int headroom, gfp_t gfp_mask, bool fclone);
int pskb_expand_head(struct sk_buff* skb, int nhead, int ntail, gfp_t gfp_mask);
struct sk_buff* skb_realloc_headroom(struct sk_buff* skb, unsigned int headroom);
struct sk_buff* skb_expand_head(struct sk_buff* skb, unsigned int headroom);
struct sk_buff* skb_copy_expand(const struct sk_buff* skb, int newheadroom, int newtailroom,
                                gfp_t priority);
int skb_to_sgvec_nomark(struct sk_buff* skb, struct scatterlist* sg, int offset, int len);
int skb_to_sgvec(struct sk_buff* skb, struct scatterlist* sg, int offset, int len);
int skb_cow_data(struct sk_buff* skb, int tailbits, struct sk_buff** trailer);
int __skb_pad(struct sk_buff* skb, int pad, bool free_on_error);
int skb_append_pagefrags(struct sk_buff* skb, struct page* page, int offset, size_t size);
void skb_prepare_seq_read(struct sk_buff* skb, unsigned int from, unsigned int to,
                          struct skb_seq_state* st);
unsigned int skb_seq_read(unsigned int consumed, const u8** data, struct skb_seq_state* st);
void skb_abort_seq_read(struct skb_seq_state* st);
unsigned int skb_find_text(struct sk_buff* skb, unsigned int from, unsigned int to,
                           struct ts_config* config);
void __skb_get_hash(struct sk_buff* skb);
u32 __skb_get_hash_symmetric(const struct sk_buff* skb);
u32 skb_get_poff(const struct sk_buff* skb);
u32 __skb_get_poff(const struct sk_buff* skb, const void* data, const struct flow_keys_basic* keys,
                   int hlen);
__be32 __skb_flow_get_ports(const struct sk_buff* skb, int thoff, u8 ip_proto, const void* data,
                            int hlen_proto);
void skb_flow_dissector_init(struct flow_dissector* flow_dissector,
                             const struct flow_dissector_key* key, unsigned int key_count);
u32 bpf_flow_dissect(struct bpf_prog* prog, struct bpf_flow_dissector* ctx, __be16 proto, int nhoff,
                     int hlen, unsigned int flags);
bool __skb_flow_dissect(const struct net* net, const struct sk_buff* skb,
                        struct flow_dissector* flow_dissector, void* target_container,
                        const void* data, __be16 proto, int nhoff, int hlen, unsigned int flags);
void skb_flow_dissect_meta(const struct sk_buff* skb, struct flow_dissector* flow_dissector,
                           void* target_container);
void skb_flow_dissect_ct(const struct sk_buff* skb, struct flow_dissector* flow_dissector,
                         void* target_container, u16* ctinfo_map, size_t mapsize, bool post_ct,
                         u16 zone);
void skb_flow_dissect_tunnel_info(const struct sk_buff* skb, struct flow_dissector* flow_dissector,
                                  void* target_container);
void skb_flow_dissect_hash(const struct sk_buff* skb, struct flow_dissector* flow_dissector,
                           void* target_container);
__u32 skb_get_hash_perturb(const struct sk_buff* skb, const siphash_key_t* perturb);
struct ubuf_info* msg_zerocopy_realloc(struct sock* sk, size_t size, struct ubuf_info* uarg);
void msg_zerocopy_put_abort(struct ubuf_info* uarg, bool have_uref);
void msg_zerocopy_callback(struct sk_buff* skb, struct ubuf_info* uarg, bool success);
int __zerocopy_sg_from_iter(struct msghdr* msg, struct sock* sk, struct sk_buff* skb,
                            struct iov_iter* from, size_t length);
int skb_zerocopy_iter_stream(struct sock* sk, struct sk_buff* skb, struct msghdr* msg, int len,
                             struct ubuf_info* uarg);
void __skb_zcopy_downgrade_managed(struct sk_buff* skb);
int __skb_unclone_keeptruesize(struct sk_buff* skb, gfp_t pri);
void skb_append(struct sk_buff* old, struct sk_buff* newsk, struct sk_buff_head* list);
void skb_add_rx_frag(struct sk_buff* skb, int i, struct page* page, int off, int size,
                     unsigned int truesize);
void skb_coalesce_rx_frag(struct sk_buff* skb, int i, int size, unsigned int truesize);
void* pskb_put(struct sk_buff* skb, struct sk_buff* tail, int len);
void* skb_pull_data(struct sk_buff* skb, size_t len);
void* __pskb_pull_tail(struct sk_buff* skb, int delta);
void skb_condense(struct sk_buff* skb);
int ___pskb_trim(struct sk_buff* skb, unsigned int len);
unsigned int skb_rbtree_purge(struct rb_root* root);
void* __netdev_alloc_frag_align(unsigned int fragsz, unsigned int align_mask);
struct sk_buff* __netdev_alloc_skb(struct net_device* dev, unsigned int length, gfp_t gfp_mask);
void* __napi_alloc_frag_align(unsigned int fragsz, unsigned int align_mask);
struct sk_buff* __napi_alloc_skb(struct napi_struct* napi, unsigned int length, gfp_t gfp_mask);
void napi_consume_skb(struct sk_buff* skb, int budget);
void napi_skb_free_stolen_head(struct sk_buff* skb);
void __kfree_skb_defer(struct sk_buff* skb);
bool skb_page_frag_refill(unsigned int sz, struct page_frag* pfrag, gfp_t prio);
void* skb_pull_rcsum(struct sk_buff* skb, unsigned int len);
int pskb_trim_rcsum_slow(struct sk_buff* skb, unsigned int len);
int __skb_wait_for_more_packets(struct sock* sk, struct sk_buff_head* queue, int* err,
                                long* timeo_p, const struct sk_buff* skb);
struct sk_buff* __skb_try_recv_from_queue(struct sock* sk, struct sk_buff_head* queue,
                                          unsigned int flags, int* off, int* err,
                                          struct sk_buff** last);
struct sk_buff* __skb_try_recv_datagram(struct sock* sk, struct sk_buff_head* queue,
                                        unsigned int flags, int* off, int* err,
                                        struct sk_buff** last);
struct sk_buff* __skb_recv_datagram(struct sock* sk, struct sk_buff_head* sk_queue,
                                    unsigned int flags, int* off, int* err);
struct sk_buff* skb_recv_datagram(struct sock* sk, unsigned int flags, int* err);
__poll_t datagram_poll(struct file* file, struct socket* sock, struct poll_table_struct* wait);
int skb_copy_datagram_iter(const struct sk_buff* from, int offset, struct iov_iter* to, int size);
int skb_copy_and_csum_datagram_msg(struct sk_buff* skb, int hlen, struct msghdr* msg);
int skb_copy_and_hash_datagram_iter(const struct sk_buff* skb, int offset, struct iov_iter* to,
                                    int len, struct ahash_request* hash);
int skb_copy_datagram_from_iter(struct sk_buff* skb, int offset, struct iov_iter* from, int len);
int zerocopy_sg_from_iter(struct sk_buff* skb, struct iov_iter* frm);
void skb_free_datagram(struct sock* sk, struct sk_buff* skb);
void __skb_free_datagram_locked(struct sock* sk, struct sk_buff* skb, int len);
int skb_kill_datagram(struct sock* sk, struct sk_buff* skb, unsigned int flags);
int skb_copy_bits(const struct sk_buff* skb, int offset, void* to, int len);
int skb_store_bits(struct sk_buff* skb, int offset, const void* from, int len);
__wsum skb_copy_and_csum_bits(const struct sk_buff* skb, int offset, u8* to, int len);
int skb_splice_bits(struct sk_buff* skb, struct sock* sk, unsigned int offset,
                    struct pipe_inode_info* pipe, unsigned int len, unsigned int flags);
int skb_send_sock_locked(struct sock* sk, struct sk_buff* skb, int offset, int len);
int skb_send_sock(struct sock* sk, struct sk_buff* skb, int offset, int len);
void skb_copy_and_csum_dev(const struct sk_buff* skb, u8* to);
unsigned int skb_zerocopy_headlen(const struct sk_buff* from);
int skb_zerocopy(struct sk_buff* to, struct sk_buff* from, int len, int hlen);
void skb_split(struct sk_buff* skb, struct sk_buff* skb1, const u32 len);
int skb_shift(struct sk_buff* tgt, struct sk_buff* skb, int shiftlen);
void skb_scrub_packet(struct sk_buff* skb, bool xnet);
bool skb_gso_validate_network_len(const struct sk_buff* skb, unsigned int mtu);
bool skb_gso_validate_mac_len(const struct sk_buff* skb, unsigned int len);
struct sk_buff* skb_segment(struct sk_buff* skb, netdev_features_t features);
struct sk_buff* skb_segment_list(struct sk_buff* skb, netdev_features_t features,
                                 unsigned int offset);
struct sk_buff* skb_vlan_untag(struct sk_buff* skb);
int skb_ensure_writable(struct sk_buff* skb, unsigned int write_len);
int __skb_vlan_pop(struct sk_buff* skb, u16* vlan_tci);
int skb_vlan_pop(struct sk_buff* skb);
int skb_vlan_push(struct sk_buff* skb, __be16 vlan_proto, u16 vlan_tci);
int skb_eth_pop(struct sk_buff* skb);
int skb_eth_push(struct sk_buff* skb, const unsigned char* dst, const unsigned char* src);
int skb_mpls_push(struct sk_buff* skb, __be32 mpls_lse, __be16 mpls_proto, int mac_len,
                  bool ethernet);
int skb_mpls_pop(struct sk_buff* skb, __be16 next_proto, int mac_len, bool ethernet);
int skb_mpls_update_lse(struct sk_buff* skb, __be32 mpls_lse);
int skb_mpls_dec_ttl(struct sk_buff* skb);
struct sk_buff* pskb_extract(struct sk_buff* skb, int off, int to_copy, gfp_t gfp);
extern const struct skb_checksum_ops* crc32c_csum_stub;
__wsum __skb_checksum(const struct sk_buff* skb, int offset, int len, __wsum csum,
                      const struct skb_checksum_ops* ops);
__wsum skb_checksum(const struct sk_buff* skb, int offset, int len, __wsum csum);
void skb_init(void);
extern struct static_key_false netstamp_needed_key;
struct sk_buff* skb_clone_sk(struct sk_buff* skb);
void skb_clone_tx_timestamp(struct sk_buff* skb);
bool skb_defer_rx_timestamp(struct sk_buff* skb);
void skb_complete_tx_timestamp(struct sk_buff* skb, struct skb_shared_hwtstamps* hwtstamps);
void __skb_tstamp_tx(struct sk_buff* orig_skb, const struct sk_buff* ack_skb,
                     struct skb_shared_hwtstamps* hwtstamps, struct sock* sk, int tstype);
void skb_tstamp_tx(struct sk_buff* orig_skb, struct skb_shared_hwtstamps* hwtstamps);
void skb_complete_wifi_ack(struct sk_buff* skb, bool acked);
__sum16 __skb_checksum_complete_head(struct sk_buff* skb, int len);
__sum16 __skb_checksum_complete(struct sk_buff* skb);
struct skb_ext* __skb_ext_alloc(gfp_t flags);
void* __skb_ext_set(struct sk_buff* skb, enum skb_ext_id id, struct skb_ext* ext);
void* skb_ext_add(struct sk_buff* skb, enum skb_ext_id id);
void __skb_ext_del(struct sk_buff* skb, enum skb_ext_id id);
void __skb_ext_put(struct skb_ext* ext);
void __skb_warn_lro_forwarding(const struct sk_buff* skb);
bool skb_partial_csum_set(struct sk_buff* skb, u16 start, u16 off);
int skb_checksum_setup(struct sk_buff* skb, bool recalculate);
struct sk_buff* skb_checksum_trimmed(struct sk_buff* skb, unsigned int transport_len,
                                     __sum16 (*skb_chkf)(struct sk_buff*));

#endif
