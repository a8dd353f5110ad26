// Scatterlists: walking, allocation in chained arrays of a page, copying from and to buffers.
#include <linux/export.h>
#include <linux/highmem.h>
#include <linux/kernel.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>

struct scatterlist* sg_next(struct scatterlist* sg) {
  if (sg_is_last(sg)) return NULL;
  sg++;
  return unlikely(sg_is_chain(sg)) ? sg_chain_ptr(sg) : sg;
}
EXPORT_SYMBOL(sg_next);

int sg_nents(struct scatterlist* sg) {
  int count = 0;
  for (; sg; sg = sg_next(sg)) count++;
  return count;
}
EXPORT_SYMBOL(sg_nents);

int sg_nents_for_len(struct scatterlist* sg, u64 len) {
  u64 total = 0;
  int count = 0;
  if (!len) return 0;
  for (; sg; sg = sg_next(sg)) {
    count++;
    total += sg->length;
    if (total >= len) return count;
  }
  return -EINVAL;
}
EXPORT_SYMBOL(sg_nents_for_len);

struct scatterlist* sg_last(struct scatterlist* sgl, unsigned int nents) {
  struct scatterlist *sg, *last = NULL;
  unsigned int i;
  for_each_sg(sgl, sg, nents, i) last = sg;
  return last;
}
EXPORT_SYMBOL(sg_last);

void sg_init_table(struct scatterlist* sgl, unsigned int nents) {
  memset(sgl, 0, sizeof(*sgl) * nents);
  sg_init_marker(sgl, nents);
}
EXPORT_SYMBOL(sg_init_table);

void sg_init_one(struct scatterlist* sg, const void* buf, unsigned int buflen) {
  sg_init_table(sg, 1);
  sg_set_buf(sg, buf, buflen);
}
EXPORT_SYMBOL(sg_init_one);

void sg_free_table(struct sg_table* table) {
  struct scatterlist* array = table->sgl;
  unsigned int left = table->orig_nents;
  while (array) {
    struct scatterlist* next = NULL;
    if (left > SG_MAX_SINGLE_ALLOC) {
      next = sg_chain_ptr(&array[SG_MAX_SINGLE_ALLOC - 1]);
      left -= SG_MAX_SINGLE_ALLOC - 1;
    }
    kfree(array);
    array = next;
  }
  table->sgl = NULL;
}
EXPORT_SYMBOL(sg_free_table);

int sg_alloc_table(struct sg_table* table, unsigned int nents, gfp_t gfp_mask) {
  struct scatterlist* chain_from = NULL;
  unsigned int left = nents;
  memset(table, 0, sizeof(*table));
  if (!nents) return -EINVAL;
  while (left) {
    bool chained = left > SG_MAX_SINGLE_ALLOC;
    unsigned int entries = chained ? SG_MAX_SINGLE_ALLOC : left;
    struct scatterlist* array = kmalloc_array(entries, sizeof(*array), gfp_mask);
    if (!array) {
      sg_free_table(table);
      return -ENOMEM;
    }
    sg_init_table(array, entries);
    table->nents = table->orig_nents += chained ? entries - 1 : entries;
    if (chain_from)
      __sg_chain(chain_from, array);
    else
      table->sgl = array;
    chain_from = &array[entries - 1];
    left -= chained ? entries - 1 : entries;
  }
  return 0;
}
EXPORT_SYMBOL(sg_alloc_table);

// Neighbouring pages become one entry of at most max_segment bytes.
static unsigned int run_length(struct page** pages, unsigned int n, unsigned int max_pages) {
  unsigned int i;
  for (i = 1; i < n && i < max_pages; i++) {
    if (page_to_pfn(pages[i]) != page_to_pfn(pages[i - 1]) + 1) break;
  }
  return i;
}

int sg_alloc_table_from_pages_segment(struct sg_table* sgt, struct page** pages,
                                      unsigned int n_pages, unsigned int offset, unsigned long size,
                                      unsigned int max_segment, gfp_t gfp_mask) {
  unsigned int max_pages = max(max_segment / (unsigned int)PAGE_SIZE, 1u), runs = 0, at;
  struct scatterlist* sg;
  int error;
  for (at = 0; at < n_pages; at += run_length(pages + at, n_pages - at, max_pages)) runs++;
  error = sg_alloc_table(sgt, runs, gfp_mask);
  if (error) return error;
  for (at = 0, sg = sgt->sgl; at < n_pages; sg = sg_next(sg)) {
    unsigned int run = run_length(pages + at, n_pages - at, max_pages);
    unsigned long bytes = min(size, ((unsigned long)run << PAGE_SHIFT) - offset);
    sg_set_page(sg, pages[at], bytes, offset);
    size -= bytes;
    offset = 0;
    at += run;
  }
  return 0;
}
EXPORT_SYMBOL(sg_alloc_table_from_pages_segment);

