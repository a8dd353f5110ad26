// xxHash by Yann Collet, from its published definition. Values equal the real kernel's.
//
// A digest is made of four lanes, which take stripes of four words, and of the bytes left over.
#include <linux/bitops.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/string.h>
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
#define STRIPE32 16
#define STRIPE64 32

static u32 round32(u32 acc, u32 input) { return rol32(acc + input * P32_2, 13) * P32_1; }
static void start32(u32 v[4], u32 seed) {
  v[0] = seed + P32_1 + P32_2;
  v[1] = seed + P32_2;
  v[2] = seed;
  v[3] = seed - P32_1;
}
static const u8* stripe32(u32 v[4], const u8* p) {
  int i;
  for (i = 0; i < 4; i++, p += 4) v[i] = round32(v[i], *(const u32*)p);
  return p;
}
static u32 join32(const u32 v[4]) {
  return rol32(v[0], 1) + rol32(v[1], 7) + rol32(v[2], 12) + rol32(v[3], 18);
}
static u32 finish32(u32 h, const u8* p, const u8* end) {
  for (; end - p >= 4; p += 4) h = rol32(h + *(const u32*)p * P32_3, 17) * P32_4;
  for (; p < end; p++) h = rol32(h + *p * P32_5, 11) * P32_1;
  h = (h ^ (h >> 15)) * P32_2;
  h = (h ^ (h >> 13)) * P32_3;
  return h ^ (h >> 16);
}
u32 xxh32(const void* input, size_t len, const u32 seed) {
  const u8 *p = input, *end = p + len;
  u32 v[4];
  start32(v, seed);
  while (end - p >= STRIPE32) p = stripe32(v, p);
  return finish32((len >= STRIPE32 ? join32(v) : seed + P32_5) + (u32)len, p, end);
}
EXPORT_SYMBOL(xxh32);

static u64 round64(u64 acc, u64 input) { return rol64(acc + input * P64_2, 31) * P64_1; }
static void start64(u64 v[4], u64 seed) {
  v[0] = seed + P64_1 + P64_2;
  v[1] = seed + P64_2;
  v[2] = seed;
  v[3] = seed - P64_1;
}
static const u8* stripe64(u64 v[4], const u8* p) {
  int i;
  for (i = 0; i < 4; i++, p += 8) v[i] = round64(v[i], *(const u64*)p);
  return p;
}
static u64 join64(const u64 v[4]) {
  u64 h = rol64(v[0], 1) + rol64(v[1], 7) + rol64(v[2], 12) + rol64(v[3], 18);
  int i;
  for (i = 0; i < 4; i++) h = (h ^ round64(0, v[i])) * P64_1 + P64_4;
  return h;
}
static u64 finish64(u64 h, const u8* p, const u8* end) {
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
u64 xxh64(const void* input, size_t len, const u64 seed) {
  const u8 *p = input, *end = p + len;
  u64 v[4];
  start64(v, seed);
  while (end - p >= STRIPE64) p = stripe64(v, p);
  return finish64((len >= STRIPE64 ? join64(v) : seed + P64_5) + len, p, end);
}
EXPORT_SYMBOL(xxh64);

// Streaming: whole stripes go to the lanes, the rest waits in the state.
void xxh32_reset(struct xxh32_state* state, const u32 seed) {
  memset(state, 0, sizeof(*state));
  start32(state->lanes_mm32, seed);
}
EXPORT_SYMBOL(xxh32_reset);
int xxh32_update(struct xxh32_state* state, const void* input, const size_t len) {
  const u8 *p = input, *end = p + len;
  u8* rest = (u8*)state->mem32;
  if (!input) return -EINVAL;
  state->total_len_32 += (u32)len;
  state->large_len |= len >= STRIPE32 || state->total_len_32 >= STRIPE32;
  if (state->memsize + len >= STRIPE32 && state->memsize) {
    memcpy(rest + state->memsize, p, STRIPE32 - state->memsize);
    p += STRIPE32 - state->memsize;
    stripe32(state->lanes_mm32, rest);
    state->memsize = 0;
  }
  while (!state->memsize && end - p >= STRIPE32) p = stripe32(state->lanes_mm32, p);
  memcpy(rest + state->memsize, p, end - p);
  state->memsize += end - p;
  return 0;
}
EXPORT_SYMBOL(xxh32_update);
u32 xxh32_digest(const struct xxh32_state* state) {
  const u8* rest = (const u8*)state->mem32;
  u32 h = state->large_len ? join32(state->lanes_mm32) : state->v3 + P32_5;
  return finish32(h + state->total_len_32, rest, rest + state->memsize);
}
EXPORT_SYMBOL(xxh32_digest);
void xxh32_copy_state(struct xxh32_state* dst, const struct xxh32_state* src) { *dst = *src; }
EXPORT_SYMBOL(xxh32_copy_state);

void xxh64_reset(struct xxh64_state* state, const u64 seed) {
  memset(state, 0, sizeof(*state));
  start64(state->lanes_mm32, seed);
}
EXPORT_SYMBOL(xxh64_reset);
int xxh64_update(struct xxh64_state* state, const void* input, const size_t len) {
  const u8 *p = input, *end = p + len;
  u8* rest = (u8*)state->mem64;
  if (!input) return -EINVAL;
  state->total_len += len;
  if (state->memsize + len >= STRIPE64 && state->memsize) {
    memcpy(rest + state->memsize, p, STRIPE64 - state->memsize);
    p += STRIPE64 - state->memsize;
    stripe64(state->lanes_mm32, rest);
    state->memsize = 0;
  }
  while (!state->memsize && end - p >= STRIPE64) p = stripe64(state->lanes_mm32, p);
  memcpy(rest + state->memsize, p, end - p);
  state->memsize += end - p;
  return 0;
}
EXPORT_SYMBOL(xxh64_update);
u64 xxh64_digest(const struct xxh64_state* state) {
  const u8* rest = (const u8*)state->mem64;
  u64 h = state->total_len >= STRIPE64 ? join64(state->lanes_mm32) : state->v3 + P64_5;
  return finish64(h + state->total_len, rest, rest + state->memsize);
}
EXPORT_SYMBOL(xxh64_digest);
void xxh64_copy_state(struct xxh64_state* dst, const struct xxh64_state* src) { *dst = *src; }
EXPORT_SYMBOL(xxh64_copy_state);
