// xxHash, 32 and 64 bits.
#ifndef _LINUX_XXHASH_H
#define _LINUX_XXHASH_H

#include <linux/types.h>
u32 xxh32(const void* input, size_t length, u32 seed);
u64 xxh64(const void* input, size_t length, u64 seed);
#define xxhash(input, length, seed) ((unsigned long)xxh32(input, length, seed))
struct xxh32_state {
  u32 total_len_32;
  u32 large_len;
  u32 v1, v2, v3, v4;
  u32 mem32[4];
  u32 memsize;
};
struct xxh64_state {
  u64 total_len;
  u64 v1, v2, v3, v4;
  u64 mem64[4];
  u32 memsize;
};

#endif
