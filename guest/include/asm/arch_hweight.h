// Set bits of a word.
#ifndef _ASM_ARCH_HWEIGHT_H
#define _ASM_ARCH_HWEIGHT_H

#include <linux/bitops.h>

static __always_inline unsigned int __arch_hweight32(unsigned int w) { return __sw_hweight32(w); }
static inline unsigned int __arch_hweight16(unsigned int w) { return __sw_hweight32(w & 0xffff); }
static inline unsigned int __arch_hweight8(unsigned int w) { return __sw_hweight32(w & 0xff); }
static inline unsigned long __arch_hweight64(__u64 w) {
  return __sw_hweight32((u32)w) + __sw_hweight32((u32)(w >> 32));
}

#endif
