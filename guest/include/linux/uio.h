// Scattered buffers of one transfer.
#ifndef _LINUX_UIO_H
#define _LINUX_UIO_H

#include <linux/bvec.h>
#include <linux/copy_size_mm32.h>
#include <linux/kernel.h>
#include <linux/mm_types.h>
#include <linux/thread_info.h>
#include <linux/types.h>
#include <uapi/linux/uio.h>

struct bio_vec;
struct iov_iter;
struct iovec;
struct kvec;
struct page;
struct pipe_inode_info;
struct xarray;

struct iovec {
  void* iov_base;
  __kernel_size_t iov_len;
};
_Static_assert(sizeof(struct iovec) == 8, "struct iovec of 6.1 i386");
struct kvec {
  void* iov_base;
  size_t iov_len;
};
_Static_assert(sizeof(struct kvec) == 8, "struct kvec of 6.1 i386");
struct iov_iter {
  u8 iter_type;
  bool nofault;
  bool data_source;
  bool user_backed;
  union {
    size_t iov_offset;
    int last_offset;
  };
  size_t count;
  union {
    const struct iovec* iov;
    const struct kvec* kvec;
    const struct bio_vec* bvec;
    struct xarray* xarray;
    struct pipe_inode_info* pipe;
    void* ubuf;
  };
  union {
    unsigned long nr_segs;
    struct {
      unsigned int head;
      unsigned int start_head;
    };
    loff_t xarray_start;
  };
};
_Static_assert(sizeof(struct iov_iter) == 24, "struct iov_iter of 6.1 i386");

size_t copy_page_from_iter_atomic(struct page*, unsigned int, size_t, struct iov_iter*);
void iov_iter_advance(struct iov_iter*, size_t);
void iov_iter_revert(struct iov_iter*, size_t);
size_t fault_in_iov_iter_readable(const struct iov_iter*, size_t);
size_t fault_in_iov_iter_writeable(const struct iov_iter*, size_t);
size_t iov_iter_single_seg_count(const struct iov_iter*);
size_t copy_page_to_iter(struct page*, size_t, size_t, struct iov_iter*);
size_t copy_page_from_iter(struct page*, size_t, size_t, struct iov_iter*);
size_t _copy_to_iter(const void*, size_t, struct iov_iter*);
size_t _copy_from_iter(void*, size_t, struct iov_iter*);
size_t _copy_from_iter_nocache(void*, size_t, struct iov_iter*);
size_t iov_iter_zero(size_t, struct iov_iter*);
bool iov_iter_is_aligned(const struct iov_iter*, unsigned int, unsigned int);
unsigned long iov_iter_alignment(const struct iov_iter*);
unsigned long iov_iter_gap_alignment(const struct iov_iter*);
void iov_iter_init(struct iov_iter*, unsigned int, const struct iovec*, unsigned long, size_t);
void iov_iter_kvec(struct iov_iter*, unsigned int, const struct kvec*, unsigned long, size_t);
void iov_iter_bvec(struct iov_iter*, unsigned int, const struct bio_vec*, unsigned long, size_t);
void iov_iter_pipe(struct iov_iter*, unsigned int, struct pipe_inode_info*, size_t);
void iov_iter_discard(struct iov_iter*, unsigned int, size_t);
void iov_iter_xarray(struct iov_iter*, unsigned int, struct xarray*, loff_t, size_t);
ssize_t iov_iter_get_pages2(struct iov_iter*, struct page**, size_t, unsigned int, size_t*);
ssize_t iov_iter_get_pages_alloc2(struct iov_iter*, struct page***, size_t, size_t*);
int iov_iter_npages(const struct iov_iter*, int);
const void* dup_iter(struct iov_iter*, struct iov_iter*, gfp_t);
size_t csum_and_copy_to_iter(const void*, size_t, void*, struct iov_iter*);
size_t csum_and_copy_from_iter(void*, size_t, __wsum*, struct iov_iter*);
size_t hash_and_copy_to_iter(const void*, size_t, void*, struct iov_iter*);
ssize_t import_iovec(int, const struct iovec*, unsigned int, unsigned int, struct iovec**,
                     struct iov_iter*);
int import_single_range(int, void*, size_t, struct iovec*, struct iov_iter*);

static inline size_t iov_iter_count(const struct iov_iter* i) { return i->count; }
static inline size_t iov_length(const struct iovec* iov, unsigned long nr_segs) {
  size_t length = 0;
  unsigned long n;
  for (n = 0; n < nr_segs; n++) length += iov[n].iov_len;
  return length;
}

struct csum_state;
struct iov_iter_state;

#define UIO_FASTIOV 8
#define UIO_MAXIOV 1024
#define ITER_SOURCE 1
#define ITER_DEST 0
#define _copy_from_iter_flushcache _copy_from_iter_nocache
#define _copy_mc_to_iter _copy_to_iter
enum iter_type {
  ITER_IOVEC,
  ITER_KVEC,
  ITER_BVEC,
  ITER_PIPE,
  ITER_XARRAY,
  ITER_DISCARD,
  ITER_UBUF
};
struct iov_iter_state {
  size_t iov_offset;
  size_t count;
  unsigned long nr_segs;
};
void iov_iter_restore(struct iov_iter* i, struct iov_iter_state* state);
struct csum_state {
  __wsum csum;
  size_t off;
};
struct iovec* iovec_from_user(const struct iovec* uvector, unsigned long nr_segs,
                              unsigned long fast_segs, struct iovec* fast_iov, bool compat);
