// Searching bitmaps. Every function returns the size when nothing is found.
#ifndef _LINUX_FIND_H
#define _LINUX_FIND_H

#include <linux/bits.h>

unsigned long _find_first_bit(const unsigned long* addr, unsigned long size);
unsigned long _find_first_zero_bit(const unsigned long* addr, unsigned long size);
unsigned long _find_first_and_bit(const unsigned long* a, const unsigned long* b,
                                  unsigned long size);
unsigned long _find_last_bit(const unsigned long* addr, unsigned long size);
unsigned long _find_next_bit(const unsigned long* addr, unsigned long size, unsigned long start);
unsigned long _find_next_zero_bit(const unsigned long* addr, unsigned long size,
                                  unsigned long start);
unsigned long _find_next_and_bit(const unsigned long* a, const unsigned long* b, unsigned long size,
                                 unsigned long start);
unsigned long _find_next_andnot_bit(const unsigned long* a, const unsigned long* b,
                                    unsigned long size, unsigned long start);
unsigned long __find_nth_bit(const unsigned long* addr, unsigned long size, unsigned long n);
unsigned long __find_nth_and_bit(const unsigned long* a, const unsigned long* b, unsigned long size,
                                 unsigned long n);
unsigned long __find_nth_andnot_bit(const unsigned long* a, const unsigned long* b,
                                    unsigned long size, unsigned long n);
unsigned long find_next_clump8(unsigned long* clump, const unsigned long* addr, unsigned long size,
                               unsigned long offset);

#define __MM32_ULP(p) ((const unsigned long*)(p))
#define find_first_bit(addr, size) _find_first_bit(__MM32_ULP(addr), size)
#define find_first_zero_bit(addr, size) _find_first_zero_bit(__MM32_ULP(addr), size)
#define find_first_and_bit(a, b, size) _find_first_and_bit(__MM32_ULP(a), __MM32_ULP(b), size)
#define find_last_bit(addr, size) _find_last_bit(__MM32_ULP(addr), size)
#define find_next_bit(addr, size, start) _find_next_bit(__MM32_ULP(addr), size, start)
#define find_next_zero_bit(addr, size, start) _find_next_zero_bit(__MM32_ULP(addr), size, start)
#define find_next_and_bit(a, b, size, start) \
  _find_next_and_bit(__MM32_ULP(a), __MM32_ULP(b), size, start)
#define find_next_andnot_bit(a, b, size, start) \
  _find_next_andnot_bit(__MM32_ULP(a), __MM32_ULP(b), size, start)

static inline unsigned long find_nth_bit(const unsigned long* addr, unsigned long size,
                                         unsigned long n) {
  return n >= size ? size : __find_nth_bit(addr, size, n);
}
static inline unsigned long find_next_bit_wrap(const unsigned long* addr, unsigned long size,
                                               unsigned long offset) {
  unsigned long bit = find_next_bit(addr, size, offset);
  if (bit < size) return bit;
  bit = find_first_bit(addr, offset);
  return bit < offset ? bit : size;
}
#define find_first_clump8(clump, bits, size) find_next_clump8((clump), (bits), (size), 0)

#define for_each_set_bit(bit, addr, size) \
  for ((bit) = 0; (bit) = find_next_bit((addr), (size), (bit)), (bit) < (size); (bit)++)
#define for_each_set_bit_from(bit, addr, size) \
  for (; (bit) = find_next_bit((addr), (size), (bit)), (bit) < (size); (bit)++)
#define for_each_clear_bit(bit, addr, size) \
  for ((bit) = 0; (bit) = find_next_zero_bit((addr), (size), (bit)), (bit) < (size); (bit)++)
#define for_each_clear_bit_from(bit, addr, size) \
  for (; (bit) = find_next_zero_bit((addr), (size), (bit)), (bit) < (size); (bit)++)
#define for_each_and_bit(bit, a, b, size) \
  for ((bit) = 0; (bit) = find_next_and_bit((a), (b), (size), (bit)), (bit) < (size); (bit)++)
#define for_each_andnot_bit(bit, a, b, size) \
  for ((bit) = 0; (bit) = find_next_andnot_bit((a), (b), (size), (bit)), (bit) < (size); (bit)++)
// From `start` to the end, then from 0 up to `start`.
static inline unsigned long __for_each_wrap(const unsigned long* bitmap, unsigned long size,
                                            unsigned long start, unsigned long n) {
  unsigned long bit;
  if (n > start) {
    bit = find_next_bit(bitmap, size, n);
    if (bit < size) return bit;
    n = 0;
  }
  bit = find_next_bit(bitmap, start, n);
  return bit < start ? bit : size;
}
#define for_each_set_bit_wrap(bit, addr, size, start)                       \
  for ((bit) = find_next_bit_wrap((addr), (size), (start)); (bit) < (size); \
       (bit) = __for_each_wrap((addr), (size), (start), (bit) + 1))
#define for_each_set_bitrange(b, e, addr, size)                        \
  for ((b) = 0; (b) = find_next_bit((addr), (size), (b)),              \
      (e) = find_next_zero_bit((addr), (size), (b) + 1), (b) < (size); \
       (b) = (e) + 1)
#define for_each_clear_bitrange(b, e, addr, size)                 \
  for ((b) = 0; (b) = find_next_zero_bit((addr), (size), (b)),    \
      (e) = find_next_bit((addr), (size), (b) + 1), (b) < (size); \
       (b) = (e) + 1)
#define for_each_set_clump8(start, clump, bits, size)                           \
  for ((start) = find_first_clump8(&(clump), (bits), (size)); (start) < (size); \
       (start) = find_next_clump8(&(clump), (bits), (size), (start) + 8))

static inline unsigned long find_nth_and_bit(const unsigned long* a, const unsigned long* b,
                                             unsigned long size, unsigned long n) {
  return n >= size ? size : __find_nth_and_bit(a, b, size, n);
}
static inline unsigned long find_nth_andnot_bit(const unsigned long* a, const unsigned long* b,
                                                unsigned long size, unsigned long n) {
  return n >= size ? size : __find_nth_andnot_bit(a, b, size, n);
}
static inline unsigned long find_next_and_bit_wrap(const unsigned long* a, const unsigned long* b,
                                                   unsigned long size, unsigned long offset) {
  unsigned long bit = find_next_and_bit(a, b, size, offset);
  if (bit < size) return bit;
  bit = find_first_and_bit(a, b, offset);
  return bit < offset ? bit : size;
}
static inline unsigned long find_next_zero_bit_le(const void* addr, unsigned long size,
                                                  unsigned long offset) {
  return find_next_zero_bit(addr, size, offset);
}
static inline unsigned long find_next_bit_le(const void* addr, unsigned long size,
                                             unsigned long offset) {
  return find_next_bit(addr, size, offset);
}
static inline unsigned long find_first_zero_bit_le(const void* addr, unsigned long size) {
  return find_first_zero_bit(addr, size);
}
#define for_each_set_bitrange_from(b, e, addr, size)                      \
  for (; (b) = find_next_bit((addr), (size), (b)),                        \
         (e) = find_next_zero_bit((addr), (size), (b) + 1), (b) < (size); \
       (b) = (e) + 1)
#define for_each_clear_bitrange_from(b, e, addr, size)               \
  for (; (b) = find_next_zero_bit((addr), (size), (b)),              \
         (e) = find_next_bit((addr), (size), (b) + 1), (b) < (size); \
       (b) = (e) + 1)

#endif
