// 64-bit division and multiplication.
#ifndef _LINUX_MATH64_H
#define _LINUX_MATH64_H

#include <asm/div64.h>
#include <linux/math.h>
#include <linux/types.h>

s64 div_s64_rem(s64 dividend, s32 divisor, s32* remainder);
u64 div64_u64_rem(u64 dividend, u64 divisor, u64* remainder);
u64 div64_u64(u64 dividend, u64 divisor);
s64 div64_s64(s64 dividend, s64 divisor);
u32 iter_div_u64_rem(u64 dividend, u32 divisor, u64* remainder);
u64 mul_u64_u64_div_u64(u64 a, u64 mul, u64 div);

#define div64_long(x, y) div_s64((x), (y))
#define div64_ul(x, y) div_u64((x), (y))
static inline u64 div_u64(u64 dividend, u32 divisor) {
  u32 remainder;
  return div_u64_rem(dividend, divisor, &remainder);
}
static inline s64 div_s64(s64 dividend, s32 divisor) {
  s32 remainder;
  return div_s64_rem(dividend, divisor, &remainder);
}
static __always_inline u32 __iter_div_u64_rem(u64 dividend, u32 divisor, u64* remainder) {
  u32 quotient = 0;
  for (; dividend >= divisor; quotient++) {
    __asm__("" : "+rm"(dividend));
    dividend -= divisor;
  }
  *remainder = dividend;
  return quotient;
}
static inline u64 mul_u32_u32(u32 a, u32 b) { return (u64)a * b; }
static inline u64 mul_u64_u32_shr(u64 a, u32 mul, unsigned int shift) {
  u32 high = a >> 32, low = (u32)a;
  u64 result = mul_u32_u32(low, mul) >> shift;
  if (high) result += mul_u32_u32(high, mul) << (32 - shift);
  return result;
}
static inline u64 mul_u64_u64_shr(u64 a, u64 b, unsigned int shift) {
  u64 low = (u64)(u32)a * (u32)b, mid1 = (a >> 32) * (u32)b, mid2 = (u64)(u32)a * (b >> 32);
  u64 high = (a >> 32) * (b >> 32), carry = (low >> 32) + (u32)mid1 + (u32)mid2;
  low = (u32)low | (carry << 32);
  high += (mid1 >> 32) + (mid2 >> 32) + (carry >> 32);
  if (shift == 0) return low;
  return shift < 64 ? (low >> shift) | (high << (64 - shift)) : high >> (shift & 63);
}
static inline u64 mul_u64_u32_div(u64 a, u32 mul, u32 divisor) {
  u64 low = (u64)(u32)a * mul, high = (a >> 32) * mul + (low >> 32);
  u32 remainder = do_div(high, divisor);
  low = ((u64)remainder << 32) | (u32)low;
  do_div(low, divisor);
  return (high << 32) + low;
}
#define DIV64_U64_ROUND_UP(ll, d)     \
  ({                                  \
    u64 _tmp = (d);                   \
    div64_u64((ll) + _tmp - 1, _tmp); \
  })
#define DIV64_U64_ROUND_CLOSEST(dividend, divisor) \
  ({                                               \
    u64 _tmp = (divisor);                          \
    div64_u64((dividend) + (_tmp / 2), _tmp);      \
  })
#define DIV_U64_ROUND_CLOSEST(dividend, divisor) \
  ({                                             \
    u32 _tmp = (divisor);                        \
    div_u64((u64)(dividend) + _tmp / 2, _tmp);   \
  })
#define DIV_S64_ROUND_CLOSEST(dividend, divisor)                                                  \
  ({                                                                                              \
    s64 __x = (dividend);                                                                         \
    s32 __d = (divisor);                                                                          \
    ((__x > 0) == (__d > 0)) ? div_s64((__x + (__d / 2)), __d) : div_s64((__x - (__d / 2)), __d); \
  })

#endif
