// SHA-1 and SHA-2 with 32-bit words, after FIPS 180-4. Linux: 6.1 lib/crypto/sha256.c, sha1.c.
#include <asm/byteorder.h>
#include <crypto/sha1.h>
#include <crypto/sha2.h>
#include <linux/bitops.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/string.h>

#define BLOCK 64

// Fractional parts of the cube roots of the first 64 primes.
static const u32 round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static u32 word_at(const u8* p) { return be32_to_cpu(*(const u32*)p); }

static void sha256_block(u32 state[8], const u8* data) {
  u32 w[64], v[8];
  int i;
  for (i = 0; i < 16; i++) w[i] = word_at(data + 4 * i);
  for (; i < 64; i++) {
    u32 s0 = ror32(w[i - 15], 7) ^ ror32(w[i - 15], 18) ^ w[i - 15] >> 3;
    u32 s1 = ror32(w[i - 2], 17) ^ ror32(w[i - 2], 19) ^ w[i - 2] >> 10;
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  memcpy(v, state, sizeof(v));
  for (i = 0; i < 64; i++) {
    u32 choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
    u32 majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
    u32 t1 = v[7] + (ror32(v[4], 6) ^ ror32(v[4], 11) ^ ror32(v[4], 25)) + choice +
             round_constants[i] + w[i];
    u32 t2 = (ror32(v[0], 2) ^ ror32(v[0], 13) ^ ror32(v[0], 22)) + majority;
    memmove(v + 1, v, 7 * sizeof(v[0]));
    v[4] += t1;
    v[0] = t1 + t2;
  }
  for (i = 0; i < 8; i++) state[i] += v[i];
}

void sha256_update(struct sha256_state* sctx, const u8* data, unsigned int len) {
  unsigned int held = sctx->count % BLOCK;
  sctx->count += len;
  while (held + len >= BLOCK) {
    unsigned int take = BLOCK - held;
    memcpy(sctx->buf + held, data, take);
    sha256_block(sctx->state, sctx->buf);
    data += take;
    len -= take;
    held = 0;
  }
  memcpy(sctx->buf + held, data, len);
}
EXPORT_SYMBOL(sha256_update);
void sha224_update(struct sha256_state* sctx, const u8* data, unsigned int len) {
  sha256_update(sctx, data, len);
}
EXPORT_SYMBOL(sha224_update);

static void finish(struct sha256_state* sctx, u8* out, int words) {
  static const u8 padding[BLOCK] = {0x80};
  u64 bits = sctx->count * 8;
  u8 length[8];
  int i;
  for (i = 0; i < 8; i++) length[i] = (u8)(bits >> (56 - 8 * i));
  sha256_update(sctx, padding, 1 + (119 - (unsigned int)sctx->count % BLOCK) % BLOCK);
  sha256_update(sctx, length, sizeof(length));
  for (i = 0; i < 4 * words; i++) out[i] = (u8)(sctx->state[i / 4] >> (24 - 8 * (i % 4)));
  memset(sctx, 0, sizeof(*sctx));
}
void sha256_final(struct sha256_state* sctx, u8* out) { finish(sctx, out, 8); }
EXPORT_SYMBOL(sha256_final);
void sha224_final(struct sha256_state* sctx, u8* out) { finish(sctx, out, 7); }
EXPORT_SYMBOL(sha224_final);
void sha256(const u8* data, unsigned int len, u8* out) {
  struct sha256_state state;
  sha256_init(&state);
  sha256_update(&state, data, len);
  sha256_final(&state, out);
}
EXPORT_SYMBOL(sha256);

void sha1_init(u32* buf) {
  static const u32 start[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
  memcpy(buf, start, sizeof(start));
}
EXPORT_SYMBOL(sha1_init);

static u32 sha1_mix(int round, const u32 v[5]) {
  switch (round / 20) {
    case 0:
      return ((v[1] & v[2]) | (~v[1] & v[3])) + 0x5a827999;
    case 1:
      return (v[1] ^ v[2] ^ v[3]) + 0x6ed9eba1;
    case 2:
      return ((v[1] & v[2]) | (v[1] & v[3]) | (v[2] & v[3])) + 0x8f1bbcdc;
    default:
      return (v[1] ^ v[2] ^ v[3]) + 0xca62c1d6;
  }
}
// W is room for 16 words.
void sha1_transform(u32* digest, const char* data, u32* W) {
  u32 v[5];
  int i;
  memcpy(v, digest, sizeof(v));
  for (i = 0; i < 80; i++) {
    u32 word, t;
    if (i < 16)
      word = word_at((const u8*)data + 4 * i);
    else
      word = rol32(W[(i - 3) % 16] ^ W[(i - 8) % 16] ^ W[(i - 14) % 16] ^ W[i % 16], 1);
    W[i % 16] = word;
    t = rol32(v[0], 5) + sha1_mix(i, v) + v[4] + word;
    v[4] = v[3];
    v[3] = v[2];
    v[2] = rol32(v[1], 30);
    v[1] = v[0];
    v[0] = t;
  }
  for (i = 0; i < 5; i++) digest[i] += v[i];
}
EXPORT_SYMBOL(sha1_transform);
