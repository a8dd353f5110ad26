// Data, headers and room of packets. Part of <linux/skbuff.h>.
#include <linux/skbuff.h>
#ifndef _LINUX_SKBUFF_DATA_MM32_H
#define _LINUX_SKBUFF_DATA_MM32_H

// Buffers: where data, tail and end are.
static inline unsigned char* skb_end_pointer(const struct sk_buff* skb) { return skb->end; }
static inline unsigned int skb_end_offset(const struct sk_buff* skb) {
  return skb->end - skb->head;
}
static inline void skb_set_end_offset(struct sk_buff* skb, unsigned int offset) {
  skb->end = skb->head + offset;
}
static inline void skb_reset_tail_pointer(struct sk_buff* skb) { skb->tail = skb->data; }
static inline void skb_set_tail_pointer(struct sk_buff* skb, const int offset) {
  skb->tail = skb->data + offset;
}
static inline bool skb_is_nonlinear(const struct sk_buff* skb) { return skb->data_len; }
static inline void skb_len_add(struct sk_buff* skb, int delta) {
  skb->len += delta;
  skb->data_len += delta;
  skb->truesize += delta;
}
static inline void* __skb_put(struct sk_buff* skb, unsigned int len) {
  void* tmp = skb_tail_pointer(skb);
  skb->tail += len;
  skb->len += len;
  return tmp;
}
static inline void* __skb_put_zero(struct sk_buff* skb, unsigned int len) {
  return memset(__skb_put(skb, len), 0, len);
}
static inline void* __skb_put_data(struct sk_buff* skb, const void* data, unsigned int len) {
  return memcpy(__skb_put(skb, len), data, len);
}
static inline void __skb_put_u8(struct sk_buff* skb, u8 val) { *(u8*)__skb_put(skb, 1) = val; }
static inline void* skb_put_zero(struct sk_buff* skb, unsigned int len) {
  return memset(skb_put(skb, len), 0, len);
}
static inline void* skb_put_data(struct sk_buff* skb, const void* data, unsigned int len) {
  return memcpy(skb_put(skb, len), data, len);
}
static inline void skb_put_u8(struct sk_buff* skb, u8 val) { *(u8*)skb_put(skb, 1) = val; }
static inline void* __skb_push(struct sk_buff* skb, unsigned int len) {
  skb->data -= len;
  skb->len += len;
  return skb->data;
}
static inline void* __skb_pull(struct sk_buff* skb, unsigned int len) {
  skb->len -= len;
  BUG_ON(skb->len < skb->data_len);
  return skb->data += len;
}
static inline void* skb_pull_inline(struct sk_buff* skb, unsigned int len) {
  return unlikely(len > skb->len) ? NULL : __skb_pull(skb, len);
}
static inline bool pskb_may_pull(struct sk_buff* skb, unsigned int len) {
  if (likely(len <= skb_headlen(skb))) return true;
  return len <= skb->len && __pskb_pull_tail(skb, len - skb_headlen(skb));
}
static inline enum skb_drop_reason pskb_may_pull_reason(struct sk_buff* skb, unsigned int len) {
  if (likely(len <= skb_headlen(skb))) return SKB_NOT_DROPPED_YET;
  if (unlikely(len > skb->len)) return SKB_DROP_REASON_PKT_TOO_SMALL;
  return __pskb_pull_tail(skb, len - skb_headlen(skb)) ? SKB_NOT_DROPPED_YET
                                                       : SKB_DROP_REASON_NOMEM;
}
static inline void* pskb_pull(struct sk_buff* skb, unsigned int len) {
  if (!pskb_may_pull(skb, len)) return NULL;
  skb->len -= len;
  return skb->data += len;
}
static inline int skb_availroom(const struct sk_buff* skb) {
  return skb_is_nonlinear(skb) ? 0 : skb->end - skb->tail - skb->reserved_tailroom;
}
static inline void __skb_set_length(struct sk_buff* skb, unsigned int len) {
  if (WARN_ON(skb_is_nonlinear(skb))) return;
  skb->len = len;
  skb_set_tail_pointer(skb, len);
}
static inline void __skb_trim(struct sk_buff* skb, unsigned int len) { __skb_set_length(skb, len); }
static inline int __pskb_trim(struct sk_buff* skb, unsigned int len) {
  if (skb->data_len) return ___pskb_trim(skb, len);
  __skb_trim(skb, len);
  return 0;
}
static inline int pskb_trim(struct sk_buff* skb, unsigned int len) {
  return len < skb->len ? __pskb_trim(skb, len) : 0;
}
static inline void pskb_trim_unique(struct sk_buff* skb, unsigned int len) {
  BUG_ON(pskb_trim(skb, len));
}

// Headers, as offsets from the head.
#define __MM32_SKB_HEADER(name, field)                                                \
  static inline unsigned char* skb_##name##_header(const struct sk_buff* skb) {       \
    return skb->head + skb->field;                                                    \
  }                                                                                   \
  static inline void skb_reset_##name##_header(struct sk_buff* skb) {                 \
    skb->field = skb->data - skb->head;                                               \
  }                                                                                   \
  static inline void skb_set_##name##_header(struct sk_buff* skb, const int offset) { \
    skb->field = skb->data - skb->head + offset;                                      \
  }
