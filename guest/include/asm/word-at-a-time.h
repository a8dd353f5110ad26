// Zero bytes in a word.
#ifndef _ASM_WORD_AT_A_TIME_H
#define _ASM_WORD_AT_A_TIME_H

#include <linux/kernel.h>

struct word_at_a_time {
  const unsigned long one_bits, high_bits;
};
#define WORD_AT_A_TIME_CONSTANTS \
  { REPEAT_BYTE(0x01), REPEAT_BYTE(0x80) }

static inline unsigned long has_zero(unsigned long a, unsigned long* bits,
                                     const struct word_at_a_time* c) {
  const unsigned long mask = ((a - c->one_bits) & ~a) & c->high_bits;

  *bits = mask;
  return mask;
}
static inline unsigned long prep_zero_mask(unsigned long a, unsigned long bits,
                                           const struct word_at_a_time* c) {
  return bits;
}
static inline unsigned long create_zero_mask(unsigned long bits) {
  bits = (bits - 1) & ~bits;
  return bits >> 7;
}
#define zero_bytemask(mask) (mask)
// The number of the first zero byte.
static inline long count_masked_bytes(long mask) { return (0x0ff0001 + mask) >> 23 & mask; }
static inline unsigned long find_zero(unsigned long mask) { return count_masked_bytes(mask); }
static inline unsigned long load_unaligned_zeropad(const void* addr) {
  return *(const unsigned long*)addr;
}

#endif
