// Bitmaps of one word whose length the compiler knows need no call, and what is done to them folds
// to constants; part of <linux/bitmap.h>. As Linux 6.1: the tail of the word is masked where a
// value is computed from it (and, andnot, the shifts, the questions), and left alone elsewhere.
#include <linux/bitmap.h>
#ifndef _LINUX_BITMAP_SMALL_MM32_H
#define _LINUX_BITMAP_SMALL_MM32_H

#define bitmap_size_mm32(nbits) (BITS_TO_LONGS(nbits) * sizeof(unsigned long))
#define small_const_nbits(nbits) \
  (__builtin_constant_p(nbits) && (nbits) <= BITS_PER_LONG && (nbits) > 0)

// A function that returns nothing: KEEP is the statement for one word.
#define __MM32_BITMAP_VOID(name, params, args, keep) \
  static __always_inline void name params {          \
    if (small_const_nbits(nbits))                    \
      keep;                                          \
    else                                             \
      __##name args;                                 \
  }
// A function that answers: KEEP is the answer for one word.
#define __MM32_BITMAP_ASK(type, name, params, args, keep)     \
  static __always_inline type name params {                   \
    return small_const_nbits(nbits) ? (keep) : __##name args; \
  }

static __always_inline void __bitmap_zero(unsigned long* dst, unsigned int nbits) {
  memset(dst, 0, bitmap_size_mm32(nbits));
}
static __always_inline void __bitmap_fill(unsigned long* dst, unsigned int nbits) {
  memset(dst, 0xff, bitmap_size_mm32(nbits));
}
static __always_inline void __bitmap_copy(unsigned long* dst, const unsigned long* src,
                                          unsigned int nbits) {
  memcpy(dst, src, bitmap_size_mm32(nbits));
}
static __always_inline bool __bitmap_empty(const unsigned long* src, unsigned int nbits) {
  return find_first_bit(src, nbits) == nbits;
}
static __always_inline bool __bitmap_full(const unsigned long* src, unsigned int nbits) {
  return find_first_zero_bit(src, nbits) == nbits;
}

#define __MM32_TAIL BITMAP_LAST_WORD_MASK(nbits)
__MM32_BITMAP_VOID(bitmap_zero, (unsigned long* dst, unsigned int nbits), (dst, nbits), *dst = 0)
__MM32_BITMAP_VOID(bitmap_fill, (unsigned long* dst, unsigned int nbits), (dst, nbits), *dst = ~0UL)
__MM32_BITMAP_VOID(bitmap_copy, (unsigned long* dst, const unsigned long* src, unsigned int nbits),
                   (dst, src, nbits), *dst = *src)
__MM32_BITMAP_VOID(bitmap_complement,
                   (unsigned long* dst, const unsigned long* src, unsigned int nbits),
                   (dst, src, nbits), *dst = ~*src)
__MM32_BITMAP_VOID(bitmap_or,
                   (unsigned long* dst, const unsigned long* a, const unsigned long* b,
                    unsigned int nbits),
                   (dst, a, b, nbits), *dst = *a | *b)
__MM32_BITMAP_VOID(bitmap_xor,
                   (unsigned long* dst, const unsigned long* a, const unsigned long* b,
                    unsigned int nbits),
                   (dst, a, b, nbits), *dst = *a ^ *b)
__MM32_BITMAP_VOID(bitmap_shift_right,
                   (unsigned long* dst, const unsigned long* src, unsigned int shift,
                    unsigned int nbits),
                   (dst, src, shift, nbits), *dst = (*src & __MM32_TAIL) >> shift)
__MM32_BITMAP_VOID(bitmap_shift_left,
                   (unsigned long* dst, const unsigned long* src, unsigned int shift,
                    unsigned int nbits),
                   (dst, src, shift, nbits), *dst = (*src << shift) & __MM32_TAIL)
__MM32_BITMAP_VOID(bitmap_replace,
                   (unsigned long* dst, const unsigned long* old, const unsigned long* new_bits,
                    const unsigned long* mask, unsigned int nbits),
                   (dst, old, new_bits, mask, nbits), *dst = (*old & ~*mask) | (*new_bits & *mask))
__MM32_BITMAP_ASK(bool, bitmap_and,
                  (unsigned long* dst, const unsigned long* a, const unsigned long* b,
                   unsigned int nbits),
                  (dst, a, b, nbits), (*dst = *a & *b & __MM32_TAIL) != 0)
__MM32_BITMAP_ASK(bool, bitmap_andnot,
                  (unsigned long* dst, const unsigned long* a, const unsigned long* b,
                   unsigned int nbits),
                  (dst, a, b, nbits), (*dst = *a & ~*b & __MM32_TAIL) != 0)
__MM32_BITMAP_ASK(bool, bitmap_equal,
                  (const unsigned long* a, const unsigned long* b, unsigned int nbits),
                  (a, b, nbits), !((*a ^ *b) & __MM32_TAIL))
__MM32_BITMAP_ASK(bool, bitmap_intersects,
                  (const unsigned long* a, const unsigned long* b, unsigned int nbits),
                  (a, b, nbits), (*a & *b & __MM32_TAIL) != 0)
__MM32_BITMAP_ASK(bool, bitmap_subset,
                  (const unsigned long* a, const unsigned long* b, unsigned int nbits),
                  (a, b, nbits), !(*a & ~*b & __MM32_TAIL))
__MM32_BITMAP_ASK(bool, bitmap_empty, (const unsigned long* src, unsigned int nbits), (src, nbits),
                  !(*src & __MM32_TAIL))
__MM32_BITMAP_ASK(bool, bitmap_full, (const unsigned long* src, unsigned int nbits), (src, nbits),
                  !(~*src & __MM32_TAIL))
__MM32_BITMAP_ASK(unsigned int, bitmap_weight, (const unsigned long* src, unsigned int nbits),
                  (src, nbits), hweight_long(*src& __MM32_TAIL))
__MM32_BITMAP_ASK(unsigned int, bitmap_weight_and,
                  (const unsigned long* a, const unsigned long* b, unsigned int nbits),
                  (a, b, nbits), hweight_long(*a&* b& __MM32_TAIL))

#define __MM32_RUN(start, nbits) ((~0UL << (start)) & (~0UL >> (BITS_PER_LONG - (start) - (nbits))))
#define __MM32_RUN_KNOWN(start, nbits)                                          \
  (__builtin_constant_p(start) && __builtin_constant_p(nbits) && (nbits) > 0 && \
   (start) < BITS_PER_LONG && (start) + (nbits) <= BITS_PER_LONG)
static __always_inline void bitmap_set(unsigned long* map, unsigned int start, unsigned int nbits) {
  if (__builtin_constant_p(nbits) && nbits == 1)
    __set_bit(start, map);
  else if (__MM32_RUN_KNOWN(start, nbits))
    *map |= __MM32_RUN(start, nbits);
  else
    __bitmap_set(map, start, (int)nbits);
}
static __always_inline void bitmap_clear(unsigned long* map, unsigned int start,
                                         unsigned int nbits) {
  if (__builtin_constant_p(nbits) && nbits == 1)
    __clear_bit(start, map);
  else if (__MM32_RUN_KNOWN(start, nbits))
    *map &= ~__MM32_RUN(start, nbits);
  else
    __bitmap_clear(map, start, (int)nbits);
}

#undef __MM32_TAIL
#undef __MM32_BITMAP_VOID
#undef __MM32_BITMAP_ASK

#endif
