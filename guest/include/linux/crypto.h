// Ciphers and hashes.
#ifndef _LINUX_CRYPTO_H
#define _LINUX_CRYPTO_H

#include <linux/atomic.h>
#include <linux/bug.h>
#include <linux/completion.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/refcount.h>
#include <linux/slab.h>

#define CRYPTO_MAX_ALG_NAME 128

struct cipher_alg;
struct completion;
struct compress_alg;
struct crypto_alg;
struct crypto_async_request;
struct crypto_comp;
struct crypto_tfm;
struct crypto_type;
struct crypto_wait;
struct list_head;
struct module;

#define CRYPTO_ALG_TYPE_MASK 0x0000000f
#define CRYPTO_ALG_TYPE_CIPHER 0x00000001
#define CRYPTO_ALG_TYPE_COMPRESS 0x00000002
#define CRYPTO_ALG_TYPE_AEAD 0x00000003
#define CRYPTO_ALG_TYPE_SKCIPHER 0x00000005
#define CRYPTO_ALG_TYPE_KPP 0x00000008
#define CRYPTO_ALG_TYPE_ACOMPRESS 0x0000000a
#define CRYPTO_ALG_TYPE_SCOMPRESS 0x0000000b
#define CRYPTO_ALG_TYPE_RNG 0x0000000c
#define CRYPTO_ALG_TYPE_AKCIPHER 0x0000000d
#define CRYPTO_ALG_TYPE_HASH 0x0000000e
#define CRYPTO_ALG_TYPE_SHASH 0x0000000e
#define CRYPTO_ALG_TYPE_AHASH 0x0000000f
#define CRYPTO_ALG_TYPE_HASH_MASK 0x0000000e
#define CRYPTO_ALG_TYPE_AHASH_MASK 0x0000000e
#define CRYPTO_ALG_TYPE_ACOMPRESS_MASK 0x0000000e
#define CRYPTO_ALG_LARVAL 0x00000010
#define CRYPTO_ALG_DEAD 0x00000020
#define CRYPTO_ALG_DYING 0x00000040
#define CRYPTO_ALG_ASYNC 0x00000080
#define CRYPTO_ALG_NEED_FALLBACK 0x00000100
#define CRYPTO_ALG_TESTED 0x00000400
#define CRYPTO_ALG_INSTANCE 0x00000800
#define CRYPTO_ALG_KERN_DRIVER_ONLY 0x00001000
#define CRYPTO_ALG_INTERNAL 0x00002000
#define CRYPTO_ALG_OPTIONAL_KEY 0x00004000
#define CRYPTO_NOLOAD 0x00008000
#define CRYPTO_ALG_ALLOCATES_MEMORY 0x00010000
#define CRYPTO_ALG_FIPS_INTERNAL 0x00020000
#define CRYPTO_TFM_NEED_KEY 0x00000001
#define CRYPTO_TFM_REQ_MASK 0x000fff00
#define CRYPTO_TFM_REQ_FORBID_WEAK_KEYS 0x00000100
#define CRYPTO_TFM_REQ_MAY_SLEEP 0x00000200
#define CRYPTO_TFM_REQ_MAY_BACKLOG 0x00000400
#define CRYPTO_MINALIGN ARCH_KMALLOC_MINALIGN
#define cra_cipher cra_u.cipher
#define cra_compress cra_u.compress
typedef struct crypto_async_request crypto_completion_data_t;
typedef void (*crypto_completion_t)(struct crypto_async_request*, int);
struct crypto_async_request {
  struct list_head list;
  crypto_completion_t complete;
  void* data;
  struct crypto_tfm* tfm;
  u32 flags;
};
struct cipher_alg {
  unsigned int cia_min_keysize;
  unsigned int cia_max_keysize;
  int (*cia_setkey)(struct crypto_tfm*, const u8*, unsigned int);
  void (*cia_encrypt)(struct crypto_tfm*, u8*, const u8*);
  void (*cia_decrypt)(struct crypto_tfm*, u8*, const u8*);
};
struct compress_alg {
  int (*coa_compress)(struct crypto_tfm*, const u8*, unsigned int, u8*, unsigned int*);
  int (*coa_decompress)(struct crypto_tfm*, const u8*, unsigned int, u8*, unsigned int*);
};
struct crypto_alg {
  struct list_head cra_list;
  struct list_head cra_users;
  u32 cra_flags;
  unsigned int cra_blocksize;
  unsigned int cra_ctxsize;
  unsigned int cra_alignmask;
  int cra_priority;
  refcount_t cra_refcnt;
  char cra_name[128];
  char cra_driver_name[128];
  const struct crypto_type* cra_type;
  union {
    struct cipher_alg cipher;
    struct compress_alg compress;
  } cra_u;
  int (*cra_init)(struct crypto_tfm*);
  void (*cra_exit)(struct crypto_tfm*);
  void (*cra_destroy)(struct crypto_alg*);
  struct module* cra_module;
};
struct crypto_wait {
  struct completion completion;
  int err;
};
void crypto_req_done(struct crypto_async_request* req, int err);
int crypto_register_alg(struct crypto_alg* alg);
void crypto_unregister_alg(struct crypto_alg* alg);
int crypto_register_algs(struct crypto_alg* algs, int count);
void crypto_unregister_algs(struct crypto_alg* algs, int count);
int crypto_has_alg(const char* name, u32 type, u32 mask);
struct crypto_tfm {
  refcount_t refcnt;
  u32 crt_flags;
  int node;
  void (*exit)(struct crypto_tfm*);
  struct crypto_alg* __crt_alg;
  void* __crt_ctx[] __aligned(8);
};
struct crypto_comp {
  struct crypto_tfm base;
};
struct crypto_tfm* crypto_alloc_base(const char* alg_name, u32 type, u32 mask);
void crypto_destroy_tfm(void* mem, struct crypto_tfm* tfm);
int alg_test(const char* driver, const char* alg, u32 type, u32 mask);
int crypto_comp_compress(struct crypto_comp* tfm, const u8* src, unsigned int slen, u8* dst,
                         unsigned int* dlen);
