// Arithmetic of checksums: sums of parts, and a field that changes in a packet already summed.
#ifndef _CHECKSUM_H
#define _CHECKSUM_H

#include <asm/byteorder.h>
#include <asm/checksum.h>
#include <linux/bitops.h>
#include <linux/types.h>

struct sk_buff;

#define CSUM_MANGLED_0 ((__force __sum16)0xffff)
static inline __wsum csum_add(__wsum csum, __wsum addend) {
  u32 sum = (__force u32)csum + (__force u32)addend;
  return (__force __wsum)(sum + (sum < (__force u32)addend));
}
static inline __wsum csum_sub(__wsum csum, __wsum addend) { return csum_add(csum, ~addend); }
static inline __sum16 csum16_add(__sum16 csum, __be16 addend) {
  u16 sum = (__force u16)csum + (__force u16)addend;
  return (__force __sum16)(sum + (sum < (__force u16)addend));
}
static inline __sum16 csum16_sub(__sum16 csum, __be16 addend) {
  return csum16_add(csum, ~(__force u16)addend);
}
// A part that begins at an odd offset has its bytes swapped.
static inline __wsum csum_shift(__wsum sum, int offset) {
  return offset & 1 ? (__force __wsum)ror32((__force u32)sum, 8) : sum;
}
static inline __wsum csum_block_add(__wsum csum, __wsum csum2, int offset) {
  return csum_add(csum, csum_shift(csum2, offset));
}
static inline __wsum csum_block_add_ext(__wsum csum, __wsum csum2, int offset, int len) {
  return csum_block_add(csum, csum2, offset);
}
static inline __wsum csum_block_sub(__wsum csum, __wsum csum2, int offset) {
  return csum_block_add(csum, ~csum2, offset);
}
static inline __wsum csum_unfold(__sum16 n) { return (__force __wsum)n; }
static inline __wsum csum_partial_ext(const void* buff, int len, __wsum sum) {
  return csum_partial(buff, len, sum);
}
static inline void csum_replace_by_diff(__sum16* sum, __wsum diff) {
  *sum = csum_fold(csum_add(diff, ~csum_unfold(*sum)));
}
static inline void csum_replace4(__sum16* sum, __be32 from, __be32 to) {
  *sum =
      csum_fold(csum_add(csum_sub(~csum_unfold(*sum), (__force __wsum)from), (__force __wsum)to));
}
static inline void csum_replace2(__sum16* sum, __be16 old, __be16 new) {
  *sum = ~csum16_add(csum16_sub(~(*sum), old), new);
}
static inline void csum_replace(__wsum* csum, __wsum old, __wsum new) {
  *csum = csum_add(csum_sub(*csum, old), new);
}
void inet_proto_csum_replace4(__sum16* sum, struct sk_buff* skb, __be32 from, __be32 to,
                              bool pseudohdr);
void inet_proto_csum_replace16(__sum16* sum, struct sk_buff* skb, const __be32* from,
                               const __be32* to, bool pseudohdr);
void inet_proto_csum_replace_by_diff(__sum16* sum, struct sk_buff* skb, __wsum diff, bool pseudohdr,
                                     bool ipv6);
static inline void inet_proto_csum_replace2(__sum16* sum, struct sk_buff* skb, __be16 from,
                                            __be16 to, bool pseudohdr) {
  inet_proto_csum_replace4(sum, skb, (__force __be32)from, (__force __be32)to, pseudohdr);
}
static inline __wsum remcsum_adjust(void* ptr, __wsum csum, int start, int offset) {
  __sum16* psum = (__sum16*)(ptr + offset);
  __wsum delta;
  csum = csum_sub(csum, csum_partial(ptr, start, 0));
  delta = csum_sub((__force __wsum)csum_fold(csum), (__force __wsum)*psum);
  *psum = csum_fold(csum);
  return delta;
}
static inline void remcsum_unadjust(__sum16* psum, __wsum delta) {
  *psum = csum_fold(csum_sub(delta, (__force __wsum)*psum));
}
static inline __wsum wsum_negate(__wsum val) { return (__force __wsum) - (__force u32)val; }

#endif
