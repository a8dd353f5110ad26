// min, max, clamp, swap. A comparison of different types is refused at compile time.
#ifndef _LINUX_MINMAX_H
#define _LINUX_MINMAX_H

#include <linux/const.h>

#define __mm32_typecheck(x, y) (!!(sizeof((typeof(x)*)1 == (typeof(y)*)1)))
#define __mm32_both_const(x, y) (__is_constexpr(x) && __is_constexpr(y))
#define __mm32_cmp(x, y, op) ((x)op(y) ? (x) : (y))
#define __mm32_cmp_once(x, y, op)     \
  ({                                  \
    typeof(x) __cmp_x = (x);          \
    typeof(y) __cmp_y = (y);          \
    __mm32_cmp(__cmp_x, __cmp_y, op); \
  })
#define __careful_cmp(x, y, op)                                                                  \
  __builtin_choose_expr(__mm32_typecheck(x, y) && __mm32_both_const(x, y), __mm32_cmp(x, y, op), \
                        __mm32_cmp_once(x, y, op))

#define min(x, y) __careful_cmp(x, y, <)
#define max(x, y) __careful_cmp(x, y, >)
#define min3(x, y, z) min((typeof(x))min(x, y), z)
#define max3(x, y, z) max((typeof(x))max(x, y), z)
#define min_t(type, x, y) __careful_cmp((type)(x), (type)(y), <)
#define max_t(type, x, y) __careful_cmp((type)(x), (type)(y), >)
#define min_not_zero(x, y)                                               \
  ({                                                                     \
    typeof(x) __nz_x = (x);                                              \
    typeof(y) __nz_y = (y);                                              \
    __nz_x == 0 ? __nz_y : (__nz_y == 0 ? __nz_x : min(__nz_x, __nz_y)); \
  })
#define clamp(val, lo, hi) min((typeof(val))max(val, lo), hi)
#define clamp_t(type, val, lo, hi) min_t(type, max_t(type, val, lo), hi)
#define clamp_val(val, lo, hi) clamp_t(typeof(val), val, lo, hi)
#define swap(a, b)          \
  do {                      \
    typeof(a) __swap = (a); \
    (a) = (b);              \
    (b) = __swap;           \
  } while (0)
#define in_range(val, start, len) ((val) >= (start) && (val) - (start) < (len))

#define __cmp_op_min <
#define __cmp_op_max >

#endif
