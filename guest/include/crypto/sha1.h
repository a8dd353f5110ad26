// SHA-1, one block at a time.
#ifndef _CRYPTO_SHA1_H
#define _CRYPTO_SHA1_H

#include <linux/types.h>
#define SHA1_DIGEST_SIZE 20
#define SHA1_BLOCK_SIZE 64
#define SHA1_DIGEST_WORDS (SHA1_DIGEST_SIZE / 4)
#define SHA1_WORKSPACE_WORDS 16
void sha1_init(u32* buf);
void sha1_transform(u32* digest, const char* data, u32* W);

struct sha1_state;
struct shash_desc;

#define SHA1_H0 0x67452301UL
#define SHA1_H1 0xefcdab89UL
#define SHA1_H2 0x98badcfeUL
#define SHA1_H3 0x10325476UL
#define SHA1_H4 0xc3d2e1f0UL
extern const u8 sha1_zero_message_hash[20];
struct sha1_state {
  u32 state[5];
  u64 count;
  u8 buffer[64];
};
int crypto_sha1_update(struct shash_desc* desc, const u8* data, unsigned int len);
int crypto_sha1_finup(struct shash_desc* desc, const u8* data, unsigned int len, u8* hash);

#endif
