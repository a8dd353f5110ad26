#ifndef _LINUX_BYTEORDER_GENERIC_H
#define _LINUX_BYTEORDER_GENERIC_H

#include <asm/byteorder.h>

#define cpu_to_le64s __cpu_to_le64s
#define le64_to_cpus __le64_to_cpus

// Inline in Linux.
void le32_to_cpu_array(u32* buf, unsigned int words);
void cpu_to_le32_array(u32* buf, unsigned int words);
void cpu_to_be32_array(__be32* dst, const u32* src, size_t len);
void be32_to_cpu_array(u32* dst, const __be32* src, size_t len);

#endif
