// Small macros.
#ifndef _LINUX_UTIL_MACROS_H
#define _LINUX_UTIL_MACROS_H

#include <linux/math.h>

#define find_closest(x, a, as)                                                        \
  ({                                                                                  \
    typeof(as) __fc_i, __fc_as = (as)-1;                                              \
    typeof(x) __fc_x = x;                                                             \
    typeof(*a) const* __fc_a = a;                                                     \
    for (__fc_i = 0; __fc_i < __fc_as; __fc_i++)                                      \
      if (__fc_x <= DIV_ROUND_CLOSEST(__fc_a[__fc_i] + __fc_a[__fc_i + 1], 2)) break; \
    __fc_i;                                                                           \
  })

#define find_closest_descending(x, a, as)                                       \
  ({                                                                            \
    typeof(x) __fc_x = (x);                                                     \
    size_t __fc_i, __fc_n = (as)-1;                                             \
    for (__fc_i = 0; __fc_i < __fc_n; __fc_i++)                                 \
      if (__fc_x >= DIV_ROUND_CLOSEST((a)[__fc_i] + (a)[__fc_i + 1], 2)) break; \
    __fc_i;                                                                     \
  })

#endif
