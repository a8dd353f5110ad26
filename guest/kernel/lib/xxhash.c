// xxHash by Yann Collet, from its published definition. Values equal the real kernel's.
#include <linux/bitops.h>
#include <linux/export.h>
#include <linux/xxhash.h>

#define P32_1 2654435761U
#define P32_2 2246822519U
#define P32_3 3266489917U
#define P32_4 668265263U
#define P32_5 374761393U
#define P64_1 11400714785074694791ULL
#define P64_2 14029467366897019727ULL
#define P64_3 1609587929392839161ULL
#define P64_4 9650029242287828579ULL
#define P64_5 2870177450012600261ULL

static u32 round32(u32 acc, u32 input) { return rol32(acc + input * P32_2, 13) * P32_1; }

u32 xxh32(const void* input, size_t len, const u32 seed) {
  const u8 *p = input, *end = p + len;
  u32 h = seed + P32_5;
  if (len >= 16) {
    u32 v[4] = {seed + P32_1 + P32_2, seed + P32_2, seed, seed - P32_1};
    do {
      int i;
      for (i = 0; i < 4; i++, p += 4) v[i] = round32(v[i], *(const u32*)p);
    } while (end - p >= 16);
    h = rol32(v[0], 1) + rol32(v[1], 7) + rol32(v[2], 12) + rol32(v[3], 18);
  }
  h += (u32)len;
  for (; end - p >= 4; p += 4) h = rol32(h + *(const u32*)p * P32_3, 17) * P32_4;
  for (; p < end; p++) h = rol32(h + *p * P32_5, 11) * P32_1;
  h = (h ^ (h >> 15)) * P32_2;
  h = (h ^ (h >> 13)) * P32_3;
  return h ^ (h >> 16);
}
EXPORT_SYMBOL(xxh32);

static u64 round64(u64 acc, u64 input) { return rol64(acc + input * P64_2, 31) * P64_1; }

u64 xxh64(const void* input, size_t len, const u64 seed) {
  const u8 *p = input, *end = p + len;
  u64 h = seed + P64_5;
  if (len >= 32) {
    u64 v[4] = {seed + P64_1 + P64_2, seed + P64_2, seed, seed - P64_1};
    int i;
    do {
      for (i = 0; i < 4; i++, p += 8) v[i] = round64(v[i], *(const u64*)p);
    } while (end - p >= 32);
    h = rol64(v[0], 1) + rol64(v[1], 7) + rol64(v[2], 12) + rol64(v[3], 18);
    for (i = 0; i < 4; i++) h = (h ^ round64(0, v[i])) * P64_1 + P64_4;
  }
  h += len;
  for (; end - p >= 8; p += 8) h = rol64(h ^ round64(0, *(const u64*)p), 27) * P64_1 + P64_4;
  if (end - p >= 4) {
    h = rol64(h ^ ((u64) * (const u32*)p * P64_1), 23) * P64_2 + P64_3;
    p += 4;
  }
  for (; p < end; p++) h = rol64(h ^ (*p * P64_5), 11) * P64_1;
  h = (h ^ (h >> 33)) * P64_2;
  h = (h ^ (h >> 29)) * P64_3;
  return h ^ (h >> 32);
}
EXPORT_SYMBOL(xxh64);
