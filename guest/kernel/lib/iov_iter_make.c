// Iterators over buffers in pieces: made, measured, and turned into pages.
// Linux: 6.1 lib/iov_iter.c.
#include <linux/err.h>
#include <linux/export.h>
#include <linux/mm.h>
#include <linux/pagemap.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/uio.h>
#include <linux/xarray.h>

#include "../bug_at.h"

#define IOV_ITER_C "lib/iov_iter.c"

void iov_iter_init(struct iov_iter* i, unsigned int direction, const struct iovec* iov,
                   unsigned long nr_segs, size_t count) {
  WARN_ON_AT(direction & ~1, IOV_ITER_C, 486);
  *i = (struct iov_iter){.iter_type = ITER_IOVEC,
                         .user_backed = true,
                         .data_source = direction,
                         .iov = iov,
                         .nr_segs = nr_segs,
                         .count = count};
}
EXPORT_SYMBOL(iov_iter_init);

void iov_iter_kvec(struct iov_iter* i, unsigned int direction, const struct kvec* kvec,
                   unsigned long nr_segs, size_t count) {
  WARN_ON_AT(direction & ~1, IOV_ITER_C, 1006);
  *i = (struct iov_iter){.iter_type = ITER_KVEC,
                         .data_source = direction,
                         .kvec = kvec,
                         .nr_segs = nr_segs,
                         .count = count};
}
EXPORT_SYMBOL(iov_iter_kvec);

void iov_iter_bvec(struct iov_iter* i, unsigned int direction, const struct bio_vec* bvec,
                   unsigned long nr_segs, size_t count) {
  WARN_ON_AT(direction & ~1, IOV_ITER_C, 1022);
  *i = (struct iov_iter){.iter_type = ITER_BVEC,
                         .data_source = direction,
                         .bvec = bvec,
                         .nr_segs = nr_segs,
                         .count = count};
}
EXPORT_SYMBOL(iov_iter_bvec);

void iov_iter_xarray(struct iov_iter* i, unsigned int direction, struct xarray* xarray,
                     loff_t start, size_t count) {
  BUG_ON_AT(direction & ~1, IOV_ITER_C, 1069);
  *i = (struct iov_iter){.iter_type = ITER_XARRAY,
                         .data_source = direction,
                         .xarray = xarray,
                         .xarray_start = start,
                         .count = count};
}
EXPORT_SYMBOL(iov_iter_xarray);

void iov_iter_discard(struct iov_iter* i, unsigned int direction, size_t count) {
  BUG_ON_AT(direction, IOV_ITER_C, 1092);
  *i = (struct iov_iter){.iter_type = ITER_DISCARD, .count = count};
}
EXPORT_SYMBOL(iov_iter_discard);

size_t iov_iter_single_seg_count(const struct iov_iter* i) {
  if (i->nr_segs > 1) {
    if (iter_is_iovec(i) || iov_iter_is_kvec(i))
      return min(i->count, i->iov->iov_len - i->iov_offset);
    if (iov_iter_is_bvec(i)) return min(i->count, i->bvec->bv_len - i->iov_offset);
  }
  return i->count;
}
EXPORT_SYMBOL(iov_iter_single_seg_count);

// The address and length of each segment in turn: `skip` is 0 but for the first.
struct segment {
  unsigned long begin;
  size_t bytes;
};
static noinline bool segment_at(const struct iov_iter* i, unsigned long n, size_t left,
                                struct segment* s) {
  const size_t skip = n ? 0 : i->iov_offset;
  size_t length;

  if (!left) return false;
  switch (iov_iter_type(i)) {
    case ITER_IOVEC:
    case ITER_KVEC:
      if (n >= i->nr_segs) return false;
      s->begin = (unsigned long)i->iov[n].iov_base;
      length = i->iov[n].iov_len;
      break;
    case ITER_BVEC:
      if (n >= i->nr_segs) return false;
      s->begin = i->bvec[n].bv_offset;
      length = i->bvec[n].bv_len;
      break;
    case ITER_UBUF:
    case ITER_XARRAY:
      if (n) return false;
      s->begin = iter_is_ubuf(i) ? (unsigned long)i->ubuf : (unsigned long)i->xarray_start;
      length = skip + left;
      break;
    default:
      return false;
  }
  s->begin += skip;
  s->bytes = min(length - skip, left);
  return true;
}