ssize_t __import_iovec(int type, const struct iovec* uvec, unsigned int nr_segs,
                       unsigned int fast_segs, struct iovec** iovp, struct iov_iter* i,
                       bool compat);

static inline enum iter_type iov_iter_type(const struct iov_iter* i) { return i->iter_type; }
static inline bool iter_is_ubuf(const struct iov_iter* i) { return i->iter_type == ITER_UBUF; }
static inline bool iter_is_iovec(const struct iov_iter* i) { return i->iter_type == ITER_IOVEC; }
static inline bool iov_iter_is_kvec(const struct iov_iter* i) { return i->iter_type == ITER_KVEC; }
static inline bool iov_iter_is_bvec(const struct iov_iter* i) { return i->iter_type == ITER_BVEC; }
static inline bool iov_iter_is_pipe(const struct iov_iter* i) { return i->iter_type == ITER_PIPE; }
static inline bool iov_iter_is_discard(const struct iov_iter* i) {
  return i->iter_type == ITER_DISCARD;
}
static inline bool iov_iter_is_xarray(const struct iov_iter* i) {
  return i->iter_type == ITER_XARRAY;
}
static inline bool user_backed_iter(const struct iov_iter* i) { return i->user_backed; }
static inline unsigned char iov_iter_rw(const struct iov_iter* i) {
  return i->data_source ? WRITE : READ;
}
static inline void iov_iter_save_state(struct iov_iter* iter, struct iov_iter_state* state) {
  state->iov_offset = iter->iov_offset;
  state->count = iter->count;
  state->nr_segs = iter->nr_segs;
}
static inline struct iovec iov_iter_iovec(const struct iov_iter* iter) {
  size_t rest = iter->iov->iov_len - iter->iov_offset;
  return (struct iovec){
      .iov_base = iter->iov->iov_base + iter->iov_offset,
      .iov_len = iter->count < rest ? iter->count : rest,
  };
}
static inline void iov_iter_truncate(struct iov_iter* i, u64 count) {
  if (i->count > count) i->count = count;
}
static inline void iov_iter_reexpand(struct iov_iter* i, size_t count) { i->count = count; }
static inline int iov_iter_npages_cap(struct iov_iter* i, int maxpages, size_t max_bytes) {
  size_t kept = i->count;
  int pages;
  iov_iter_truncate(i, max_bytes);
  pages = iov_iter_npages(i, maxpages);
  iov_iter_reexpand(i, kept);
  return pages;
}
static inline void iov_iter_ubuf(struct iov_iter* i, unsigned int direction, void __user* buf,
                                 size_t count) {
  *i = (struct iov_iter){
      .iter_type = ITER_UBUF,
      .user_backed = true,
      .data_source = direction != READ,
      .ubuf = buf,
      .count = count,
  };
}

// What these copy in full or not at all: a short copy is taken back.
static __always_inline __must_check size_t copy_to_iter(const void* addr, size_t bytes,
                                                        struct iov_iter* i) {
  return check_copy_size(addr, bytes, true) ? _copy_to_iter(addr, bytes, i) : 0;
}
static __always_inline __must_check size_t copy_from_iter(void* addr, size_t bytes,
                                                          struct iov_iter* i) {
  return check_copy_size(addr, bytes, false) ? _copy_from_iter(addr, bytes, i) : 0;
}
static __always_inline __must_check bool copy_from_iter_full(void* addr, size_t bytes,
                                                             struct iov_iter* i) {
  size_t copied = copy_from_iter(addr, bytes, i);
  if (likely(copied == bytes)) return true;
  iov_iter_revert(i, copied);
  return false;
}
static __always_inline __must_check size_t copy_from_iter_nocache(void* addr, size_t bytes,
                                                                  struct iov_iter* i) {
  return check_copy_size(addr, bytes, false) ? _copy_from_iter_nocache(addr, bytes, i) : 0;
}
static __always_inline __must_check bool copy_from_iter_full_nocache(void* addr, size_t bytes,
                                                                     struct iov_iter* i) {
  size_t copied = copy_from_iter_nocache(addr, bytes, i);
  if (likely(copied == bytes)) return true;
  iov_iter_revert(i, copied);
  return false;
}
static inline size_t copy_folio_to_iter(struct folio* folio, size_t offset, size_t bytes,
                                        struct iov_iter* i) {
  return copy_page_to_iter((struct page*)folio, offset, bytes, i);
}
static __always_inline __must_check bool csum_and_copy_from_iter_full(void* addr, size_t bytes,
                                                                      __wsum* csum,
                                                                      struct iov_iter* i) {
  size_t copied = csum_and_copy_from_iter(addr, bytes, csum, i);
  if (likely(copied == bytes)) return true;
  iov_iter_revert(i, copied);
  return false;
}

#endif
