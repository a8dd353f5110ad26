// Indices that stay in bounds even when the CPU guesses wrongly.
#ifndef _LINUX_NOSPEC_H
#define _LINUX_NOSPEC_H

#include <linux/build_bug.h>
#include <linux/compiler.h>

// All ones when index < size, else zero, without a branch.
static inline unsigned long array_index_mask_nospec(unsigned long index, unsigned long size) {
  unsigned long mask;

  asm volatile("cmp %1,%2; sbb %0,%0" : "=r"(mask) : "g"(size), "r"(index) : "cc");
  return mask;
}

#define array_index_nospec(index, size)                              \
  ({                                                                 \
    typeof(index) _i = (index);                                      \
    const unsigned long _mask = array_index_mask_nospec(_i, (size)); \
    BUILD_BUG_ON(sizeof(_i) > sizeof(long));                         \
    BUILD_BUG_ON(sizeof(size) > sizeof(long));                       \
    (typeof(_i))(_i & _mask);                                        \
  })
#define barrier_nospec() asm volatile("lfence" ::: "memory")

#endif