#define for_each_segment(i, n, left, s) \
  for (n = 0, left = (i)->count; segment_at(i, n, left, &s); left -= s.bytes, n++)

unsigned long iov_iter_alignment(const struct iov_iter* i) {
  unsigned long n, result = 0;
  struct segment s;
  size_t left;

  for_each_segment(i, n, left, s) if (s.bytes) result |= s.begin | s.bytes;
  return result;
}
EXPORT_SYMBOL(iov_iter_alignment);

unsigned long iov_iter_gap_alignment(const struct iov_iter* i) {
  unsigned long n, result = 0, end = 0;
  struct segment s;
  size_t left;

  if (iter_is_ubuf(i)) return 0;
  if (WARN_ON_AT(!iter_is_iovec(i), IOV_ITER_C, 1264)) return ~0U;
  for_each_segment(i, n, left, s) {
    if (!s.bytes) continue;
    if (end) result |= s.begin | end;
    end = s.begin + s.bytes;
  }
  return result;
}
EXPORT_SYMBOL(iov_iter_gap_alignment);

bool iov_iter_is_aligned(const struct iov_iter* i, unsigned int addr_mask, unsigned int len_mask) {
  unsigned long n;
  struct segment s;
  size_t left;

  for_each_segment(i, n, left, s) if ((s.bytes & len_mask) || (s.begin & addr_mask)) return false;
  return true;
}
EXPORT_SYMBOL_GPL(iov_iter_is_aligned);

int iov_iter_npages(const struct iov_iter* i, int maxpages) {
  unsigned long n;
  struct segment s;
  size_t left;
  int pages = 0;

  for_each_segment(i, n, left, s) {
    if (s.bytes) pages += DIV_ROUND_UP(offset_in_page(s.begin) + s.bytes, PAGE_SIZE);
    if (pages > maxpages) return maxpages;
  }
  return pages;
}
EXPORT_SYMBOL(iov_iter_npages);

static size_t fault_in(const struct iov_iter* i, size_t size,
                       size_t (*touch)(const char __user*, size_t)) {
  size_t count = min(size, iov_iter_count(i)), left = count;
  unsigned long n;
  struct segment s;

  if (!user_backed_iter(i)) return 0;
  for (n = 0; segment_at(i, n, left, &s); n++) {
    const size_t missed = touch((const char __user*)s.begin, s.bytes);

    left -= s.bytes - missed;
    if (missed) break;
  }
  return size - count + left;
}

size_t fault_in_iov_iter_readable(const struct iov_iter* i, size_t size) {
  return fault_in(i, size, fault_in_readable);
}
EXPORT_SYMBOL(fault_in_iov_iter_readable);

size_t fault_in_iov_iter_writeable(const struct iov_iter* i, size_t size) {
  return fault_in(i, size, fault_in_safe_writeable);
}
EXPORT_SYMBOL(fault_in_iov_iter_writeable);

static noinline int pages_of(const struct iov_iter* i, const struct segment* s, struct page** pages,
                             int count) {
  int n;

  if (user_backed_iter(i))
    return get_user_pages_fast(s->begin, count, i->data_source ? 0 : FOLL_WRITE, pages);
  for (n = 0; n < count; n++) {
    const unsigned long index = (s->begin >> PAGE_SHIFT) + n;

    pages[n] = iov_iter_is_bvec(i) ? i->bvec->bv_page + index : xa_load(i->xarray, index);
    if (!pages[n]) return n;
    get_page(pages[n]);
  }
  return count;
}

static noinline ssize_t get_pages(struct iov_iter* i, struct page*** pages, size_t maxsize,
                                  unsigned int maxpages, size_t* start) {
  struct segment s;
  int count;

  maxsize = min_t(size_t, min(maxsize, i->count), MAX_RW_COUNT);
  if (!maxsize || !maxpages) return 0;
  if (iov_iter_is_kvec(i) || iov_iter_is_discard(i)) return -EFAULT;
  iov_iter_advance(i, 0);
  if (!segment_at(i, 0, maxsize, &s)) return -EFAULT;
  *start = offset_in_page(s.begin);
  count = min_t(unsigned long, maxpages, DIV_ROUND_UP(*start + s.bytes, PAGE_SIZE));
  if (!*pages) *pages = kvmalloc_array(count, sizeof(**pages), GFP_KERNEL);
  if (!*pages) return -ENOMEM;
  count = pages_of(i, &s, *pages, count);
  if (count <= 0) return count;
  maxsize = min_t(size_t, s.bytes, count * PAGE_SIZE - *start);
  iov_iter_advance(i, maxsize);
  return maxsize;
}

