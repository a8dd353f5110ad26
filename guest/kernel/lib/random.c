// Random numbers, and pseudo-random sequences with a seed of the caller (four tausworthe generators
// of L'Ecuyer 1999), whose values are those of the real kernel.
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/prandom.h>
#include <linux/random.h>
#include <linux/uuid.h>

#include "host.h"

void get_random_bytes(void* buf, size_t len) {
  u8* p = buf;
  while (len) {
    u32 word = mm32_random_u32();
    size_t n = min(len, sizeof(word));
    memcpy(p, &word, n);
    p += n;
    len -= n;
  }
}
EXPORT_SYMBOL(get_random_bytes);

// The generator is ready from the start and comes from the seed alone: nothing can be added.
int wait_for_random_bytes(void) { return 0; }
EXPORT_SYMBOL(wait_for_random_bytes);
bool rng_is_initialized(void) { return true; }
EXPORT_SYMBOL(rng_is_initialized);
void add_device_randomness(const void* buf, size_t len) {}
EXPORT_SYMBOL(add_device_randomness);
void add_interrupt_randomness(int irq) {}
EXPORT_SYMBOL_GPL(add_interrupt_randomness);
void add_input_randomness(unsigned int type, unsigned int code, unsigned int value) {}
EXPORT_SYMBOL_GPL(add_input_randomness);
void add_hwgenerator_randomness(const void* buf, size_t len, size_t entropy) {}
EXPORT_SYMBOL_GPL(add_hwgenerator_randomness);

u8 get_random_u8(void) { return mm32_random_u32(); }
EXPORT_SYMBOL(get_random_u8);
u16 get_random_u16(void) { return mm32_random_u32(); }
EXPORT_SYMBOL(get_random_u16);
u32 get_random_u32(void) { return mm32_random_u32(); }
EXPORT_SYMBOL(get_random_u32);
u64 get_random_u64(void) { return (u64)mm32_random_u32() << 32 | mm32_random_u32(); }
EXPORT_SYMBOL(get_random_u64);
u32 __get_random_u32_below(u32 ceil) {
  return ceil ? (u32)(((u64)mm32_random_u32() * ceil) >> 32) : mm32_random_u32();
}
EXPORT_SYMBOL(__get_random_u32_below);

u32 prandom_u32_state(struct rnd_state* state) {
#define STEP(s, a, b, c, d) ((s & c) << d) ^ (((s << a) ^ s) >> b)
  state->s1 = STEP(state->s1, 6U, 13U, 4294967294U, 18U);
  state->s2 = STEP(state->s2, 2U, 27U, 4294967288U, 2U);
  state->s3 = STEP(state->s3, 13U, 21U, 4294967280U, 7U);
  state->s4 = STEP(state->s4, 3U, 12U, 4294967168U, 13U);
#undef STEP
  return state->s1 ^ state->s2 ^ state->s3 ^ state->s4;
}
EXPORT_SYMBOL(prandom_u32_state);

void prandom_bytes_state(struct rnd_state* state, void* buf, size_t bytes) {
  u8* p = buf;
  for (; bytes >= 4; bytes -= 4, p += 4) *(u32*)p = prandom_u32_state(state);
  if (bytes) {
    u32 rest = prandom_u32_state(state);
    memcpy(p, &rest, bytes);
  }
}
EXPORT_SYMBOL(prandom_bytes_state);

void prandom_seed_full_state(struct rnd_state __percpu* pcpu_state) {
  struct rnd_state* state = per_cpu_ptr(pcpu_state, 0);
  int i;
  state->s1 = __seed(get_random_u32(), 2U);
  state->s2 = __seed(get_random_u32(), 8U);
  state->s3 = __seed(get_random_u32(), 16U);
  state->s4 = __seed(get_random_u32(), 128U);
  for (i = 0; i < 10; i++) prandom_u32_state(state);
}
EXPORT_SYMBOL(prandom_seed_full_state);
