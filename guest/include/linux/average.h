// Averages that forget: exponentially weighted, with powers of two as weights.
#ifndef _LINUX_AVERAGE_H
#define _LINUX_AVERAGE_H

#include <linux/bug.h>
#include <linux/compiler.h>
#include <linux/log2.h>

// struct ewma_NAME with init, read and add. The value has `precision` bits behind the point; a new
// sample counts 1/recip.
#define DECLARE_EWMA(name, precision, recip)                                                \
  struct ewma_##name {                                                                      \
    unsigned long internal;                                                                 \
  };                                                                                        \
  static inline void ewma_##name##_init(struct ewma_##name* e) {                            \
    BUILD_BUG_ON(!__builtin_constant_p(precision));                                         \
    BUILD_BUG_ON(!__builtin_constant_p(recip));                                             \
    BUILD_BUG_ON((precision) > 30);                                                         \
    BUILD_BUG_ON_NOT_POWER_OF_2(recip);                                                     \
    e->internal = 0;                                                                        \
  }                                                                                         \
  static inline unsigned long ewma_##name##_read(struct ewma_##name* e) {                   \
    return e->internal >> (precision);                                                      \
  }                                                                                         \
  static inline void ewma_##name##_add(struct ewma_##name* e, unsigned long sample) {       \
    const unsigned long before = READ_ONCE(e->internal);                                    \
    const unsigned long weight = ilog2(recip);                                              \
    WRITE_ONCE(e->internal,                                                                 \
               before ? (((before << weight) - before) + (sample << (precision))) >> weight \
                      : (sample << (precision)));                                           \
  }

#endif