int crypto_comp_decompress(struct crypto_comp* tfm, const u8* src, unsigned int slen, u8* dst,
                           unsigned int* dlen);

// Inline in Linux.
void crypto_stats_init(struct crypto_alg* alg);
void crypto_stats_get(struct crypto_alg* alg);
void crypto_stats_aead_encrypt(unsigned int cryptlen, struct crypto_alg* alg, int ret);
void crypto_stats_aead_decrypt(unsigned int cryptlen, struct crypto_alg* alg, int ret);
void crypto_stats_ahash_update(unsigned int nbytes, int ret, struct crypto_alg* alg);
void crypto_stats_ahash_final(unsigned int nbytes, int ret, struct crypto_alg* alg);
void crypto_stats_akcipher_encrypt(unsigned int src_len, int ret, struct crypto_alg* alg);
void crypto_stats_akcipher_decrypt(unsigned int src_len, int ret, struct crypto_alg* alg);
void crypto_stats_akcipher_sign(int ret, struct crypto_alg* alg);
void crypto_stats_akcipher_verify(int ret, struct crypto_alg* alg);
void crypto_stats_compress(unsigned int slen, int ret, struct crypto_alg* alg);
void crypto_stats_decompress(unsigned int slen, int ret, struct crypto_alg* alg);
void crypto_stats_kpp_set_secret(struct crypto_alg* alg, int ret);
void crypto_stats_kpp_generate_public_key(struct crypto_alg* alg, int ret);
void crypto_stats_kpp_compute_shared_secret(struct crypto_alg* alg, int ret);
void crypto_stats_rng_seed(struct crypto_alg* alg, int ret);
void crypto_stats_rng_generate(struct crypto_alg* alg, unsigned int dlen, int ret);
void crypto_stats_skcipher_encrypt(unsigned int cryptlen, int ret, struct crypto_alg* alg);
void crypto_stats_skcipher_decrypt(unsigned int cryptlen, int ret, struct crypto_alg* alg);
void* crypto_get_completion_data(crypto_completion_data_t* req);
int crypto_wait_req(int err, struct crypto_wait* wait);
void crypto_init_wait(struct crypto_wait* wait);
void crypto_free_tfm(struct crypto_tfm* tfm);
const char* crypto_tfm_alg_name(struct crypto_tfm* tfm);
const char* crypto_tfm_alg_driver_name(struct crypto_tfm* tfm);
int crypto_tfm_alg_priority(struct crypto_tfm* tfm);
u32 crypto_tfm_alg_type(struct crypto_tfm* tfm);
unsigned int crypto_tfm_alg_blocksize(struct crypto_tfm* tfm);
unsigned int crypto_tfm_alg_alignmask(struct crypto_tfm* tfm);
u32 crypto_tfm_get_flags(struct crypto_tfm* tfm);
void crypto_tfm_set_flags(struct crypto_tfm* tfm, u32 flags);
void crypto_tfm_clear_flags(struct crypto_tfm* tfm, u32 flags);
void* crypto_tfm_ctx(struct crypto_tfm* tfm);
unsigned int crypto_tfm_ctx_alignment(void);
struct crypto_comp* crypto_alloc_comp(const char* alg_name, u32 type, u32 mask);
struct crypto_tfm* crypto_comp_tfm(struct crypto_comp* tfm);
void crypto_free_comp(struct crypto_comp* tfm);
int crypto_has_comp(const char* alg_name, u32 type, u32 mask);
const char* crypto_comp_name(struct crypto_comp* tfm);

#endif
