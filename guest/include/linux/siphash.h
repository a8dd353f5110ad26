// SipHash-2-4 and its short form for hash tables. On a 32-bit machine hsiphash is HalfSipHash-1-3.
#ifndef _LINUX_SIPHASH_H
#define _LINUX_SIPHASH_H

#include <linux/kernel.h>
#include <linux/types.h>

#define SIPHASH_ALIGNMENT __alignof__(u64)
#define HSIPHASH_ALIGNMENT __alignof__(unsigned long)
typedef struct {
  u64 key[2];
} siphash_key_t;
typedef struct {
  unsigned long key[2];
} hsiphash_key_t;

static inline bool siphash_key_is_zero(const siphash_key_t* key) {
  return !(key->key[0] | key->key[1]);
}
u64 __siphash_aligned(const void* data, size_t len, const siphash_key_t* key);
u64 __siphash_unaligned(const void* data, size_t len, const siphash_key_t* key);
u64 siphash_1u64(const u64 a, const siphash_key_t* key);
u64 siphash_2u64(const u64 a, const u64 b, const siphash_key_t* key);
u64 siphash_3u64(const u64 a, const u64 b, const u64 c, const siphash_key_t* key);
u64 siphash_4u64(const u64 a, const u64 b, const u64 c, const u64 d, const siphash_key_t* key);
u64 siphash_1u32(const u32 a, const siphash_key_t* key);
u64 siphash_3u32(const u32 a, const u32 b, const u32 c, const siphash_key_t* key);
static inline u64 siphash_2u32(const u32 a, const u32 b, const siphash_key_t* key) {
  return siphash_1u64((u64)b << 32 | a, key);
}
static inline u64 siphash_4u32(const u32 a, const u32 b, const u32 c, const u32 d,
                               const siphash_key_t* key) {
  return siphash_2u64((u64)b << 32 | a, (u64)d << 32 | c, key);
}
#define siphash(data, len, key) __siphash_unaligned(data, len, key)

u32 __hsiphash_aligned(const void* data, size_t len, const hsiphash_key_t* key);
u32 __hsiphash_unaligned(const void* data, size_t len, const hsiphash_key_t* key);
u32 hsiphash_1u32(const u32 a, const hsiphash_key_t* key);
u32 hsiphash_2u32(const u32 a, const u32 b, const hsiphash_key_t* key);
u32 hsiphash_3u32(const u32 a, const u32 b, const u32 c, const hsiphash_key_t* key);
u32 hsiphash_4u32(const u32 a, const u32 b, const u32 c, const u32 d, const hsiphash_key_t* key);
#define hsiphash(data, len, key) __hsiphash_unaligned(data, len, key)

#define siphash_aligned_key_t siphash_key_t __aligned(16)
#define SIPHASH_CONST_0 0x736f6d6570736575ULL
#define SIPHASH_CONST_1 0x646f72616e646f6dULL
#define SIPHASH_CONST_2 0x6c7967656e657261ULL
#define SIPHASH_CONST_3 0x7465646279746573ULL
#define HSIPHASH_CONST_0 0U
#define HSIPHASH_CONST_1 0U
#define HSIPHASH_CONST_2 0x6c796765U
#define HSIPHASH_CONST_3 0x74656462U

#endif
