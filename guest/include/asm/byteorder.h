// Byte orders: i386 is little endian.
#ifndef _ASM_BYTEORDER_H
#define _ASM_BYTEORDER_H

#include <linux/types.h>

#define __LITTLE_ENDIAN 1234
#define __LITTLE_ENDIAN_BITFIELD
#define __BYTE_ORDER __LITTLE_ENDIAN
#define swab16(x) ((__u16)__builtin_bswap16((__u16)(x)))
#define swab32(x) ((__u32)__builtin_bswap32((__u32)(x)))
#define swab64(x) ((__u64)__builtin_bswap64((__u64)(x)))
#define __swab16(x) swab16(x)
#define __swab32(x) swab32(x)
#define __swab64(x) swab64(x)
#define ___constant_swab16(x) swab16(x)
#define ___constant_swab32(x) swab32(x)
#define swab16p(p) swab16(*(p))
#define swab32p(p) swab32(*(p))
#define swab64p(p) swab64(*(p))
#define swab16s(p) ((void)(*(p) = swab16(*(p))))
#define swab32s(p) ((void)(*(p) = swab32(*(p))))
#define swab64s(p) ((void)(*(p) = swab64(*(p))))
#define swahb32(x) ((((x)&0x00ff00ffu) << 8) | (((x)&0xff00ff00u) >> 8))
#define swahw32(x) (((x) << 16) | ((u32)(x) >> 16))

#define cpu_to_le16(x) ((__le16)(__u16)(x))
#define cpu_to_le32(x) ((__le32)(__u32)(x))
#define cpu_to_le64(x) ((__le64)(__u64)(x))
#define le16_to_cpu(x) ((__u16)(__le16)(x))
#define le32_to_cpu(x) ((__u32)(__le32)(x))
#define le64_to_cpu(x) ((__u64)(__le64)(x))
#define cpu_to_be16(x) ((__be16)swab16(x))
#define cpu_to_be32(x) ((__be32)swab32(x))
#define cpu_to_be64(x) ((__be64)swab64(x))
#define be16_to_cpu(x) swab16(x)
#define be32_to_cpu(x) swab32(x)
#define be64_to_cpu(x) swab64(x)
#define __cpu_to_le16(x) cpu_to_le16(x)
#define __cpu_to_le32(x) cpu_to_le32(x)
#define __cpu_to_le64(x) cpu_to_le64(x)
#define __le16_to_cpu(x) le16_to_cpu(x)
#define __le32_to_cpu(x) le32_to_cpu(x)
#define __le64_to_cpu(x) le64_to_cpu(x)
#define __cpu_to_be16(x) cpu_to_be16(x)
#define __cpu_to_be32(x) cpu_to_be32(x)
#define __cpu_to_be64(x) cpu_to_be64(x)
#define __be16_to_cpu(x) be16_to_cpu(x)
#define __be32_to_cpu(x) be32_to_cpu(x)
#define __be64_to_cpu(x) be64_to_cpu(x)
#define __constant_cpu_to_be16(x) cpu_to_be16(x)
#define __constant_cpu_to_be32(x) cpu_to_be32(x)
#define __constant_cpu_to_le16(x) cpu_to_le16(x)
#define __constant_cpu_to_le32(x) cpu_to_le32(x)
#define __constant_htons(x) htons(x)
#define __constant_htonl(x) htonl(x)
#define htons(x) cpu_to_be16(x)
#define htonl(x) cpu_to_be32(x)
#define ntohs(x) be16_to_cpu(x)
#define ntohl(x) be32_to_cpu(x)
#define cpu_to_le16p(p) cpu_to_le16(*(p))
#define cpu_to_le32p(p) cpu_to_le32(*(p))
#define cpu_to_le64p(p) cpu_to_le64(*(p))
#define le16_to_cpup(p) le16_to_cpu(*(p))
#define le32_to_cpup(p) le32_to_cpu(*(p))
#define le64_to_cpup(p) le64_to_cpu(*(p))
#define cpu_to_be16p(p) cpu_to_be16(*(p))
#define cpu_to_be32p(p) cpu_to_be32(*(p))
#define cpu_to_be64p(p) cpu_to_be64(*(p))
#define be16_to_cpup(p) be16_to_cpu(*(p))
#define be32_to_cpup(p) be32_to_cpu(*(p))
#define be64_to_cpup(p) be64_to_cpu(*(p))
#define cpu_to_be16s(p) swab16s(p)
#define cpu_to_be32s(p) swab32s(p)
#define cpu_to_be64s(p) swab64s(p)
#define be16_to_cpus(p) swab16s(p)
#define be32_to_cpus(p) swab32s(p)
#define be64_to_cpus(p) swab64s(p)
#define cpu_to_le32s(p) ((void)(p))
#define le32_to_cpus(p) ((void)(p))
#define cpu_to_le16s(p) ((void)(p))
#define le16_to_cpus(p) ((void)(p))
static inline void le16_add_cpu(__le16* var, u16 val) { *var += val; }
static inline void le32_add_cpu(__le32* var, u32 val) { *var += val; }
static inline void le64_add_cpu(__le64* var, u64 val) { *var += val; }
static inline void be16_add_cpu(__be16* var, u16 val) { *var = swab16(swab16(*var) + val); }
static inline void be32_add_cpu(__be32* var, u32 val) { *var = swab32(swab32(*var) + val); }
static inline void be64_add_cpu(__be64* var, u64 val) { *var = swab64(swab64(*var) + val); }

#endif
