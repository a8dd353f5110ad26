// SipHash-2-4 (64 bits) and HalfSipHash-1-3 (hsiphash on 32-bit machines), after the definitions of
// Aumasson and Bernstein. Values are equal to the real kernel's for equal keys.
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/siphash.h>

struct sip {
  u64 v0, v1, v2, v3;
};

static void sip_round(struct sip* s) {
  s->v0 += s->v1;
  s->v1 = rol64(s->v1, 13) ^ s->v0;
  s->v0 = rol64(s->v0, 32);
  s->v2 += s->v3;
  s->v3 = rol64(s->v3, 16) ^ s->v2;
  s->v0 += s->v3;
  s->v3 = rol64(s->v3, 21) ^ s->v0;
  s->v2 += s->v1;
  s->v1 = rol64(s->v1, 17) ^ s->v2;
  s->v2 = rol64(s->v2, 32);
}

static struct sip sip_begin(const siphash_key_t* key) {
  struct sip s = {0x736f6d6570736575ULL ^ key->key[0], 0x646f72616e646f6dULL ^ key->key[1],
                  0x6c7967656e657261ULL ^ key->key[0], 0x7465646279746573ULL ^ key->key[1]};
  return s;
}

static void sip_word(struct sip* s, u64 m) {
  s->v3 ^= m;
  sip_round(s);
  sip_round(s);
  s->v0 ^= m;
}

// `tail` has the remaining bytes in its low end; the length goes to the top byte.
static u64 sip_end(struct sip* s, u64 tail, size_t length) {
  int i;
  sip_word(s, tail | (u64)length << 56);
  s->v2 ^= 0xff;
  for (i = 0; i < 4; i++) sip_round(s);
  return s->v0 ^ s->v1 ^ s->v2 ^ s->v3;
}

u64 __siphash_unaligned(const void* data, size_t len, const siphash_key_t* key) {
  struct sip s = sip_begin(key);
  const u8* p = data;
  size_t left = len;
  u64 tail = 0;
  for (; left >= 8; left -= 8, p += 8) sip_word(&s, *(const u64*)p);
  while (left--) tail |= (u64)p[left] << (8 * left);
  return sip_end(&s, tail, len);
}
EXPORT_SYMBOL(__siphash_unaligned);
u64 __siphash_aligned(const void* data, size_t len, const siphash_key_t* key) {
  return __siphash_unaligned(data, len, key);
}
EXPORT_SYMBOL(__siphash_aligned);

static u64 sip_words(const u64* words, int count, u64 tail, size_t length,
                     const siphash_key_t* key) {
  struct sip s = sip_begin(key);
  int i;
  for (i = 0; i < count; i++) sip_word(&s, words[i]);
  return sip_end(&s, tail, length);
}
u64 siphash_1u64(const u64 a, const siphash_key_t* key) {
  return sip_words((u64[]){a}, 1, 0, 8, key);
}
EXPORT_SYMBOL(siphash_1u64);
u64 siphash_2u64(const u64 a, const u64 b, const siphash_key_t* key) {
  return sip_words((u64[]){a, b}, 2, 0, 16, key);
}
EXPORT_SYMBOL(siphash_2u64);
u64 siphash_3u64(const u64 a, const u64 b, const u64 c, const siphash_key_t* key) {
  return sip_words((u64[]){a, b, c}, 3, 0, 24, key);
}
EXPORT_SYMBOL(siphash_3u64);
u64 siphash_4u64(const u64 a, const u64 b, const u64 c, const u64 d, const siphash_key_t* key) {
  return sip_words((u64[]){a, b, c, d}, 4, 0, 32, key);
}
EXPORT_SYMBOL(siphash_4u64);
u64 siphash_1u32(const u32 a, const siphash_key_t* key) { return sip_words(NULL, 0, a, 4, key); }
EXPORT_SYMBOL(siphash_1u32);
u64 siphash_3u32(const u32 a, const u32 b, const u32 c, const siphash_key_t* key) {
  return sip_words((u64[]){(u64)b << 32 | a}, 1, c, 12, key);
}
EXPORT_SYMBOL(siphash_3u32);

struct half {
  u32 v0, v1, v2, v3;
};

static void half_round(struct half* s) {
  s->v0 += s->v1;
  s->v1 = rol32(s->v1, 5) ^ s->v0;
  s->v0 = rol32(s->v0, 16);
  s->v2 += s->v3;
  s->v3 = rol32(s->v3, 8) ^ s->v2;
  s->v0 += s->v3;
  s->v3 = rol32(s->v3, 7) ^ s->v0;
  s->v2 += s->v1;
  s->v1 = rol32(s->v1, 13) ^ s->v2;
  s->v2 = rol32(s->v2, 16);
}

static void half_word(struct half* s, u32 m) {
  s->v3 ^= m;
  half_round(s);
  s->v0 ^= m;
}

static u32 half_words(const void* data, size_t words, u32 tail, size_t length,
                      const hsiphash_key_t* key) {
  struct half s = {key->key[0], key->key[1], 0x6c796765U ^ key->key[0], 0x74656462U ^ key->key[1]};
  const u32* word = data;
  while (words--) half_word(&s, *word++);
  half_word(&s, tail | (u32)length << 24);
  s.v2 ^= 0xff;
  half_round(&s);
  half_round(&s);
  half_round(&s);
  return s.v1 ^ s.v3;
}

u32 __hsiphash_unaligned(const void* data, size_t len, const hsiphash_key_t* key) {
  const u8* end = (const u8*)data + (len & ~3u);
  size_t left = len & 3;
  u32 tail = 0;
  while (left--) tail |= (u32)end[left] << (8 * left);
  return half_words(data, len / 4, tail, len, key);
}
EXPORT_SYMBOL(__hsiphash_unaligned);
u32 __hsiphash_aligned(const void* data, size_t len, const hsiphash_key_t* key) {
  return __hsiphash_unaligned(data, len, key);
}
EXPORT_SYMBOL(__hsiphash_aligned);
u32 hsiphash_1u32(const u32 a, const hsiphash_key_t* key) {
  return half_words((u32[]){a}, 1, 0, 4, key);
}
EXPORT_SYMBOL(hsiphash_1u32);
u32 hsiphash_2u32(const u32 a, const u32 b, const hsiphash_key_t* key) {
  return half_words((u32[]){a, b}, 2, 0, 8, key);
}
EXPORT_SYMBOL(hsiphash_2u32);
u32 hsiphash_3u32(const u32 a, const u32 b, const u32 c, const hsiphash_key_t* key) {
  return half_words((u32[]){a, b, c}, 3, 0, 12, key);
}
EXPORT_SYMBOL(hsiphash_3u32);
u32 hsiphash_4u32(const u32 a, const u32 b, const u32 c, const u32 d, const hsiphash_key_t* key) {
  return half_words((u32[]){a, b, c, d}, 4, 0, 16, key);
}
EXPORT_SYMBOL(hsiphash_4u32);
