// The BLAKE2s hash. Linux: 6.1 include/crypto/blake2s.h.
#ifndef _CRYPTO_BLAKE2S_H
#define _CRYPTO_BLAKE2S_H

#include <linux/bug.h>
#include <linux/string.h>
#include <linux/types.h>

enum blake2s_lengths {
  BLAKE2S_BLOCK_SIZE = 64,
  BLAKE2S_HASH_SIZE = 32,
  BLAKE2S_KEY_SIZE = 32,
  BLAKE2S_128_HASH_SIZE = 16,
  BLAKE2S_160_HASH_SIZE = 20,
  BLAKE2S_224_HASH_SIZE = 28,
  BLAKE2S_256_HASH_SIZE = 32
};
struct blake2s_state {
  u32 h[8];
  u32 t[2];
  u32 f[2];
  u8 buf[BLAKE2S_BLOCK_SIZE];
  unsigned int buflen;
  unsigned int outlen;
};
_Static_assert(sizeof(struct blake2s_state) == 120, "struct blake2s_state of 6.1 i386");
enum blake2s_iv {
  BLAKE2S_IV0 = 0x6A09E667UL,
  BLAKE2S_IV1 = 0xBB67AE85UL,
  BLAKE2S_IV2 = 0x3C6EF372UL,
  BLAKE2S_IV3 = 0xA54FF53AUL,
  BLAKE2S_IV4 = 0x510E527FUL,
  BLAKE2S_IV5 = 0x9B05688CUL,
  BLAKE2S_IV6 = 0x1F83D9ABUL,
  BLAKE2S_IV7 = 0x5BE0CD19UL
};

void blake2s_update(struct blake2s_state* state, const u8* in, size_t inlen);
void blake2s_final(struct blake2s_state* state, u8* out);

static inline void __blake2s_init(struct blake2s_state* state, size_t outlen, const void* key,
                                  size_t keylen) {
  *state = (struct blake2s_state){.h = {BLAKE2S_IV0, BLAKE2S_IV1, BLAKE2S_IV2, BLAKE2S_IV3,
                                        BLAKE2S_IV4, BLAKE2S_IV5, BLAKE2S_IV6, BLAKE2S_IV7},
                                  .outlen = outlen};
  state->h[0] ^= 0x01010000 | keylen << 8 | outlen;
  if (!keylen) return;
  memcpy(state->buf, key, keylen);
  state->buflen = BLAKE2S_BLOCK_SIZE;
}
static inline void blake2s_init(struct blake2s_state* state, const size_t outlen) {
  __blake2s_init(state, outlen, NULL, 0);
}
static inline void blake2s_init_key(struct blake2s_state* state, const size_t outlen,
                                    const void* key, const size_t keylen) {
  __blake2s_init(state, outlen, key, keylen);
}
static inline void blake2s(u8* out, const u8* in, const u8* key, const size_t outlen,
                           const size_t inlen, const size_t keylen) {
  struct blake2s_state state;
  __blake2s_init(&state, outlen, key, keylen);
  blake2s_update(&state, in, inlen);
  blake2s_final(&state, out);
}

#endif
