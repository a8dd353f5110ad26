// Buffers in pieces, of user or kernel memory or of pages: copies to and from them.
//
// I1: a segment that is used up is left at once, but none of length 0 before it is needed.
// A copy that faults ends there and counts what was moved. Pipes are not among the kinds here.
// Linux: 6.1 lib/iov_iter.c.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/highmem.h>
#include <linux/mm.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include <linux/uio.h>
#include <linux/xarray.h>

#include "../bug_at.h"

#define IOV_ITER_C "lib/iov_iter.c"

// One stretch of memory of an iterator: user memory, or the kernel's, which may be a mapped page.
struct piece {
  void __user* user;
  void* kernel;
  void* mapped;
  size_t bytes;
};

// What is done with a piece; `done` bytes came before. The bytes that were not reached.
typedef size_t step_fn(const struct piece* piece, size_t done, void* data);

static bool page_piece(struct piece* piece, struct page* page, size_t offset, size_t bytes) {
  if (!page) return false;
  page += offset / PAGE_SIZE;
  offset %= PAGE_SIZE;
  piece->mapped = kmap_local_page(page);
  piece->kernel = piece->mapped + offset;
  piece->bytes = min_t(size_t, bytes, PAGE_SIZE - offset);
  return true;
}

// The piece at the iterator's place, at most `bytes` long. False: there is none.
static noinline bool current_piece(const struct iov_iter* i, size_t bytes, struct piece* piece) {
  const size_t offset = i->iov_offset;
  loff_t at;

  *piece = (struct piece){.bytes = bytes};
  switch (iov_iter_type(i)) {
    case ITER_UBUF:
      piece->user = i->ubuf + offset;
      return true;
    case ITER_IOVEC:
      piece->user = i->iov->iov_base + offset;
      piece->bytes = min(bytes, i->iov->iov_len - offset);
      return i->nr_segs;
    case ITER_KVEC:
      piece->kernel = i->kvec->iov_base + offset;
      piece->bytes = min(bytes, i->kvec->iov_len - offset);
      return i->nr_segs;
    case ITER_BVEC:
      return i->nr_segs && page_piece(piece, i->bvec->bv_page, i->bvec->bv_offset + offset,
                                      min_t(size_t, bytes, i->bvec->bv_len - offset));
    case ITER_XARRAY:
      at = i->xarray_start + offset;
      return page_piece(piece, xa_load(i->xarray, at >> PAGE_SHIFT), offset_in_page(at), bytes);
    case ITER_DISCARD:
      return true;
    default:
      return false;
  }
}

static size_t segment_length(const struct iov_iter* i) {
  return iov_iter_is_bvec(i) ? i->bvec->bv_len : i->iov->iov_len;
}

static bool has_segments(const struct iov_iter* i) {
  return iter_is_iovec(i) || iov_iter_is_kvec(i) || iov_iter_is_bvec(i);
}

static void next_segment(struct iov_iter* i) {
  i->iov_offset -= segment_length(i);
  if (iov_iter_is_bvec(i))
    i->bvec++;
  else
    i->iov++;
  i->nr_segs--;
}

static bool is_used_up(const struct iov_iter* i) {
  return has_segments(i) && i->nr_segs && i->iov_offset >= segment_length(i);
}

static noinline size_t iterate(struct iov_iter* i, size_t bytes, step_fn* step, void* data) {
  size_t done = 0;

  bytes = min(bytes, i->count);
  while (done < bytes) {
    struct piece piece;
    size_t left, moved;

    while (is_used_up(i)) next_segment(i);
    if (!current_piece(i, bytes - done, &piece)) break;
    left = step(&piece, done, data);
    moved = piece.bytes - left;
    if (piece.mapped) kunmap_local(piece.mapped);
    i->count -= moved;
    if (!iov_iter_is_discard(i)) i->iov_offset += moved;
    if (is_used_up(i)) next_segment(i);
    done += moved;
    if (left) break;
  }
  return done;
}

static size_t write_piece(const struct piece* piece, size_t done, void* data) {
  if (piece->user) return copy_to_user(piece->user, data + done, piece->bytes);
  if (piece->kernel) memcpy(piece->kernel, data + done, piece->bytes);
  return 0;
}

static size_t read_piece(const struct piece* piece, size_t done, void* data) {
  if (piece->user) return copy_from_user(data + done, piece->user, piece->bytes);
  if (piece->kernel) memcpy(data + done, piece->kernel, piece->bytes);
  return 0;
}

static size_t zero_piece(const struct piece* piece, size_t done, void* data) {
  if (piece->user) return clear_user(piece->user, piece->bytes);
  if (piece->kernel) memset(piece->kernel, 0, piece->bytes);
  return 0;
}

