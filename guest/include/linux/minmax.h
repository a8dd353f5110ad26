// min, max, clamp, swap. A comparison of different types is refused at compile time.
#ifndef _LINUX_MINMAX_H
#define _LINUX_MINMAX_H

#include <linux/const.h>
#include <linux/types.h>

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

// For the initializers of arrays and of the like, which take no statements.
#define MIN(a, b) __mm32_cmp(a, b, <)
#define MAX(a, b) __mm32_cmp(a, b, >)
#define MIN_T(type, a, b) __mm32_cmp((type)(a), (type)(b), <)
#define MAX_T(type, a, b) __mm32_cmp((type)(a), (type)(b), >)
#define umin(x, y) __careful_cmp((x) + 0u + 0ul + 0ull, (y) + 0u + 0ul + 0ull, <)
#define umax(x, y) __careful_cmp((x) + 0u + 0ul + 0ull, (y) + 0u + 0ul + 0ull, >)
#define __mm32_of_array(op, array, len)                            \
  ({                                                               \
    typeof(&(array)[0]) __array = (array);                         \
    typeof(len) __left = (len);                                    \
    __unqual_scalar_typeof(__array[0]) __best = __array[--__left]; \
    while (__left--) __best = op(__best, __array[__left]);         \
    __best;                                                        \
  })
#define min_array(array, len) __mm32_of_array(min, array, len)
#define max_array(array, len) __mm32_of_array(max, array, len)
static inline bool in_range64(u64 val, u64 start, u64 len) { return val - start < len; }
static inline bool in_range32(u32 val, u32 start, u32 len) { return val - start < len; }

#endif
