// Rounding, division and square roots.
#ifndef _LINUX_MATH_H
#define _LINUX_MATH_H

#include <asm/div64.h>
#include <linux/types.h>

#define __round_mask(x, y) ((typeof(x))((y)-1))
#define round_up(x, y) ((((x)-1) | __round_mask(x, y)) + 1)
#define round_down(x, y) ((x) & ~__round_mask(x, y))
#define DIV_ROUND_UP(n, d) (((n) + (d)-1) / (d))
#define DIV_ROUND_DOWN_ULL(ll, d)   \
  ({                                \
    unsigned long long _tmp = (ll); \
    do_div(_tmp, d);                \
    _tmp;                           \
  })
#define DIV_ROUND_UP_ULL(ll, d) DIV_ROUND_DOWN_ULL((unsigned long long)(ll) + (d)-1, (d))
#define DIV_ROUND_UP_SECTOR_T(ll, d) DIV_ROUND_UP_ULL(ll, d)
#define roundup(x, y)                \
  ({                                 \
    typeof(y) __y = y;               \
    (((x) + (__y - 1)) / __y) * __y; \
  })
#define rounddown(x, y)  \
  ({                     \
    typeof(x) __x = (x); \
    __x - (__x % (y));   \
  })
#define DIV_ROUND_CLOSEST(x, divisor)                                                  \
  ({                                                                                   \
    typeof(x) __x = x;                                                                 \
    typeof(divisor) __d = divisor;                                                     \
    (((typeof(x))-1) > 0 || ((typeof(divisor))-1) > 0 || (((__x) > 0) == ((__d) > 0))) \
        ? (((__x) + ((__d) / 2)) / (__d))                                              \
        : (((__x) - ((__d) / 2)) / (__d));                                             \
  })
#define DIV_ROUND_CLOSEST_ULL(x, divisor)      \
  ({                                           \
    typeof(divisor) __d = divisor;             \
    unsigned long long _tmp = (x) + (__d) / 2; \
    do_div(_tmp, __d);                         \
    _tmp;                                      \
  })
#define mult_frac(x, numer, denom)                  \
  ({                                                \
    typeof(x) quot = (x) / (denom);                 \
    typeof(x) rem = (x) % (denom);                  \
    (quot * (numer)) + ((rem * (numer)) / (denom)); \
  })
#define sector_div(a, b) do_div(a, b)

#define abs(x)                                                                              \
  __builtin_choose_expr(__same_type(x, long long) || __same_type(x, unsigned long long), ({ \
                          long long __abs_x = (x);                                          \
                          __abs_x < 0 ? -__abs_x : __abs_x;                                 \
                        }),                                                                 \
                        ({                                                                  \
                          long __abs_x = (x);                                               \
                          __abs_x < 0 ? -__abs_x : __abs_x;                                 \
                        }))
#define abs_diff(a, b) ((a) > (b) ? (a) - (b) : (b) - (a))

static inline u32 reciprocal_scale(u32 val, u32 ep_ro) { return (u32)(((u64)val * ep_ro) >> 32); }

u64 int_pow(u64 base, unsigned int exp);
unsigned long int_sqrt(unsigned long x);
u32 int_sqrt64(u64 x);

struct s16_fract;
struct s32_fract;
struct u16_fract;
struct u32_fract;

struct s16_fract {
  __s16 numerator;
  __s16 denominator;
};
struct u16_fract {
  __u16 numerator;
  __u16 denominator;
};
struct s32_fract {
  __s32 numerator;
  __s32 denominator;
};
struct u32_fract {
  __u32 numerator;
  __u32 denominator;
};

#endif
