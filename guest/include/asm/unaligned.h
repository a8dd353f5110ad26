// Numbers at any address: i386 reads them directly.
#ifndef _ASM_UNALIGNED_H
#define _ASM_UNALIGNED_H

#include <asm/byteorder.h>
#include <linux/types.h>
#define get_unaligned(ptr) (*(ptr))
#define put_unaligned(val, ptr) ((void)(*(ptr) = (val)))
#define __MM32_UNALIGNED(bits)                                                               \
  static inline u##bits get_unaligned_le##bits(const void* p) { return *(const u##bits*)p; } \
  static inline u##bits get_unaligned_be##bits(const void* p) {                              \
    return swab##bits(*(const u##bits*)p);                                                   \
  }                                                                                          \
  static inline void put_unaligned_le##bits(u##bits val, void* p) { *(u##bits*)p = val; }    \
  static inline void put_unaligned_be##bits(u##bits val, void* p) {                          \
    *(u##bits*)p = swab##bits(val);                                                          \
  }
__MM32_UNALIGNED(16)
__MM32_UNALIGNED(32)
__MM32_UNALIGNED(64)
static inline u32 get_unaligned_le24(const void* p) {
  return ((const u8*)p)[0] | ((const u8*)p)[1] << 8 | ((const u8*)p)[2] << 16;
}
static inline u32 get_unaligned_be24(const void* p) {
  return ((const u8*)p)[0] << 16 | ((const u8*)p)[1] << 8 | ((const u8*)p)[2];
}

#endif
