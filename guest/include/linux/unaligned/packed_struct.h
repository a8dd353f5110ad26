#ifndef _LINUX_UNALIGNED_PACKED_STRUCT_H
#define _LINUX_UNALIGNED_PACKED_STRUCT_H

#include <linux/types.h>

struct __una_u16;
struct __una_u32;
struct __una_u64;

struct __una_u16 {
  u16 x;
};
struct __una_u32 {
  u32 x;
};
struct __una_u64 {
  u64 x;
};

#endif
