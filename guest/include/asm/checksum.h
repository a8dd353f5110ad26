// Sums of packets, ones' complement in 16 bits; what is summed is not yet folded or inverted.
#ifndef _ASM_CHECKSUM_H
#define _ASM_CHECKSUM_H

#include <linux/in6.h>
#include <linux/linkage.h>
#include <linux/types.h>
#include <linux/uaccess.h>

asmlinkage __wsum csum_partial(const void* buff, int len, __wsum sum);
asmlinkage __wsum csum_partial_copy_generic(const void* src, void* dst, int len);
static inline __wsum csum_partial_copy_nocheck(const void* src, void* dst, int len) {
  return csum_partial_copy_generic(src, dst, len);
}
static inline __sum16 csum_fold(__wsum sum) {
  sum = (sum & 0xffff) + (sum >> 16);
  sum += sum >> 16;
  return ~sum;
}
static inline __sum16 ip_fast_csum(const void* iph, unsigned int ihl) {
  const u32* word = iph;
  u64 sum = 0;
  for (; ihl; ihl--) sum += *word++;
  sum = (sum & 0xffffffff) + (sum >> 32);
  return csum_fold((u32)sum + (u32)(sum >> 32));
}
static inline __wsum csum_tcpudp_nofold(__be32 saddr, __be32 daddr, __u32 len, __u8 proto,
                                        __wsum sum) {
  u64 all = (u64)sum + saddr + daddr + ((len + proto) << 8);
  all = (all & 0xffffffff) + (all >> 32);
  return (u32)all + (u32)(all >> 32);
}
static inline __sum16 csum_tcpudp_magic(__be32 saddr, __be32 daddr, __u32 len, __u8 proto,
                                        __wsum sum) {
  return csum_fold(csum_tcpudp_nofold(saddr, daddr, len, proto, sum));
}
static inline __sum16 ip_compute_csum(const void* buff, int len) {
  return csum_fold(csum_partial(buff, len, 0));
}
#define _HAVE_ARCH_IPV6_CSUM
static inline __sum16 csum_ipv6_magic(const struct in6_addr* saddr, const struct in6_addr* daddr,
                                      __u32 len, __u8 proto, __wsum sum) {
  u64 all = (u64)sum + htonl(len) + htonl(proto);
  for (int i = 0; i < 4; i++) all += (u64)saddr->s6_addr32[i] + daddr->s6_addr32[i];
  all = (all & 0xffffffff) + (all >> 32);
  return csum_fold((u32)all + (u32)(all >> 32));
}

#endif
