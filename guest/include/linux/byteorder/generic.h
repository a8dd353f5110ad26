#ifndef _LINUX_BYTEORDER_GENERIC_H
#define _LINUX_BYTEORDER_GENERIC_H

#include <asm/byteorder.h>

#define cpu_to_le64s __cpu_to_le64s
#define le64_to_cpus __le64_to_cpus

#define __MM32_CONVERT_ARRAY(name, type, convert)                           \
  static inline void name(type* words, unsigned int count) {                \
    for (; count; count--, words++) *words = (__force type)convert(*words); \
  }
__MM32_CONVERT_ARRAY(le32_to_cpu_array, u32, __le32_to_cpu)
__MM32_CONVERT_ARRAY(cpu_to_le32_array, u32, __cpu_to_le32)
#undef __MM32_CONVERT_ARRAY
static inline void cpu_to_be32_array(__be32* dst, const u32* src, size_t len) {
  size_t i;
  for (i = 0; i < len; i++) dst[i] = cpu_to_be32(src[i]);
}
static inline void be32_to_cpu_array(u32* dst, const __be32* src, size_t len) {
  size_t i;
  for (i = 0; i < len; i++) dst[i] = be32_to_cpu(src[i]);
}

#endif
