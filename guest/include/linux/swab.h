// Bytes of words in the other order.
#ifndef _LINUX_SWAB_H
#define _LINUX_SWAB_H

#include <asm/byteorder.h>

static inline void swab16_array(u16* buf, unsigned int words) {
  for (; words--; buf++) swab16s(buf);
}
static inline void swab32_array(u32* buf, unsigned int words) {
  for (; words--; buf++) swab32s(buf);
}
static inline void swab64_array(u64* buf, unsigned int words) {
  for (; words--; buf++) swab64s(buf);
}

#endif
