// Zero bits at the ends of a word.
#ifndef _LINUX_COUNT_ZEROS_H
#define _LINUX_COUNT_ZEROS_H

#include <linux/bitops.h>

#define COUNT_TRAILING_ZEROS_0 (-1)
static inline int count_leading_zeros(unsigned long x) {
  return x ? BITS_PER_LONG - fls_long(x) : BITS_PER_LONG;
}
// On 32 bits this counts from one, as Linux has it.
static inline int count_trailing_zeros(unsigned long x) { return ffs(x); }

#endif
