// SHA-256 and SHA-224.
#ifndef _CRYPTO_SHA2_H
#define _CRYPTO_SHA2_H

#include <linux/types.h>
#define SHA224_DIGEST_SIZE 28
#define SHA224_BLOCK_SIZE 64
#define SHA256_DIGEST_SIZE 32
#define SHA256_BLOCK_SIZE 64
struct sha256_state {
  u32 state[SHA256_DIGEST_SIZE / 4];
  u64 count;
  u8 buf[SHA256_BLOCK_SIZE];
};
static inline void sha256_init(struct sha256_state* sctx) {
  *sctx = (struct sha256_state){.state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                          0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
}
static inline void sha224_init(struct sha256_state* sctx) {
  *sctx = (struct sha256_state){.state = {0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939,
                                          0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4}};
}
void sha256_update(struct sha256_state* sctx, const u8* data, unsigned int len);
void sha224_update(struct sha256_state* sctx, const u8* data, unsigned int len);
void sha256_final(struct sha256_state* sctx, u8* out);
void sha224_final(struct sha256_state* sctx, u8* out);
void sha256(const u8* data, unsigned int len, u8* out);

#endif
