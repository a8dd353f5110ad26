// An average that forgets: each sample weighs a fixed part.
#ifndef _LINUX_AVERAGE_H
#define _LINUX_AVERAGE_H

#include <linux/bug.h>
#include <linux/compiler.h>
#include <linux/log2.h>

#define DECLARE_EWMA(name, _precision, _weight_rcp)                                     \
  struct ewma_##name {                                                                  \
    unsigned long internal;                                                             \
  };                                                                                    \
  static inline void ewma_##name##_init(struct ewma_##name* e) { e->internal = 0; }     \
  static inline unsigned long ewma_##name##_read(struct ewma_##name* e) {               \
    return e->internal >> (_precision);                                                 \
  }                                                                                     \
  static inline void ewma_##name##_add(struct ewma_##name* e, unsigned long val) {      \
    unsigned long internal = READ_ONCE(e->internal);                                    \
    unsigned long scaled = val << (_precision), part = ilog2(_weight_rcp);              \
    BUILD_BUG_ON((_precision) > 30);                                                    \
    BUILD_BUG_ON_NOT_POWER_OF_2(_weight_rcp);                                           \
    WRITE_ONCE(e->internal,                                                             \
               internal ? (((internal << part) - internal) + scaled) >> part : scaled); \
  }

#endif
