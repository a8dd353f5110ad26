// The ChaCha permutation, RFC 8439. Linux: 6.1 lib/crypto/chacha.c.
#include <linux/bitops.h>
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/string.h>

#include "bug_at.h"

#define WORDS 16

static void quarter(u32* x, int a, int b, int c, int d) {
  x[a] += x[b];
  x[d] = rol32(x[d] ^ x[a], 16);
  x[c] += x[d];
  x[b] = rol32(x[b] ^ x[c], 12);
  x[a] += x[b];
  x[d] = rol32(x[d] ^ x[a], 8);
  x[c] += x[d];
  x[b] = rol32(x[b] ^ x[c], 7);
}
static void permute(u32 x[WORDS], int nrounds) {
  int round, i;
  WARN_ON_ONCE_AT(nrounds != 20 && nrounds != 12, "lib/crypto/chacha.c", 21);
  for (round = 0; round < nrounds; round += 2) {
    for (i = 0; i < 4; i++) quarter(x, i, 4 + i, 8 + i, 12 + i);
    for (i = 0; i < 4; i++) quarter(x, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
  }
}

// 64 bytes of key stream; the block counter moves on.
void chacha_block_generic(u32* state, u8* stream, int nrounds);
void chacha_block_generic(u32* state, u8* stream, int nrounds) {
  u32 x[WORDS];
  int i;
  memcpy(x, state, sizeof(x));
  permute(x, nrounds);
  for (i = 0; i < WORDS; i++) x[i] += state[i];
  memcpy(stream, x, sizeof(x));
  state[12]++;
}
EXPORT_SYMBOL(chacha_block_generic);
void hchacha_block_generic(const u32* state, u32* stream, int nrounds);
void hchacha_block_generic(const u32* state, u32* stream, int nrounds) {
  u32 x[WORDS];
  memcpy(x, state, sizeof(x));
  permute(x, nrounds);
  memcpy(stream, x, 4 * sizeof(x[0]));
  memcpy(stream + 4, x + 12, 4 * sizeof(x[0]));
}
EXPORT_SYMBOL(hchacha_block_generic);
