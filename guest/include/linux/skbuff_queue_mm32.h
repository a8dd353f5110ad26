// Queues, fragments and owners of packets. Part of <linux/skbuff.h>.
#include <linux/skbuff.h>
#ifndef _LINUX_SKBUFF_QUEUE_MM32_H
#define _LINUX_SKBUFF_QUEUE_MM32_H

// Queues: a ring with a head that counts.
static inline int skb_queue_empty(const struct sk_buff_head* list) {
  return list->next == (const struct sk_buff*)list;
}
static inline bool skb_queue_empty_lockless(const struct sk_buff_head* list) {
  return READ_ONCE(list->next) == (const struct sk_buff*)list;
}
static inline bool skb_queue_is_last(const struct sk_buff_head* list, const struct sk_buff* skb) {
  return skb->next == (const struct sk_buff*)list;
}
static inline bool skb_queue_is_first(const struct sk_buff_head* list, const struct sk_buff* skb) {
  return skb->prev == (const struct sk_buff*)list;
}
static inline struct sk_buff* skb_queue_next(const struct sk_buff_head* list,
                                             const struct sk_buff* skb) {
  BUG_ON(skb_queue_is_last(list, skb));
  return skb->next;
}
static inline struct sk_buff* skb_queue_prev(const struct sk_buff_head* list,
                                             const struct sk_buff* skb) {
  BUG_ON(skb_queue_is_first(list, skb));
  return skb->prev;
}
static inline struct sk_buff* __skb_peek(const struct sk_buff_head* list) { return list->next; }
static inline struct sk_buff* skb_peek(const struct sk_buff_head* list) {
  return skb_queue_empty(list) ? NULL : list->next;
}
static inline struct sk_buff* skb_peek_next(struct sk_buff* skb, const struct sk_buff_head* list) {
  return skb_queue_is_last(list, skb) ? NULL : skb->next;
}
static inline struct sk_buff* skb_peek_tail(const struct sk_buff_head* list) {
  struct sk_buff* skb = READ_ONCE(list->prev);
  return skb == (struct sk_buff*)list ? NULL : skb;
}
static inline __u32 skb_queue_len(const struct sk_buff_head* list) { return list->qlen; }
static inline __u32 skb_queue_len_lockless(const struct sk_buff_head* list) {
  return READ_ONCE(list->qlen);
}
static inline void __skb_queue_head_init(struct sk_buff_head* list) {
  list->prev = list->next = (struct sk_buff*)list;
  list->qlen = 0;
}
static inline void skb_queue_head_init(struct sk_buff_head* list) {
  spin_lock_init(&list->lock);
  __skb_queue_head_init(list);
}
static inline void skb_queue_head_init_class(struct sk_buff_head* list,
                                             struct lock_class_key* class) {
  skb_queue_head_init(list);
}
static inline void __skb_insert(struct sk_buff* newsk, struct sk_buff* prev, struct sk_buff* next,
                                struct sk_buff_head* list) {
  WRITE_ONCE(newsk->next, next);
  WRITE_ONCE(newsk->prev, prev);
  WRITE_ONCE(((struct sk_buff_list*)next)->prev, newsk);
  WRITE_ONCE(((struct sk_buff_list*)prev)->next, newsk);
  WRITE_ONCE(list->qlen, list->qlen + 1);
}
static inline void __skb_queue_after(struct sk_buff_head* list, struct sk_buff* prev,
                                     struct sk_buff* newsk) {
  __skb_insert(newsk, prev, ((struct sk_buff_list*)prev)->next, list);
}
static inline void __skb_queue_before(struct sk_buff_head* list, struct sk_buff* next,
                                      struct sk_buff* newsk) {
  __skb_insert(newsk, ((struct sk_buff_list*)next)->prev, next, list);
}
static inline void __skb_queue_head(struct sk_buff_head* list, struct sk_buff* newsk) {
  __skb_queue_after(list, (struct sk_buff*)list, newsk);
}
static inline void __skb_queue_tail(struct sk_buff_head* list, struct sk_buff* newsk) {
  __skb_queue_before(list, (struct sk_buff*)list, newsk);
}
static inline void __skb_unlink(struct sk_buff* skb, struct sk_buff_head* list) {
  struct sk_buff *next = skb->next, *prev = skb->prev;
  WRITE_ONCE(list->qlen, list->qlen - 1);
  skb->next = skb->prev = NULL;
  WRITE_ONCE(next->prev, prev);
  WRITE_ONCE(prev->next, next);
}
static inline struct sk_buff* __skb_dequeue(struct sk_buff_head* list) {
  struct sk_buff* skb = skb_peek(list);
  if (skb) __skb_unlink(skb, list);
  return skb;
}
static inline struct sk_buff* __skb_dequeue_tail(struct sk_buff_head* list) {
  struct sk_buff* skb = skb_peek_tail(list);
  if (skb) __skb_unlink(skb, list);
  return skb;
}
static inline void __skb_queue_splice(const struct sk_buff_head* list, struct sk_buff* prev,
                                      struct sk_buff* next) {
  struct sk_buff *first = list->next, *last = list->prev;
  WRITE_ONCE(first->prev, prev);
  WRITE_ONCE(prev->next, first);
  WRITE_ONCE(last->next, next);
  WRITE_ONCE(next->prev, last);
}
static inline void skb_queue_splice(const struct sk_buff_head* list, struct sk_buff_head* head) {
  if (skb_queue_empty(list)) return;
  __skb_queue_splice(list, (struct sk_buff*)head, head->next);
  head->qlen += list->qlen;
}
static inline void skb_queue_splice_tail(const struct sk_buff_head* list,
                                         struct sk_buff_head* head) {
  if (skb_queue_empty(list)) return;
  __skb_queue_splice(list, head->prev, (struct sk_buff*)head);
  head->qlen += list->qlen;
}
static inline void skb_queue_splice_init(struct sk_buff_head* list, struct sk_buff_head* head) {
  skb_queue_splice(list, head);
  __skb_queue_head_init(list);
}
static inline void skb_queue_splice_tail_init(struct sk_buff_head* list,
                                              struct sk_buff_head* head) {
  skb_queue_splice_tail(list, head);
  __skb_queue_head_init(list);
}
static inline void skb_mark_not_on_list(struct sk_buff* skb) { skb->next = NULL; }
static inline void skb_list_del_init(struct sk_buff* skb) {
  __list_del_entry(&skb->list);
  skb_mark_not_on_list(skb);
}
#define skb_queue_walk(queue, skb) \
  for (skb = (queue)->next; skb != (struct sk_buff*)(queue); skb = skb->next)
