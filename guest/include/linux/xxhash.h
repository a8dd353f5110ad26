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
  union {
    struct {
      u32 v1, v2, v3, v4;
    };
    u32 lanes_mm32[4];
  };
  u32 mem32[4];
  u32 memsize;
};
struct xxh64_state {
  u64 total_len;
  union {
    struct {
      u64 v1, v2, v3, v4;
    };
    u64 lanes_mm32[4];
  };
  u64 mem64[4];
  u32 memsize;
};
_Static_assert(sizeof(struct xxh32_state) == 44 && sizeof(struct xxh64_state) == 76, "6.1 i386");
void xxh32_reset(struct xxh32_state* state, u32 seed);
int xxh32_update(struct xxh32_state* state, const void* input, size_t length);
u32 xxh32_digest(const struct xxh32_state* state);
void xxh64_reset(struct xxh64_state* state, u64 seed);
int xxh64_update(struct xxh64_state* state, const void* input, size_t length);
u64 xxh64_digest(const struct xxh64_state* state);
void xxh32_copy_state(struct xxh32_state* dst, const struct xxh32_state* src);
void xxh64_copy_state(struct xxh64_state* dst, const struct xxh64_state* src);

#endif
