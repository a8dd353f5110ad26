// BLAKE2s after RFC 7693. Linux: 6.1 lib/crypto/blake2s.c; the largest of a window:
// lib/win_minmax.c.
#include <asm/unaligned.h>
#include <crypto/blake2s.h>
#include <linux/bitops.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/win_minmax.h>

static const u8 permutations[10][16] = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
                                        {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
                                        {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
                                        {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
                                        {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
                                        {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
                                        {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
                                        {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
                                        {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
                                        {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};

static void quarter(u32 v[16], int a, int b, int c, int d, u32 x, u32 y) {
  v[a] += v[b] + x;
  v[d] = ror32(v[d] ^ v[a], 16);
  v[c] += v[d];
  v[b] = ror32(v[b] ^ v[c], 12);
  v[a] += v[b] + y;
  v[d] = ror32(v[d] ^ v[a], 8);
  v[c] += v[d];
  v[b] = ror32(v[b] ^ v[c], 7);
}

static const u32 iv[8] = {BLAKE2S_IV0, BLAKE2S_IV1, BLAKE2S_IV2, BLAKE2S_IV3,
                          BLAKE2S_IV4, BLAKE2S_IV5, BLAKE2S_IV6, BLAKE2S_IV7};

static noinline void one_block(struct blake2s_state* state, const u8* block) {
  u32 m[16], v[16];
  int i, k;
  for (i = 0; i < 16; i++) m[i] = get_unaligned_le32(block + 4 * i);
  memcpy(v, state->h, 32);
  memcpy(v + 8, iv, 32);
  v[12] ^= state->t[0];
  v[13] ^= state->t[1];
  v[14] ^= state->f[0];
  v[15] ^= state->f[1];
  for (i = 0; i < 10; i++) {
    const u8* p = permutations[i];
    for (k = 0; k < 4; k++) quarter(v, k, 4 + k, 8 + k, 12 + k, m[p[2 * k]], m[p[2 * k + 1]]);
    for (k = 0; k < 4; k++)
      quarter(v, k, 4 + (k + 1) % 4, 8 + (k + 2) % 4, 12 + (k + 3) % 4, m[p[8 + 2 * k]],
              m[p[9 + 2 * k]]);
  }
  for (i = 0; i < 8; i++) state->h[i] ^= v[i] ^ v[i + 8];
}

void blake2s_compress_generic(struct blake2s_state* state, const u8* block, size_t nblocks,
                              const u32 inc);
void blake2s_compress_generic(struct blake2s_state* state, const u8* block, size_t nblocks,
                              const u32 inc) {
  for (; nblocks--; block += BLAKE2S_BLOCK_SIZE) {
    state->t[0] += inc;
    state->t[1] += state->t[0] < inc;
    one_block(state, block);
  }
}
EXPORT_SYMBOL(blake2s_compress_generic);

// The last block stays in the buffer, full or not: only the end marks it.
void blake2s_update(struct blake2s_state* state, const u8* in, size_t inlen) {
  while (inlen) {
    const size_t room = BLAKE2S_BLOCK_SIZE - state->buflen;
    const size_t take = min(room, inlen);
    if (!room) {
      blake2s_compress_generic(state, state->buf, 1, BLAKE2S_BLOCK_SIZE);
      state->buflen = 0;
      continue;
    }
    memcpy(state->buf + state->buflen, in, take);
    state->buflen += take;
    in += take;
    inlen -= take;
  }
}
EXPORT_SYMBOL(blake2s_update);

void blake2s_final(struct blake2s_state* state, u8* out) {
  u8 digest[BLAKE2S_HASH_SIZE];
  int i;
  state->f[0] = -1;
  memset(state->buf + state->buflen, 0, BLAKE2S_BLOCK_SIZE - state->buflen);
  blake2s_compress_generic(state, state->buf, 1, state->buflen);
  for (i = 0; i < 8; i++) put_unaligned_le32(state->h[i], digest + 4 * i);
  memcpy(out, digest, min_t(size_t, state->outlen, sizeof(digest)));
  memzero_explicit(state, sizeof(*state));
}
EXPORT_SYMBOL(blake2s_final);

// The best three are kept, each later than the one before: the first leaves with the window.
static u32 keep_three(struct minmax* m, u32 win, const struct minmax_sample* value) {
  const u32 age = value->t - m->s[0].t;
  if (age > win) {
    m->s[0] = m->s[1];
    m->s[1] = m->s[2];
    m->s[2] = *value;
    if (value->t - m->s[0].t > win) {
      m->s[0] = m->s[1];
      m->s[1] = m->s[2];
      m->s[2] = *value;
    }
  } else if (m->s[1].t == m->s[0].t && age > win / 4) {
    m->s[2] = m->s[1] = *value;
  } else if (m->s[2].t == m->s[1].t && age > win / 2) {
    m->s[2] = *value;
  }
  return m->s[0].v;
}

u32 minmax_running_max(struct minmax* m, u32 win, u32 t, u32 meas) {
  const struct minmax_sample value = {t, meas};
  if (meas >= m->s[0].v || t - m->s[2].t > win) return minmax_reset(m, t, meas);
  if (meas >= m->s[1].v)
    m->s[2] = m->s[1] = value;
  else if (meas >= m->s[2].v)
    m->s[2] = value;
  return keep_three(m, win, &value);
}
EXPORT_SYMBOL(minmax_running_max);

u32 minmax_running_min(struct minmax* m, u32 win, u32 t, u32 meas) {
  const struct minmax_sample value = {t, meas};
  if (meas <= m->s[0].v || t - m->s[2].t > win) return minmax_reset(m, t, meas);
  if (meas <= m->s[1].v)
    m->s[2] = m->s[1] = value;
  else if (meas <= m->s[2].v)
    m->s[2] = value;
  return keep_three(m, win, &value);
}