#define skb_queue_walk_safe(queue, skb, tmp)                                  \
  for (skb = (queue)->next, tmp = skb->next; skb != (struct sk_buff*)(queue); \
       skb = tmp, tmp = skb->next)
#define skb_queue_walk_from(queue, skb) for (; skb != (struct sk_buff*)(queue); skb = skb->next)
#define skb_queue_reverse_walk(queue, skb) \
  for (skb = (queue)->prev; skb != (struct sk_buff*)(queue); skb = skb->prev)
#define skb_queue_reverse_walk_safe(queue, skb, tmp)                          \
  for (skb = (queue)->prev, tmp = skb->prev; skb != (struct sk_buff*)(queue); \
       skb = tmp, tmp = skb->prev)
#define skb_list_walk_safe(first, skb, next_skb)                        \
  for ((skb) = (first), (next_skb) = (skb) ? (skb)->next : NULL; (skb); \
       (skb) = (next_skb), (next_skb) = (skb) ? (skb)->next : NULL)
#define skb_walk_frags(skb, iter) for (iter = skb_shinfo(skb)->frag_list; iter; iter = iter->next)

// Fragments.
static inline unsigned int skb_frag_size(const skb_frag_t* frag) { return frag->bv_len; }
static inline void skb_frag_size_set(skb_frag_t* frag, unsigned int size) { frag->bv_len = size; }
static inline void skb_frag_size_add(skb_frag_t* frag, int delta) { frag->bv_len += delta; }
static inline void skb_frag_size_sub(skb_frag_t* frag, int delta) { frag->bv_len -= delta; }
static inline unsigned int skb_frag_off(const skb_frag_t* frag) { return frag->bv_offset; }
static inline void skb_frag_off_add(skb_frag_t* frag, int delta) { frag->bv_offset += delta; }
static inline void skb_frag_off_set(skb_frag_t* frag, unsigned int offset) {
  frag->bv_offset = offset;
}
static inline void skb_frag_off_copy(skb_frag_t* fragto, const skb_frag_t* fragfrom) {
  fragto->bv_offset = fragfrom->bv_offset;
}
static inline struct page* skb_frag_page(const skb_frag_t* frag) { return frag->bv_page; }
static inline void skb_frag_page_copy(skb_frag_t* fragto, const skb_frag_t* fragfrom) {
  fragto->bv_page = fragfrom->bv_page;
}
static inline void* skb_frag_address(const skb_frag_t* frag) {
  return page_address(skb_frag_page(frag)) + skb_frag_off(frag);
}
static inline void* skb_frag_address_safe(const skb_frag_t* frag) {
  void* ptr = page_address(skb_frag_page(frag));
  return unlikely(!ptr) ? NULL : ptr + skb_frag_off(frag);
}
static inline bool skb_frag_must_loop(struct page* p) { return PageHighMem(p); }

