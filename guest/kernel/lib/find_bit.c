// Searching bitmaps word by word.
#include <linux/bitmap.h>
#include <linux/export.h>
#include <linux/find.h>
#include <linux/kernel.h>

// The first bit from `start` in the words that FETCH(i) yields; `size` when there is none.
#define FIND_FROM(FETCH, size, start)                                         \
  ({                                                                          \
    unsigned long __at = (start), __found = (size);                           \
    if (__at < (size)) {                                                      \
      unsigned long __i = __at / BITS_PER_LONG;                               \
      unsigned long __word = (FETCH)&BITMAP_FIRST_WORD_MASK(__at);            \
      while (!__word && (__i + 1) * BITS_PER_LONG < (size)) {                 \
        __i++;                                                                \
        __word = (FETCH);                                                     \
      }                                                                       \
      if (__word) __found = min(__i * BITS_PER_LONG + __ffs(__word), (size)); \
    }                                                                         \
    __found;                                                                  \
  })

unsigned long _find_next_bit(const unsigned long* addr, unsigned long size, unsigned long start) {
  return FIND_FROM(addr[__i], size, start);
}
EXPORT_SYMBOL(_find_next_bit);
unsigned long _find_next_zero_bit(const unsigned long* addr, unsigned long size,
                                  unsigned long start) {
  return FIND_FROM(~addr[__i], size, start);
}
EXPORT_SYMBOL(_find_next_zero_bit);
unsigned long _find_next_and_bit(const unsigned long* a, const unsigned long* b, unsigned long size,
                                 unsigned long start) {
  return FIND_FROM(a[__i] & b[__i], size, start);
}
EXPORT_SYMBOL(_find_next_and_bit);
unsigned long _find_next_andnot_bit(const unsigned long* a, const unsigned long* b,
                                    unsigned long size, unsigned long start) {
  return FIND_FROM(a[__i] & ~b[__i], size, start);
}
EXPORT_SYMBOL(_find_next_andnot_bit);
unsigned long _find_first_bit(const unsigned long* addr, unsigned long size) {
  return _find_next_bit(addr, size, 0);
}
EXPORT_SYMBOL(_find_first_bit);
unsigned long _find_first_zero_bit(const unsigned long* addr, unsigned long size) {
  return _find_next_zero_bit(addr, size, 0);
}
EXPORT_SYMBOL(_find_first_zero_bit);
unsigned long _find_first_and_bit(const unsigned long* a, const unsigned long* b,
                                  unsigned long size) {
  return _find_next_and_bit(a, b, size, 0);
}
EXPORT_SYMBOL(_find_first_and_bit);

unsigned long _find_last_bit(const unsigned long* addr, unsigned long size) {
  unsigned long i = BITS_TO_LONGS(size);
  while (i--) {
    unsigned long word = addr[i];
    if (i == size / BITS_PER_LONG) word &= BITMAP_LAST_WORD_MASK(size);
    if (word) return i * BITS_PER_LONG + __fls(word);
  }
  return size;
}
EXPORT_SYMBOL(_find_last_bit);

// The n-th set bit, counted from 0.
#define FIND_NTH(FETCH, size, n)                                                             \
  ({                                                                                         \
    unsigned long __i, __left = (n), __found = (size);                                       \
    for (__i = 0; __i * BITS_PER_LONG < (size); __i++) {                                     \
      unsigned long __word = (FETCH), __weight;                                              \
      if ((size)-__i * BITS_PER_LONG < BITS_PER_LONG) __word &= BITMAP_LAST_WORD_MASK(size); \
      __weight = hweight_long(__word);                                                       \
      if (__left < __weight) {                                                               \
        __found = __i * BITS_PER_LONG + fns(__word, __left);                                 \
        break;                                                                               \
      }                                                                                      \
      __left -= __weight;                                                                    \
    }                                                                                        \
    __found;                                                                                 \
  })
unsigned long __find_nth_bit(const unsigned long* addr, unsigned long size, unsigned long n) {
  return FIND_NTH(addr[__i], size, n);
}
EXPORT_SYMBOL(__find_nth_bit);
unsigned long __find_nth_and_bit(const unsigned long* a, const unsigned long* b, unsigned long size,
                                 unsigned long n) {
  return FIND_NTH(a[__i] & b[__i], size, n);
}
EXPORT_SYMBOL(__find_nth_and_bit);
unsigned long __find_nth_andnot_bit(const unsigned long* a, const unsigned long* b,
                                    unsigned long size, unsigned long n) {
  return FIND_NTH(a[__i] & ~b[__i], size, n);
}
EXPORT_SYMBOL(__find_nth_andnot_bit);

unsigned long find_next_clump8(unsigned long* clump, const unsigned long* addr, unsigned long size,
                               unsigned long offset) {
  offset = find_next_bit(addr, size, offset);
  if (offset == size) return size;
  offset = round_down(offset, 8);
  *clump = bitmap_get_value8(addr, offset);
  return offset;
}
EXPORT_SYMBOL(find_next_clump8);
