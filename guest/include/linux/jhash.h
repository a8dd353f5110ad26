// Bob Jenkins' lookup3 hash (public domain), as the kernel's jhash.
#ifndef _LINUX_JHASH_H
#define _LINUX_JHASH_H

#include <linux/bitops.h>
#include <linux/types.h>

#define jhash_size(n) ((u32)1 << (n))
#define jhash_mask(n) (jhash_size(n) - 1)
#define JHASH_INITVAL 0xdeadbeef
#define __jhash_mix(a, b, c) \
  {                          \
    a -= c;                  \
    a ^= rol32(c, 4);        \
    c += b;                  \
    b -= a;                  \
    b ^= rol32(a, 6);        \
    a += c;                  \
    c -= b;                  \
    c ^= rol32(b, 8);        \
    b += a;                  \
    a -= c;                  \
    a ^= rol32(c, 16);       \
    c += b;                  \
    b -= a;                  \
    b ^= rol32(a, 19);       \
    a += c;                  \
    c -= b;                  \
    c ^= rol32(b, 4);        \
    b += a;                  \
  }
#define __jhash_final(a, b, c) \
  {                            \
    c ^= b;                    \
    c -= rol32(b, 14);         \
    a ^= c;                    \
    a -= rol32(c, 11);         \
    b ^= a;                    \
    b -= rol32(a, 25);         \
    c ^= b;                    \
    c -= rol32(b, 16);         \
    a ^= c;                    \
    a -= rol32(c, 4);          \
    b ^= a;                    \
    b -= rol32(a, 14);         \
    c ^= b;                    \
    c -= rol32(b, 24);         \
  }
static inline u32 jhash(const void* key, u32 length, u32 initval) {
  const u8* k = key;
  u32 a, b, c, left = length, i, tail[3] = {0, 0, 0};
  a = b = c = JHASH_INITVAL + length + initval;
  for (; left > 12; left -= 12, k += 12) {
    a += *(const u32*)k;
    b += *(const u32*)(k + 4);
    c += *(const u32*)(k + 8);
    __jhash_mix(a, b, c);
  }
  if (!left) return c;
  for (i = 0; i < left; i++) tail[i / 4] += (u32)k[i] << (8 * (i % 4));
  a += tail[0];
  b += tail[1];
  c += tail[2];
  __jhash_final(a, b, c);
  return c;
}
static inline u32 jhash2(const u32* k, u32 length, u32 initval) {
  u32 a, b, c;
  a = b = c = JHASH_INITVAL + (length << 2) + initval;
  for (; length > 3; length -= 3, k += 3) {
    a += k[0];
    b += k[1];
    c += k[2];
    __jhash_mix(a, b, c);
  }
  if (!length) return c;
  if (length > 2) c += k[2];
  if (length > 1) b += k[1];
  a += k[0];
  __jhash_final(a, b, c);
  return c;
}
static inline u32 __jhash_nwords(u32 a, u32 b, u32 c, u32 initval) {
  a += initval;
  b += initval;
  c += initval;
  __jhash_final(a, b, c);
  return c;
}
static inline u32 jhash_3words(u32 a, u32 b, u32 c, u32 initval) {
  return __jhash_nwords(a, b, c, initval + JHASH_INITVAL + (3 << 2));
}
static inline u32 jhash_2words(u32 a, u32 b, u32 initval) {
  return __jhash_nwords(a, b, 0, initval + JHASH_INITVAL + (2 << 2));
}
static inline u32 jhash_1word(u32 a, u32 initval) {
  return __jhash_nwords(a, 0, 0, initval + JHASH_INITVAL + (1 << 2));
}

#endif
