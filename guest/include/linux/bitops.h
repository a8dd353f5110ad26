// Rotations, weights, sign extension, loops over set bits.
#ifndef _LINUX_BITOPS_H
#define _LINUX_BITOPS_H

#include <asm/bitops.h>
#include <linux/bits.h>
#include <linux/typecheck.h>
#include <linux/types.h>

unsigned int __sw_hweight8(unsigned int w);
unsigned int __sw_hweight16(unsigned int w);
unsigned int __sw_hweight32(unsigned int w);
unsigned long __sw_hweight64(u64 w);

#define hweight8(w) \
  ((unsigned int)(__builtin_constant_p(w) ? __builtin_popcount((w)&0xff) : __sw_hweight8(w)))
#define hweight16(w) \
  ((unsigned int)(__builtin_constant_p(w) ? __builtin_popcount((w)&0xffff) : __sw_hweight16(w)))
#define hweight32(w) \
  ((unsigned int)(__builtin_constant_p(w) ? __builtin_popcount(w) : (int)__sw_hweight32(w)))
#define hweight64(w) \
  ((unsigned int)(__builtin_constant_p(w) ? __builtin_popcountll(w) : (int)__sw_hweight64(w)))
#define hweight_long(w) hweight32(w)
#define HWEIGHT8(w) __builtin_popcount((w)&0xff)
#define HWEIGHT16(w) __builtin_popcount((w)&0xffff)
#define HWEIGHT32(w) __builtin_popcount(w)
#define HWEIGHT64(w) __builtin_popcountll(w)

#define __MM32_ROTATE(bits)                                                               \
  static inline u##bits rol##bits(u##bits word, unsigned int shift) {                     \
    return (u##bits)((word << (shift & (bits - 1))) | (word >> ((-shift) & (bits - 1)))); \
  }                                                                                       \
  static inline u##bits ror##bits(u##bits word, unsigned int shift) {                     \
    return (u##bits)((word >> (shift & (bits - 1))) | (word << ((-shift) & (bits - 1)))); \
  }
__MM32_ROTATE(8)
__MM32_ROTATE(16)
__MM32_ROTATE(32)
__MM32_ROTATE(64)

static __always_inline s32 sign_extend32(u32 value, int index) {
  u8 shift = 31 - index;
  return (s32)(value << shift) >> shift;
}
static __always_inline s64 sign_extend64(u64 value, int index) {
  u8 shift = 63 - index;
  return (s64)(value << shift) >> shift;
}
static inline unsigned int fls_long(unsigned long l) { return fls(l); }
static inline int get_count_order(unsigned int count) { return count ? fls(count - 1) : -1; }
static inline int get_count_order_long(unsigned long l) { return l ? fls(l - 1) : -1; }
static inline int get_bitmask_order(unsigned int count) { return fls(count); }
static __always_inline void assign_bit(long nr, volatile unsigned long* addr, bool value) {
  if (value)
    set_bit(nr, addr);
  else
    clear_bit(nr, addr);
}
static __always_inline void __assign_bit(long nr, volatile unsigned long* addr, bool value) {
  if (value)
    __set_bit(nr, addr);
  else
    __clear_bit(nr, addr);
}
#define fns(word, n) __mm32_fns(word, n)
static inline unsigned long __mm32_fns(unsigned long word, unsigned int n) {
  while (word && n--) word &= word - 1;
  return word ? __ffs(word) : BITS_PER_LONG;
}

#define set_mask_bits(ptr, mask, bits)                                    \
  ({                                                                      \
    typeof(*(ptr)) __mask_old, __mask_new;                                \
    do {                                                                  \
      __mask_old = READ_ONCE(*(ptr));                                     \
      __mask_new = (__mask_old & ~(mask)) | (bits);                       \
    } while (!__sync_bool_compare_and_swap(ptr, __mask_old, __mask_new)); \
    __mask_old;                                                           \
  })

#include <linux/find.h>
#include <linux/old_bitops_mm32.h>

#define bit_clear_unless(ptr, clear, test)                                   \
  ({                                                                         \
    const typeof(*(ptr)) clear__ = (clear), test__ = (test);                 \
    typeof(*(ptr)) old__ = READ_ONCE(*(ptr));                                \
    while (!(old__ & test__) && !try_cmpxchg(ptr, &old__, old__ & ~clear__)) \
      ;                                                                      \
    !(old__ & test__);                                                       \
  })

#endif
