// 64-bit division, roots, greatest common divisors, best fractions.
#include <linux/export.h>
#include <linux/gcd.h>
#include <linux/kernel.h>
#include <linux/lcm.h>
#include <linux/math64.h>
#include <linux/rational.h>

u64 div64_u64_rem(u64 dividend, u64 divisor, u64* remainder) {
  u64 quotient = 0;
  int shift;
  if (!(divisor >> 32)) {
    u32 rem;
    quotient = div_u64_rem(dividend, (u32)divisor, &rem);
    *remainder = rem;
    return quotient;
  }
  for (shift = fls64(dividend) - fls64(divisor); shift >= 0; shift--) {
    if (dividend >> shift < divisor) continue;
    dividend -= divisor << shift;
    quotient |= 1ull << shift;
  }
  *remainder = dividend;
  return quotient;
}
EXPORT_SYMBOL(div64_u64_rem);

u64 div64_u64(u64 dividend, u64 divisor) {
  u64 remainder;
  return div64_u64_rem(dividend, divisor, &remainder);
}
EXPORT_SYMBOL(div64_u64);

s64 div64_s64(s64 dividend, s64 divisor) {
  u64 quotient = div64_u64(dividend < 0 ? -(u64)dividend : (u64)dividend,
                           divisor < 0 ? -(u64)divisor : (u64)divisor);
  return (dividend < 0) != (divisor < 0) ? -(s64)quotient : (s64)quotient;
}
EXPORT_SYMBOL(div64_s64);

s64 div_s64_rem(s64 dividend, s32 divisor, s32* remainder) {
  u32 rem;
  u64 quotient = div_u64_rem(dividend < 0 ? -(u64)dividend : (u64)dividend,
                             divisor < 0 ? -(u32)divisor : (u32)divisor, &rem);
  *remainder = dividend < 0 ? -(s32)rem : (s32)rem;
  return (dividend < 0) != (divisor < 0) ? -(s64)quotient : (s64)quotient;
}
EXPORT_SYMBOL(div_s64_rem);

u32 iter_div_u64_rem(u64 dividend, u32 divisor, u64* remainder) {
  return __iter_div_u64_rem(dividend, divisor, remainder);
}
EXPORT_SYMBOL(iter_div_u64_rem);

u32 __div64_32(u64* n, u32 base) { return do_div(*n, base); }
EXPORT_SYMBOL(__div64_32);

// a * b / c. As on a real 32-bit machine the last bits are lost when the product has more than 64.
u64 mul_u64_u64_div_u64(u64 a, u64 b, u64 c) {
  u64 whole = 0;
  int excess;
  if (a && b && ilog2(a) + ilog2(b) > 62) {
    whole = div64_u64_rem(b, c, &b) * a;
    excess = b ? ilog2(a) + ilog2(b) - 62 : 0;
    if (excess > 0) {
      b >>= excess;
      c >>= excess;
      if (!c) return whole;
    }
  }
  return whole + div64_u64(a * b, c);
}
EXPORT_SYMBOL(mul_u64_u64_div_u64);

u64 int_pow(u64 base, unsigned int exp) {
  u64 result = 1;
  for (; exp; exp >>= 1, base *= base) {
    if (exp & 1) result *= base;
  }
  return result;
}
EXPORT_SYMBOL_GPL(int_pow);

u32 int_sqrt64(u64 x) {
  u64 root = 0, bit = 1ull << 62;
  while (bit > x) bit >>= 2;
  for (; bit; bit >>= 2) {
    u64 trial = root + bit;
    root >>= 1;
    if (x < trial) continue;
    x -= trial;
    root += bit;
  }
  return (u32)root;
}
EXPORT_SYMBOL(int_sqrt64);

unsigned long int_sqrt(unsigned long x) { return int_sqrt64(x); }
EXPORT_SYMBOL(int_sqrt);

unsigned long gcd(unsigned long a, unsigned long b) {
  while (b) {
    unsigned long rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}
EXPORT_SYMBOL_GPL(gcd);

unsigned long lcm(unsigned long a, unsigned long b) { return a && b ? (a / gcd(a, b)) * b : 0; }
EXPORT_SYMBOL_GPL(lcm);

unsigned long lcm_not_zero(unsigned long a, unsigned long b) {
  unsigned long l = lcm(a, b);
  return l ? l : b ? b : a;
}
EXPORT_SYMBOL_GPL(lcm_not_zero);

// The convergents n/d of the continued fraction; the last one may be a semiconvergent.
void rational_best_approximation(unsigned long numerator, unsigned long denominator,
                                 unsigned long max_n, unsigned long max_d, unsigned long* best_n,
                                 unsigned long* best_d) {
  unsigned long n = numerator, d = denominator, n0 = 0, d0 = 1, n1 = 1, d1 = 0;
  while (d) {
    unsigned long a = n / d, rest = n % d, n2 = n0 + a * n1, d2 = d0 + a * d1;
    if (n2 > max_n || d2 > max_d) {
      unsigned long t = ULONG_MAX;
      if (d1) t = (max_d - d0) / d1;
      if (n1) t = min(t, (max_n - n0) / n1);
      if (!d1 || 2 * t > a || (2 * t == a && d0 * d > d1 * rest)) {
        n1 = n0 + t * n1;
        d1 = d0 + t * d1;
      }
      break;
    }
    n = d;
    d = rest;
    n0 = n1;
    n1 = n2;
    d0 = d1;
    d1 = d2;
  }
  *best_n = n1;
  *best_d = d1;
}
EXPORT_SYMBOL(rational_best_approximation);