noinline size_t _copy_to_iter(const void* addr, size_t bytes, struct iov_iter* i) {
  return iterate(i, bytes, write_piece, (void*)addr);
}
EXPORT_SYMBOL(_copy_to_iter);

noinline size_t _copy_from_iter(void* addr, size_t bytes, struct iov_iter* i) {
  return iterate(i, bytes, read_piece, addr);
}
EXPORT_SYMBOL(_copy_from_iter);

size_t _copy_from_iter_nocache(void* addr, size_t bytes, struct iov_iter* i) {
  return _copy_from_iter(addr, bytes, i);
}
EXPORT_SYMBOL(_copy_from_iter_nocache);

size_t iov_iter_zero(size_t bytes, struct iov_iter* i) {
  return iterate(i, bytes, zero_piece, NULL);
}
EXPORT_SYMBOL(iov_iter_zero);

enum direction { TO_ITER, FROM_ITER };

// Page by page of a compound one, until the other side ends.
static noinline size_t copy_pages(struct page* page, size_t offset, size_t bytes,
                                  struct iov_iter* i, enum direction direction) {
  size_t done = 0;

  page += offset / PAGE_SIZE;
  offset %= PAGE_SIZE;
  while (bytes) {
    void* at = kmap_local_page(page);
    const size_t n = min_t(size_t, bytes, PAGE_SIZE - offset);
    const size_t moved = direction == TO_ITER ? _copy_to_iter(at + offset, n, i)
                                              : _copy_from_iter(at + offset, n, i);

    kunmap_local(at);
    done += moved;
    bytes -= moved;
    if (!bytes || !moved) break;
    offset += moved;
    if (offset < PAGE_SIZE) continue;
    page++;
    offset = 0;
  }
  return done;
}

static bool fits_page(struct page* page, size_t offset, size_t bytes) {
  struct page* head = compound_head(page);
  const size_t end = bytes + offset + ((page - head) << PAGE_SHIFT);

  return !WARN_ON_AT(bytes > end || end > page_size(head), IOV_ITER_C, 815);
}

size_t copy_page_to_iter(struct page* page, size_t offset, size_t bytes, struct iov_iter* i) {
  return fits_page(page, offset, bytes) ? copy_pages(page, offset, bytes, i, TO_ITER) : 0;
}
EXPORT_SYMBOL(copy_page_to_iter);

size_t copy_page_from_iter(struct page* page, size_t offset, size_t bytes, struct iov_iter* i) {
  return fits_page(page, offset, bytes) ? copy_pages(page, offset, bytes, i, FROM_ITER) : 0;
}
EXPORT_SYMBOL(copy_page_from_iter);

size_t copy_page_from_iter_atomic(struct page* page, unsigned int offset, size_t bytes,
                                  struct iov_iter* i) {
  return fits_page(page, offset, bytes) ? copy_pages(page, offset, bytes, i, FROM_ITER) : 0;
}
EXPORT_SYMBOL(copy_page_from_iter_atomic);

void iov_iter_advance(struct iov_iter* i, size_t bytes) {
  bytes = min(bytes, i->count);
  if (iov_iter_is_pipe(i) || (has_segments(i) && !i->count)) return;
  i->count -= bytes;
  if (iov_iter_is_discard(i)) return;
  i->iov_offset += bytes;
  while (is_used_up(i)) next_segment(i);
}
EXPORT_SYMBOL(iov_iter_advance);

static noinline void step_back(struct iov_iter* i, size_t bytes) {
  for (;;) {
    size_t length;

    if (iov_iter_is_bvec(i))
      i->bvec--;
    else
      i->iov--;
    i->nr_segs++;
    length = segment_length(i);
    if (bytes <= length) {
      i->iov_offset = length - bytes;
      return;
    }
    bytes -= length;
  }
}

void iov_iter_revert(struct iov_iter* i, size_t unroll) {
  if (!unroll) return;
  if (WARN_ON_AT(unroll > MAX_RW_COUNT, IOV_ITER_C, 942)) return;
  i->count += unroll;
  if (iov_iter_is_discard(i)) return;
  if (unroll <= i->iov_offset) {
    i->iov_offset -= unroll;
    return;
  }
  BUG_ON_AT(!has_segments(i), IOV_ITER_C, 972);
  step_back(i, unroll - i->iov_offset);
}
EXPORT_SYMBOL(iov_iter_revert);

void iov_iter_restore(struct iov_iter* i, struct iov_iter_state* state) {
  i->iov_offset = state->iov_offset;
  i->count = state->count;
  if (iter_is_ubuf(i)) return;
  if (iov_iter_is_bvec(i))
    i->bvec -= state->nr_segs - i->nr_segs;
  else
    i->iov -= state->nr_segs - i->nr_segs;
  i->nr_segs = state->nr_segs;
}
EXPORT_SYMBOL(iov_iter_restore);
