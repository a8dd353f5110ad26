// Symmetric ciphers.
#ifndef _CRYPTO_SKCIPHER_H
#define _CRYPTO_SKCIPHER_H

#include <linux/container_of.h>
#include <linux/crypto.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/types.h>

struct crypto_alg;
struct crypto_async_request;
struct crypto_skcipher;
struct crypto_sync_skcipher;
struct crypto_tfm;
struct scatterlist;
struct skcipher_alg;
struct skcipher_request;

#define MAX_SYNC_SKCIPHER_REQSIZE 384
struct skcipher_request {
  unsigned int cryptlen;
  u8* iv;
  struct scatterlist* src;
  struct scatterlist* dst;
  struct crypto_async_request base;
  void* __ctx[];
};
struct crypto_skcipher {
  unsigned int reqsize;
  struct crypto_tfm base;
};
struct crypto_sync_skcipher {
  struct crypto_skcipher base;
};
struct skcipher_alg {
  int (*setkey)(struct crypto_skcipher*, const u8*, unsigned int);
  int (*encrypt)(struct skcipher_request*);
  int (*decrypt)(struct skcipher_request*);
  int (*init)(struct crypto_skcipher*);
  void (*exit)(struct crypto_skcipher*);
  unsigned int min_keysize;
  unsigned int max_keysize;
  unsigned int ivsize;
  unsigned int chunksize;
  unsigned int walksize;
  struct crypto_alg base;
};
struct crypto_skcipher* crypto_alloc_skcipher(const char* alg_name, u32 type, u32 mask);
struct crypto_sync_skcipher* crypto_alloc_sync_skcipher(const char* alg_name, u32 type, u32 mask);
int crypto_has_skcipher(const char* alg_name, u32 type, u32 mask);
int crypto_skcipher_setkey(struct crypto_skcipher* tfm, const u8* key, unsigned int keylen);
int crypto_skcipher_encrypt(struct skcipher_request* req);
int crypto_skcipher_decrypt(struct skcipher_request* req);

#endif