// Who else holds the packet, and what it carries.
#define SKB_DST_NOREF 1UL
#define SKB_DST_PTRMASK ~(SKB_DST_NOREF)
static inline struct sk_buff* skb_get(struct sk_buff* skb) {
  refcount_inc(&skb->users);
  return skb;
}
static inline int skb_shared(const struct sk_buff* skb) { return refcount_read(&skb->users) != 1; }
static inline bool skb_unref(struct sk_buff* skb) {
  if (unlikely(!skb)) return false;
  if (likely(refcount_read(&skb->users) == 1))
    smp_rmb();
  else if (likely(!refcount_dec_and_test(&skb->users)))
    return false;
  return true;
}
static inline void kfree_skb(struct sk_buff* skb) {
  kfree_skb_reason(skb, SKB_DROP_REASON_NOT_SPECIFIED);
}
static inline void kfree_skb_list(struct sk_buff* segs) {
  kfree_skb_list_reason(segs, SKB_DROP_REASON_NOT_SPECIFIED);
}
static inline int skb_cloned(const struct sk_buff* skb) {
  return skb->cloned && (atomic_read(&skb_shinfo(skb)->dataref) & SKB_DATAREF_MASK) != 1;
}
static inline int skb_unclone(struct sk_buff* skb, gfp_t pri) {
  return skb_cloned(skb) ? pskb_expand_head(skb, 0, 0, pri) : 0;
}
static inline struct sk_buff* skb_share_check(struct sk_buff* skb, gfp_t pri) {
  struct sk_buff* copy;
  if (!skb_shared(skb)) return skb;
  copy = skb_clone(skb, pri);
  if (likely(copy))
    consume_skb(skb);
  else
    kfree_skb(skb);
  return copy;
}
static inline struct sk_buff* skb_unshare(struct sk_buff* skb, gfp_t pri) {
  struct sk_buff* copy;
  if (!skb_cloned(skb)) return skb;
  copy = skb_copy(skb, pri);
  if (likely(copy))
    consume_skb(skb);
  else
    kfree_skb(skb);
  return copy;
}
static inline int __skb_linearize(struct sk_buff* skb) {
  return __pskb_pull_tail(skb, skb->data_len) ? 0 : -ENOMEM;
}
static inline int skb_linearize(struct sk_buff* skb) {
  return skb_is_nonlinear(skb) ? __skb_linearize(skb) : 0;
}
static inline struct dst_entry* skb_dst(const struct sk_buff* skb) {
  return (struct dst_entry*)(skb->_skb_refdst & SKB_DST_PTRMASK);
}
static inline void skb_dst_set(struct sk_buff* skb, struct dst_entry* dst) {
  skb->slow_gro |= !!dst;
  skb->_skb_refdst = (unsigned long)dst;
}
static inline bool skb_dst_is_noref(const struct sk_buff* skb) {
  return (skb->_skb_refdst & SKB_DST_NOREF) && skb_dst(skb);
}
static inline bool skb_pfmemalloc(const struct sk_buff* skb) { return unlikely(skb->pfmemalloc); }
static inline void skb_orphan(struct sk_buff* skb) {
  if (skb->destructor) {
    skb->destructor(skb);
    skb->destructor = NULL;
    skb->sk = NULL;
  } else {
    BUG_ON(skb->sk);
  }
}
static inline void skb_clear_hash(struct sk_buff* skb) {
  skb->hash = 0;
  skb->sw_hash = 0;
  skb->l4_hash = 0;
}
static inline __u32 skb_get_hash_raw(const struct sk_buff* skb) { return skb->hash; }
static inline int skb_csum_unnecessary(const struct sk_buff* skb) {
  return skb->ip_summed == CHECKSUM_UNNECESSARY || skb->csum_valid ||
         (skb->ip_summed == CHECKSUM_PARTIAL && skb_checksum_start_offset(skb) >= 0);
}
static inline bool skb_has_frag_list(const struct sk_buff* skb) {
  return skb_shinfo(skb)->frag_list != NULL;
}
static inline void skb_frag_list_init(struct sk_buff* skb) { skb_shinfo(skb)->frag_list = NULL; }
static inline bool skb_is_gso(const struct sk_buff* skb) { return skb_shinfo(skb)->gso_size; }
static inline bool skb_is_gso_v6(const struct sk_buff* skb) {
  return skb_shinfo(skb)->gso_type & SKB_GSO_TCPV6;
}
static inline bool skb_is_gso_tcp(const struct sk_buff* skb) {
  return skb_shinfo(skb)->gso_type & (SKB_GSO_TCPV4 | SKB_GSO_TCPV6);
}
static inline struct skb_shared_hwtstamps* skb_hwtstamps(struct sk_buff* skb) {
  return &skb_shinfo(skb)->hwtstamps;
}
static inline ktime_t skb_get_ktime(const struct sk_buff* skb) { return skb->tstamp; }
static inline void skb_set_queue_mapping(struct sk_buff* skb, u16 queue_mapping) {
  skb->queue_mapping = queue_mapping;
}
static inline u16 skb_get_queue_mapping(const struct sk_buff* skb) { return skb->queue_mapping; }
static inline void skb_copy_queue_mapping(struct sk_buff* to, const struct sk_buff* from) {
  to->queue_mapping = from->queue_mapping;
}
static inline void skb_record_rx_queue(struct sk_buff* skb, u16 rx_queue) {
  skb->queue_mapping = rx_queue + 1;
}
static inline u16 skb_get_rx_queue(const struct sk_buff* skb) { return skb->queue_mapping - 1; }
static inline bool skb_rx_queue_recorded(const struct sk_buff* skb) {
  return skb->queue_mapping != 0;
}
static inline void skb_checksum_none_assert(const struct sk_buff* skb) {}
static inline struct sk_buff* netdev_alloc_skb(struct net_device* dev, unsigned int length) {
  return __netdev_alloc_skb(dev, length, GFP_ATOMIC);
}
static inline struct sk_buff* dev_alloc_skb(unsigned int length) {
  return netdev_alloc_skb(NULL, length);
}
static inline int skb_pad(struct sk_buff* skb, int pad) { return __skb_pad(skb, pad, true); }
static inline int skb_padto(struct sk_buff* skb, unsigned int len) {
  return likely(skb->len >= len) ? 0 : skb_pad(skb, len - skb->len);
}
static inline unsigned long skb_get_nfct(const struct sk_buff* skb) { return skb->_nfct; }
static inline void skb_set_nfct(struct sk_buff* skb, unsigned long nfct) {
  skb->slow_gro |= !!nfct;
  skb->_nfct = nfct;
}
static inline bool skb_has_extensions(struct sk_buff* skb) {
  return unlikely(skb->active_extensions);
}
static inline bool skb_is_redirected(const struct sk_buff* skb) { return skb->redirected; }

#endif