void sg_miter_start(struct sg_mapping_iter* miter, struct scatterlist* sgl, unsigned int nents,
                    unsigned int flags) {
  memset(miter, 0, sizeof(*miter));
  miter->piter.sg = sgl;
  miter->piter.__nents = nents;
  miter->__flags = flags;
  miter->__remaining = nents && sgl ? sgl->length : 0;
}
EXPORT_SYMBOL(sg_miter_start);

void sg_miter_stop(struct sg_mapping_iter* miter) {
  if (!miter->addr) return;
  miter->__offset += miter->consumed;
  miter->__remaining -= miter->consumed;
  if (miter->__flags & SG_MITER_ATOMIC)
    kunmap_atomic(miter->addr);
  else
    kunmap(miter->page);
  miter->page = NULL;
  miter->addr = NULL;
  miter->length = 0;
  miter->consumed = 0;
}
EXPORT_SYMBOL(sg_miter_stop);

// Moves to the next entry that has bytes left. False at the end of the table.
static bool settle(struct sg_mapping_iter* miter) {
  while (!miter->__remaining) {
    if (!miter->piter.__nents || !--miter->piter.__nents) return false;
    miter->piter.sg = sg_next(miter->piter.sg);
    if (!miter->piter.sg) return false;
    miter->__offset = 0;
    miter->__remaining = miter->piter.sg->length;
  }
  return true;
}

bool sg_miter_next(struct sg_mapping_iter* miter) {
  struct scatterlist* sg;
  unsigned int at;
  sg_miter_stop(miter);
  if (!settle(miter)) return false;
  sg = miter->piter.sg;
  at = sg->offset + miter->__offset;
  miter->page = sg_page(sg) + (at >> PAGE_SHIFT);
  miter->consumed = miter->length =
      min_t(size_t, miter->__remaining, PAGE_SIZE - offset_in_page(at));
  miter->addr = miter->__flags & SG_MITER_ATOMIC ? kmap_atomic(miter->page) : kmap(miter->page);
  miter->addr += offset_in_page(at);
  return true;
}
EXPORT_SYMBOL(sg_miter_next);

bool sg_miter_skip(struct sg_mapping_iter* miter, off_t offset) {
  sg_miter_stop(miter);
  while (offset) {
    off_t bytes;
    if (!settle(miter)) return false;
    bytes = min_t(off_t, offset, miter->__remaining);
    miter->__offset += bytes;
    miter->__remaining -= bytes;
    offset -= bytes;
  }
  return true;
}
EXPORT_SYMBOL(sg_miter_skip);

enum direction { FROM_BUFFER, TO_BUFFER, ZERO };

static size_t copy_each(struct scatterlist* sgl, unsigned int nents, void* buf, size_t buflen,
                        off_t skip, enum direction direction) {
  struct sg_mapping_iter miter;
  size_t done = 0;
  sg_miter_start(&miter, sgl, nents, SG_MITER_ATOMIC);
  if (!sg_miter_skip(&miter, skip)) return 0;
  while (done < buflen && sg_miter_next(&miter)) {
    size_t length = min(miter.length, buflen - done);
    if (direction == TO_BUFFER)
      memcpy(buf + done, miter.addr, length);
    else if (direction == FROM_BUFFER)
      memcpy(miter.addr, buf + done, length);
    else
      memset(miter.addr, 0, length);
    done += length;
  }
  sg_miter_stop(&miter);
  return done;
}

size_t sg_copy_buffer(struct scatterlist* sgl, unsigned int nents, void* buf, size_t buflen,
                      off_t skip, bool to_buffer) {
  return copy_each(sgl, nents, buf, buflen, skip, to_buffer ? TO_BUFFER : FROM_BUFFER);
}
EXPORT_SYMBOL(sg_copy_buffer);
size_t sg_copy_from_buffer(struct scatterlist* sgl, unsigned int nents, const void* buf,
                           size_t buflen) {
  return copy_each(sgl, nents, (void*)buf, buflen, 0, FROM_BUFFER);
}
EXPORT_SYMBOL(sg_copy_from_buffer);
size_t sg_copy_to_buffer(struct scatterlist* sgl, unsigned int nents, void* buf, size_t buflen) {
  return copy_each(sgl, nents, buf, buflen, 0, TO_BUFFER);
}
EXPORT_SYMBOL(sg_copy_to_buffer);
size_t sg_pcopy_from_buffer(struct scatterlist* sgl, unsigned int nents, const void* buf,
                            size_t buflen, off_t skip) {
  return copy_each(sgl, nents, (void*)buf, buflen, skip, FROM_BUFFER);
}
EXPORT_SYMBOL(sg_pcopy_from_buffer);
size_t sg_pcopy_to_buffer(struct scatterlist* sgl, unsigned int nents, void* buf, size_t buflen,
                          off_t skip) {
  return copy_each(sgl, nents, buf, buflen, skip, TO_BUFFER);
}
EXPORT_SYMBOL(sg_pcopy_to_buffer);
size_t sg_zero_buffer(struct scatterlist* sgl, unsigned int nents, size_t buflen, off_t skip) {
  return copy_each(sgl, nents, NULL, buflen, skip, ZERO);
}
EXPORT_SYMBOL(sg_zero_buffer);