ssize_t iov_iter_get_pages2(struct iov_iter* i, struct page** pages, size_t maxsize,
                            unsigned int maxpages, size_t* start) {
  return get_pages(i, &pages, maxsize, maxpages, start);
}
EXPORT_SYMBOL(iov_iter_get_pages2);

ssize_t iov_iter_get_pages_alloc2(struct iov_iter* i, struct page*** pages, size_t maxsize,
                                  size_t* start) {
  ssize_t bytes;

  *pages = NULL;
  bytes = get_pages(i, pages, maxsize, ~0U, start);
  if (bytes <= 0) {
    kvfree(*pages);
    *pages = NULL;
  }
  return bytes;
}
EXPORT_SYMBOL(iov_iter_get_pages_alloc2);

const void* dup_iter(struct iov_iter* new, struct iov_iter* old, gfp_t flags) {
  *new = *old;
  if (iov_iter_is_bvec(new))
    return new->bvec = kmemdup(new->bvec, new->nr_segs * sizeof(*new->bvec), flags);
  if (iter_is_iovec(new) || iov_iter_is_kvec(new))
    return new->iov = kmemdup(new->iov, new->nr_segs * sizeof(*new->iov), flags);
  return NULL;
}
EXPORT_SYMBOL(dup_iter);

struct iovec* iovec_from_user(const struct iovec* uvector, unsigned long nr_segs,
                              unsigned long fast_segs, struct iovec* fast_iov, bool compat) {
  struct iovec* iov = fast_iov;
  unsigned long n;
  long error = 0;

  if (!nr_segs) return iov;
  if (nr_segs > UIO_MAXIOV) return ERR_PTR(-EINVAL);
  if (nr_segs > fast_segs) iov = kmalloc_array(nr_segs, sizeof(*iov), GFP_KERNEL);
  if (!iov) return ERR_PTR(-ENOMEM);
  if (copy_from_user(iov, uvector, nr_segs * sizeof(*iov))) error = -EFAULT;
  for (n = 0; !error && n < nr_segs; n++)
    if ((ssize_t)iov[n].iov_len < 0) error = -EINVAL;
  if (!error) return iov;
  if (iov != fast_iov) kfree(iov);
  return ERR_PTR(error);
}

ssize_t __import_iovec(int type, const struct iovec* uvec, unsigned int nr_segs,
                       unsigned int fast_segs, struct iovec** iovp, struct iov_iter* i,
                       bool compat) {
  struct iovec* iov = iovec_from_user(uvec, nr_segs, fast_segs, *iovp, compat);
  ssize_t total = 0;
  unsigned int n;

  if (IS_ERR(iov)) {
    *iovp = NULL;
    return PTR_ERR(iov);
  }
  for (n = 0; n < nr_segs; n++) {
    if (!access_ok(iov[n].iov_base, iov[n].iov_len)) {
      if (iov != *iovp) kfree(iov);
      *iovp = NULL;
      return -EFAULT;
    }
    iov[n].iov_len = min_t(size_t, iov[n].iov_len, MAX_RW_COUNT - total);
    total += iov[n].iov_len;
  }
  iov_iter_init(i, type, iov, nr_segs, total);
  *iovp = iov == *iovp ? NULL : iov;
  return total;
}

ssize_t import_iovec(int type, const struct iovec* uvec, unsigned int nr_segs,
                     unsigned int fast_segs, struct iovec** iovp, struct iov_iter* i) {
  return __import_iovec(type, uvec, nr_segs, fast_segs, iovp, i, false);
}
EXPORT_SYMBOL(import_iovec);

int import_single_range(int rw, void* buf, size_t len, struct iovec* iov, struct iov_iter* i) {
  len = min_t(size_t, len, MAX_RW_COUNT);
  if (!access_ok(buf, len)) return -EFAULT;
  iov->iov_base = buf;
  iov->iov_len = len;
  iov_iter_init(i, rw, iov, 1, len);
  return 0;
}
EXPORT_SYMBOL(import_single_range);
