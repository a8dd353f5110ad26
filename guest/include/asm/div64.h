// 64-bit division on i386: do_div divides in place by a 32-bit number and returns the remainder.
#ifndef _ASM_DIV64_H
#define _ASM_DIV64_H

#include <linux/types.h>

#define do_div(n, base)                                                     \
  ({                                                                        \
    u32 __div_base = (base), __div_rem, __div_high, __div_low, __div_upper; \
    __div_high = (u32)((u64)(n) >> 32);                                     \
    __div_low = (u32)(n);                                                   \
    __div_upper = __div_high % __div_base;                                  \
    __div_high /= __div_base;                                               \
    __asm__("divl %2"                                                       \
            : "=a"(__div_low), "=d"(__div_rem)                              \
            : "rm"(__div_base), "0"(__div_low), "1"(__div_upper));          \
    (n) = ((u64)__div_high << 32) | __div_low;                              \
    __div_rem;                                                              \
  })

static inline u64 div_u64_rem(u64 dividend, u32 divisor, u32* remainder) {
  *remainder = do_div(dividend, divisor);
  return dividend;
}
#define div_u64_rem div_u64_rem

#endif
