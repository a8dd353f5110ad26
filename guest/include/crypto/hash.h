// Hashes.
#ifndef _CRYPTO_HASH_H
#define _CRYPTO_HASH_H

#include <linux/crypto.h>
#include <linux/string.h>

struct crypto_shash;
struct shash_desc;

struct crypto_shash* crypto_alloc_shash(const char*, u32, u32);
int crypto_shash_setkey(struct crypto_shash*, const u8*, unsigned int);
int crypto_shash_digest(struct shash_desc*, const u8*, unsigned int, u8*);
int crypto_shash_tfm_digest(struct crypto_shash*, const u8*, unsigned int, u8*);
int crypto_shash_update(struct shash_desc*, const u8*, unsigned int);
int crypto_shash_final(struct shash_desc*, u8*);
int crypto_shash_finup(struct shash_desc*, const u8*, unsigned int, u8*);

#endif
