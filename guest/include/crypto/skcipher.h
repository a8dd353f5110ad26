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

// Inline in Linux.
struct crypto_tfm* crypto_skcipher_tfm(struct crypto_skcipher* tfm);
void crypto_free_skcipher(struct crypto_skcipher* tfm);
void crypto_free_sync_skcipher(struct crypto_sync_skcipher* tfm);
const char* crypto_skcipher_driver_name(struct crypto_skcipher* tfm);
struct skcipher_alg* crypto_skcipher_alg(struct crypto_skcipher* tfm);
unsigned int crypto_skcipher_alg_ivsize(struct skcipher_alg* alg);
unsigned int crypto_skcipher_ivsize(struct crypto_skcipher* tfm);
unsigned int crypto_sync_skcipher_ivsize(struct crypto_sync_skcipher* tfm);
unsigned int crypto_skcipher_blocksize(struct crypto_skcipher* tfm);
unsigned int crypto_skcipher_alg_chunksize(struct skcipher_alg* alg);
unsigned int crypto_skcipher_chunksize(struct crypto_skcipher* tfm);
unsigned int crypto_sync_skcipher_blocksize(struct crypto_sync_skcipher* tfm);
unsigned int crypto_skcipher_alignmask(struct crypto_skcipher* tfm);
u32 crypto_skcipher_get_flags(struct crypto_skcipher* tfm);
void crypto_skcipher_set_flags(struct crypto_skcipher* tfm, u32 flags);
void crypto_skcipher_clear_flags(struct crypto_skcipher* tfm, u32 flags);
u32 crypto_sync_skcipher_get_flags(struct crypto_sync_skcipher* tfm);
void crypto_sync_skcipher_set_flags(struct crypto_sync_skcipher* tfm, u32 flags);
void crypto_sync_skcipher_clear_flags(struct crypto_sync_skcipher* tfm, u32 flags);
int crypto_sync_skcipher_setkey(struct crypto_sync_skcipher* tfm, const u8* key,
                                unsigned int keylen);
unsigned int crypto_skcipher_min_keysize(struct crypto_skcipher* tfm);
unsigned int crypto_skcipher_max_keysize(struct crypto_skcipher* tfm);
struct crypto_skcipher* crypto_skcipher_reqtfm(struct skcipher_request* req);
struct crypto_sync_skcipher* crypto_sync_skcipher_reqtfm(struct skcipher_request* req);
unsigned int crypto_skcipher_reqsize(struct crypto_skcipher* tfm);
void skcipher_request_set_tfm(struct skcipher_request* req, struct crypto_skcipher* tfm);
void skcipher_request_set_sync_tfm(struct skcipher_request* req, struct crypto_sync_skcipher* tfm);
struct skcipher_request* skcipher_request_cast(struct crypto_async_request* req);
struct skcipher_request* skcipher_request_alloc(struct crypto_skcipher* tfm, gfp_t gfp);
void skcipher_request_free(struct skcipher_request* req);
void skcipher_request_zero(struct skcipher_request* req);
void skcipher_request_set_callback(struct skcipher_request* req, u32 flags,
                                   crypto_completion_t compl, void* data);
void skcipher_request_set_crypt(struct skcipher_request* req, struct scatterlist* src,
                                struct scatterlist* dst, unsigned int cryptlen, void* iv);

// Inline in Linux.
struct crypto_tfm* crypto_skcipher_tfm(struct crypto_skcipher* tfm);
void crypto_free_skcipher(struct crypto_skcipher* tfm);
void crypto_free_sync_skcipher(struct crypto_sync_skcipher* tfm);
const char* crypto_skcipher_driver_name(struct crypto_skcipher* tfm);
struct skcipher_alg* crypto_skcipher_alg(struct crypto_skcipher* tfm);
unsigned int crypto_skcipher_alg_ivsize(struct skcipher_alg* alg);
unsigned int crypto_skcipher_ivsize(struct crypto_skcipher* tfm);
unsigned int crypto_sync_skcipher_ivsize(struct crypto_sync_skcipher* tfm);
unsigned int crypto_skcipher_blocksize(struct crypto_skcipher* tfm);
unsigned int crypto_skcipher_alg_chunksize(struct skcipher_alg* alg);
unsigned int crypto_skcipher_chunksize(struct crypto_skcipher* tfm);
unsigned int crypto_sync_skcipher_blocksize(struct crypto_sync_skcipher* tfm);
unsigned int crypto_skcipher_alignmask(struct crypto_skcipher* tfm);
u32 crypto_skcipher_get_flags(struct crypto_skcipher* tfm);
void crypto_skcipher_set_flags(struct crypto_skcipher* tfm, u32 flags);
void crypto_skcipher_clear_flags(struct crypto_skcipher* tfm, u32 flags);
u32 crypto_sync_skcipher_get_flags(struct crypto_sync_skcipher* tfm);
void crypto_sync_skcipher_set_flags(struct crypto_sync_skcipher* tfm, u32 flags);
void crypto_sync_skcipher_clear_flags(struct crypto_sync_skcipher* tfm, u32 flags);
int crypto_sync_skcipher_setkey(struct crypto_sync_skcipher* tfm, const u8* key,
                                unsigned int keylen);
unsigned int crypto_skcipher_min_keysize(struct crypto_skcipher* tfm);
unsigned int crypto_skcipher_max_keysize(struct crypto_skcipher* tfm);
struct crypto_skcipher* crypto_skcipher_reqtfm(struct skcipher_request* req);
struct crypto_sync_skcipher* crypto_sync_skcipher_reqtfm(struct skcipher_request* req);
unsigned int crypto_skcipher_reqsize(struct crypto_skcipher* tfm);
void skcipher_request_set_tfm(struct skcipher_request* req, struct crypto_skcipher* tfm);
void skcipher_request_set_sync_tfm(struct skcipher_request* req, struct crypto_sync_skcipher* tfm);
struct skcipher_request* skcipher_request_cast(struct crypto_async_request* req);
struct skcipher_request* skcipher_request_alloc(struct crypto_skcipher* tfm, gfp_t gfp);
void skcipher_request_free(struct skcipher_request* req);
void skcipher_request_zero(struct skcipher_request* req);
void skcipher_request_set_callback(struct skcipher_request* req, u32 flags,
                                   crypto_completion_t compl, void* data);
void skcipher_request_set_crypt(struct skcipher_request* req, struct scatterlist* src,
                                struct scatterlist* dst, unsigned int cryptlen, void* iv);

#endif
