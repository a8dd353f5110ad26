// The hash of names: a word of four bytes at a time, two accumulators, folded in the end. What is
// left of the last word counts with zeros behind it.
// Linux 6.1: fs/namei.c with CONFIG_DCACHE_WORD_ACCESS on 32 bits, <linux/hash.h>.
#include <linux/bitops.h>
#include <linux/export.h>
#include <linux/hash.h>
#include <linux/string.h>
#include <linux/stringhash.h>

struct state {
  u32 x, y;
};

static void mix(struct state* s, u32 word) {
  s->x ^= word;
  s->y ^= s->x;
  s->x = rol32(s->x, 7) + s->y;
  s->y = rol32(s->y, 20) * 9;
}

static u32 hash_bytes(const void* salt, const char* name, unsigned int len) {
  struct state s = {0, (u32)(unsigned long)salt};
  u32 word = 0;
  for (; len >= sizeof word; len -= sizeof word, name += sizeof word) {
    memcpy(&word, name, sizeof word);
    mix(&s, word);
  }
  word = 0;
  memcpy(&word, name, len);
  s.x ^= word;
  return __hash_32(s.y ^ __hash_32(s.x));
}

unsigned int full_name_hash(const void* salt, const char* name, unsigned int len) {
  return hash_bytes(salt, name, len);
}
EXPORT_SYMBOL(full_name_hash);

u64 hashlen_string(const void* salt, const char* name) {
  const unsigned int len = strlen(name);
  return hashlen_create(hash_bytes(salt, name, len), len);
}
EXPORT_SYMBOL(hashlen_string);
