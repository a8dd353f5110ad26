// The hash of names in directories: four bytes at a time, mixed by adding, turning and exclusive
// or.
//
// Bytes behind the end count as zero. The hash of a name depends on its salt, the address of the
// parent. Linux: 6.1 fs/namei.c (with words at a time, 32 bits), lib/dcache users of
// include/linux/stringhash.h.
#include <linux/bitops.h>
#include <linux/export.h>
#include <linux/hash.h>
#include <linux/string.h>
#include <linux/stringhash.h>

struct name_hash {
  u32 x, y;
};

static void mix(struct name_hash* h, u32 word) {
  h->x ^= word;
  h->y ^= h->x;
  h->x = rol32(h->x, 7);
  h->x += h->y;
  h->y = rol32(h->y, 20);
  h->y *= 9;
}

unsigned int full_name_hash(const void* salt, const char* name, unsigned int len) {
  struct name_hash h = {0, (u32)salt};
  u32 word = 0;
  for (; len >= sizeof(word); len -= sizeof(word), name += sizeof(word)) {
    memcpy(&word, name, sizeof(word));
    mix(&h, word);
  }
  word = 0;
  memcpy(&word, name, len);
  if (len) h.x ^= word;
  return __hash_32(h.y ^ __hash_32(h.x));
}
EXPORT_SYMBOL(full_name_hash);

u64 hashlen_string(const void* salt, const char* name) {
  const u32 len = strlen(name);
  return hashlen_create(full_name_hash(salt, name, len), len);
}
EXPORT_SYMBOL(hashlen_string);
