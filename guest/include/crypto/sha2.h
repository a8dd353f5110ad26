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

struct sha512_state;
struct shash_desc;

#define SHA384_DIGEST_SIZE 48
#define SHA384_BLOCK_SIZE 128
#define SHA512_DIGEST_SIZE 64
#define SHA512_BLOCK_SIZE 128
#define SHA224_H0 0xc1059ed8UL
#define SHA224_H1 0x367cd507UL
#define SHA224_H2 0x3070dd17UL
#define SHA224_H3 0xf70e5939UL
#define SHA224_H4 0xffc00b31UL
#define SHA224_H5 0x68581511UL
#define SHA224_H6 0x64f98fa7UL
#define SHA224_H7 0xbefa4fa4UL
#define SHA256_H0 0x6a09e667UL
#define SHA256_H1 0xbb67ae85UL
#define SHA256_H2 0x3c6ef372UL
#define SHA256_H3 0xa54ff53aUL
#define SHA256_H4 0x510e527fUL
#define SHA256_H5 0x9b05688cUL
#define SHA256_H6 0x1f83d9abUL
#define SHA256_H7 0x5be0cd19UL
#define SHA384_H0 0xcbbb9d5dc1059ed8ULL
#define SHA384_H1 0x629a292a367cd507ULL
#define SHA384_H2 0x9159015a3070dd17ULL
#define SHA384_H3 0x152fecd8f70e5939ULL
#define SHA384_H4 0x67332667ffc00b31ULL
#define SHA384_H5 0x8eb44a8768581511ULL
#define SHA384_H6 0xdb0c2e0d64f98fa7ULL
#define SHA384_H7 0x47b5481dbefa4fa4ULL
#define SHA512_H0 0x6a09e667f3bcc908ULL
#define SHA512_H1 0xbb67ae8584caa73bULL
#define SHA512_H2 0x3c6ef372fe94f82bULL
#define SHA512_H3 0xa54ff53a5f1d36f1ULL
#define SHA512_H4 0x510e527fade682d1ULL
#define SHA512_H5 0x9b05688c2b3e6c1fULL
#define SHA512_H6 0x1f83d9abfb41bd6bULL
#define SHA512_H7 0x5be0cd19137e2179ULL
extern const u8 sha224_zero_message_hash[28];
extern const u8 sha256_zero_message_hash[32];
extern const u8 sha384_zero_message_hash[48];
extern const u8 sha512_zero_message_hash[64];
struct sha512_state {
  u64 state[8];
  u64 count[2];
  u8 buf[128];
};
int crypto_sha256_update(struct shash_desc* desc, const u8* data, unsigned int len);
int crypto_sha256_finup(struct shash_desc* desc, const u8* data, unsigned int len, u8* hash);
int crypto_sha512_update(struct shash_desc* desc, const u8* data, unsigned int len);
int crypto_sha512_finup(struct shash_desc* desc, const u8* data, unsigned int len, u8* hash);

#endif
