// Zeros before the first and behind the last set bit of a word.
#ifndef _LINUX_COUNT_ZEROS_H
#define _LINUX_COUNT_ZEROS_H

#include <linux/bitops.h>

#define COUNT_LEADING_ZEROS_0 BITS_PER_LONG
static inline int count_leading_zeros(unsigned long x) { return BITS_PER_LONG - fls(x); }

// On 32 bits Linux counts from one here: 1 where the lowest bit is set, 0 where none is.
#define COUNT_TRAILING_ZEROS_0 (-1)
static inline int count_trailing_zeros(unsigned long x) { return ffs(x); }

#endif