__MM32_SKB_HEADER(transport, transport_header)
__MM32_SKB_HEADER(network, network_header)
__MM32_SKB_HEADER(mac, mac_header)
__MM32_SKB_HEADER(inner_transport, inner_transport_header)
__MM32_SKB_HEADER(inner_network, inner_network_header)
__MM32_SKB_HEADER(inner_mac, inner_mac_header)
#undef __MM32_SKB_HEADER
static inline bool skb_transport_header_was_set(const struct sk_buff* skb) {
  return skb->transport_header != (typeof(skb->transport_header))~0U;
}
static inline int skb_mac_header_was_set(const struct sk_buff* skb) {
  return skb->mac_header != (typeof(skb->mac_header))~0U;
}
static inline bool skb_inner_network_header_was_set(const struct sk_buff* skb) {
  return skb->inner_network_header > 0;
}
static inline bool skb_reset_transport_header_careful(struct sk_buff* skb) {
  long offset = skb->data - skb->head;
  if (offset != (typeof(skb->transport_header))offset) return false;
  skb->transport_header = offset;
  return true;
}
static inline void skb_unset_mac_header(struct sk_buff* skb) {
  skb->mac_header = (typeof(skb->mac_header))~0U;
}
static inline void skb_pop_mac_header(struct sk_buff* skb) {
  skb->mac_header = skb->network_header;
}
static inline int skb_transport_offset(const struct sk_buff* skb) {
  return skb_transport_header(skb) - skb->data;
}
static inline int skb_network_offset(const struct sk_buff* skb) {
  return skb_network_header(skb) - skb->data;
}
static inline int skb_mac_offset(const struct sk_buff* skb) {
  return skb_mac_header(skb) - skb->data;
}
static inline int skb_inner_transport_offset(const struct sk_buff* skb) {
  return skb_inner_transport_header(skb) - skb->data;
}
static inline int skb_inner_network_offset(const struct sk_buff* skb) {
  return skb_inner_network_header(skb) - skb->data;
}
static inline u32 skb_network_header_len(const struct sk_buff* skb) {
  return skb->transport_header - skb->network_header;
}
static inline u32 skb_inner_network_header_len(const struct sk_buff* skb) {
  return skb->inner_transport_header - skb->inner_network_header;
}
static inline u32 skb_mac_header_len(const struct sk_buff* skb) {
  return skb->network_header - skb->mac_header;
}
static inline void skb_reset_mac_len(struct sk_buff* skb) {
  skb->mac_len = skb->network_header - skb->mac_header;
}
static inline void skb_reset_inner_headers(struct sk_buff* skb) {
  skb->inner_mac_header = skb->mac_header;
  skb->inner_network_header = skb->network_header;
  skb->inner_transport_header = skb->transport_header;
}
static inline void skb_mac_header_rebuild(struct sk_buff* skb) {
  const unsigned char* old = skb_mac_header(skb);
  if (!skb_mac_header_was_set(skb)) return;
  skb_set_mac_header(skb, -skb->mac_len);
  memmove(skb_mac_header(skb), old, skb->mac_len);
}
static inline int skb_checksum_start_offset(const struct sk_buff* skb) {
  return skb->csum_start - skb_headroom(skb);
}
static inline unsigned char* skb_checksum_start(const struct sk_buff* skb) {
  return skb->head + skb->csum_start;
}
static inline int pskb_network_may_pull(struct sk_buff* skb, unsigned int len) {
  return pskb_may_pull(skb, skb_network_offset(skb) + len);
}
static inline void* __skb_header_pointer(const struct sk_buff* skb, int offset, int len,
                                         const void* data, int hlen, void* buffer) {
  if (likely(hlen - offset >= len)) return (void*)data + offset;
  return !skb || unlikely(skb_copy_bits(skb, offset, buffer, len) < 0) ? NULL : buffer;
}
static inline void* skb_header_pointer(const struct sk_buff* skb, int offset, int len,
                                       void* buffer) {
  return __skb_header_pointer(skb, offset, len, skb->data, skb_headlen(skb), buffer);
}
static inline void* skb_header_pointer_careful(const struct sk_buff* skb, int offset, int len,
                                               void* buffer) {
  if (unlikely(offset < 0 && -offset > skb_headroom(skb))) return NULL;
  return skb_header_pointer(skb, offset, len, buffer);
}
static inline void skb_copy_from_linear_data(const struct sk_buff* skb, void* to,
                                             const unsigned int len) {
  memcpy(to, skb->data, len);
}
static inline void skb_copy_from_linear_data_offset(const struct sk_buff* skb, const int offset,
                                                    void* to, const unsigned int len) {
  memcpy(to, skb->data + offset, len);
}
static inline void skb_copy_to_linear_data(struct sk_buff* skb, const void* from,
                                           const unsigned int len) {
  memcpy(skb->data, from, len);
}
static inline void skb_copy_to_linear_data_offset(struct sk_buff* skb, const int offset,
                                                  const void* from, const unsigned int len) {
  memcpy(skb->data + offset, from, len);
}

// Of <linux/if_ether.h>.
static inline struct ethhdr* eth_hdr(const struct sk_buff* skb) {
  return (struct ethhdr*)skb_mac_header(skb);
}
static inline struct ethhdr* skb_eth_hdr(const struct sk_buff* skb) {
  return (struct ethhdr*)skb->data;
}
static inline struct ethhdr* inner_eth_hdr(const struct sk_buff* skb) {
  return (struct ethhdr*)skb_inner_mac_header(skb);
}

#endif
