// Pieces of pages, and an iterator over them.
#ifndef _LINUX_BVEC_H
#define _LINUX_BVEC_H

#include <linux/bug.h>
#include <linux/errno.h>
#include <linux/highmem.h>
#include <linux/limits.h>
#include <linux/minmax.h>
#include <linux/mm.h>
#include <linux/types.h>

struct bio_vec;
struct bvec_iter;
struct bvec_iter_all;

struct bio_vec {
  struct page* bv_page;
  unsigned int bv_len;
  unsigned int bv_offset;
};
_Static_assert(sizeof(struct bio_vec) == 12, "struct bio_vec of 6.1 i386");
struct bvec_iter {
  sector_t bi_sector;
  unsigned int bi_size;
  unsigned int bi_idx;
  unsigned int bi_bvec_done;
};
struct bvec_iter_all {
  struct bio_vec bv;
  int idx;
  unsigned int done;
};

// Inline in Linux.
struct page;
void bvec_set_page(struct bio_vec* bv, struct page* page, unsigned int len, unsigned int offset);
bool bvec_iter_advance(const struct bio_vec* bv, struct bvec_iter* iter, unsigned int bytes);
void bvec_iter_advance_single(const struct bio_vec* bv, struct bvec_iter* iter, unsigned int bytes);
struct bio_vec* bvec_init_iter_all(struct bvec_iter_all* iter_all);
void bvec_advance(const struct bio_vec* bvec, struct bvec_iter_all* iter_all);
void* bvec_kmap_local(struct bio_vec* bvec);
void memcpy_from_bvec(char* to, struct bio_vec* bvec);
void memcpy_to_bvec(struct bio_vec* bvec, const char* from);
void memzero_bvec(struct bio_vec* bvec);
void* bvec_virt(struct bio_vec* bvec);

// Inline in Linux.
void bvec_set_page(struct bio_vec* bv, struct page* page, unsigned int len, unsigned int offset);
bool bvec_iter_advance(const struct bio_vec* bv, struct bvec_iter* iter, unsigned int bytes);
void bvec_iter_advance_single(const struct bio_vec* bv, struct bvec_iter* iter, unsigned int bytes);
struct bio_vec* bvec_init_iter_all(struct bvec_iter_all* iter_all);
void bvec_advance(const struct bio_vec* bvec, struct bvec_iter_all* iter_all);
void* bvec_kmap_local(struct bio_vec* bvec);
void memcpy_from_bvec(char* to, struct bio_vec* bvec);
void memcpy_to_bvec(struct bio_vec* bvec, const char* from);
void memzero_bvec(struct bio_vec* bvec);
void* bvec_virt(struct bio_vec* bvec);

// The piece of one page that the iterator stands at.
#define __bvec_iter_bvec(bvec, iter) (&(bvec)[(iter).bi_idx])
#define bvec_iter_offset(bvec, iter) \
  ((__bvec_iter_bvec((bvec), (iter))->bv_offset + (iter).bi_bvec_done) % PAGE_SIZE)
#define bvec_iter_page(bvec, iter)             \
  (__bvec_iter_bvec((bvec), (iter))->bv_page + \
   (__bvec_iter_bvec((bvec), (iter))->bv_offset + (iter).bi_bvec_done) / PAGE_SIZE)
#define bvec_iter_len(bvec, iter)                                                            \
  min_t(unsigned,                                                                            \
        min((iter).bi_size, __bvec_iter_bvec((bvec), (iter))->bv_len - (iter).bi_bvec_done), \
        PAGE_SIZE - bvec_iter_offset(bvec, iter))
#define bvec_iter_bvec(bvec, iter)                             \
  ((struct bio_vec){.bv_page = bvec_iter_page((bvec), (iter)), \
                    .bv_len = bvec_iter_len((bvec), (iter)),   \
                    .bv_offset = bvec_iter_offset((bvec), (iter))})

#endif
