// Logarithms to base 2 and powers of two.
#ifndef _LINUX_LOG2_H
#define _LINUX_LOG2_H

#include <linux/bitops.h>
#include <linux/types.h>

#define const_ilog2(n) (__builtin_constant_p(n) ? ((n) < 2 ? 0 : 63 - __builtin_clzll(n)) : -1)
#define ilog2(n) ((int)((n) < 2 ? 0 : 63 - __builtin_clzll((u64)(n))))
#define __ilog2_u32(n) (fls(n) - 1)
#define __ilog2_u64(n) (fls64(n) - 1)
static __always_inline bool is_power_of_2(unsigned long n) { return n != 0 && (n & (n - 1)) == 0; }
#define __roundup_pow_of_two(n) (1UL << fls((n)-1))
#define __rounddown_pow_of_two(n) (1UL << (fls(n) - 1))
#define roundup_pow_of_two(n) ((n) == 1 ? 1 : (1UL << (ilog2((n)-1) + 1)))
#define rounddown_pow_of_two(n) (1UL << ilog2(n))
#define order_base_2(n) ((n) > 1 ? ilog2((n)-1) + 1 : 0)
#define bits_per(n) ((n) < 2 ? 1 : ilog2(n) + 1)

#endif
