// Random numbers of the CPU: it has none.
#ifndef _ASM_ARCHRANDOM_H
#define _ASM_ARCHRANDOM_H

#include <linux/types.h>

#define RDRAND_RETRY_LOOPS 10
static inline bool __must_check rdrand_long(unsigned long* v) { return false; }
static inline bool __must_check rdseed_long(unsigned long* v) { return false; }
static inline size_t __must_check arch_get_random_longs(unsigned long* v, size_t max) { return 0; }
static inline size_t __must_check arch_get_random_seed_longs(unsigned long* v, size_t max) {
  return 0;
}

#endif
