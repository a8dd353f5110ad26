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

#endif
