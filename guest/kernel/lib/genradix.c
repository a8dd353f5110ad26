// Arrays that grow by pages: a tree of pages, the leaves hold data. The low bits of the root say
// how many levels of pointers there are above the leaves. Linux: 6.1 lib/generic-radix-tree.c.
#include <linux/export.h>
#include <linux/generic-radix-tree.h>
#include <linux/mm.h>

#define FANOUT_SHIFT 10
#define FANOUT (1U << FANOUT_SHIFT)
#define DEPTH_MASK 7UL

struct place {
  void** page;
  unsigned int depth;
};
static struct place root_of(const struct __genradix* radix) {
  unsigned long root = (unsigned long)radix->root;
  return (struct place){(void**)(root & ~DEPTH_MASK), root & DEPTH_MASK};
}
static unsigned int shift_of(unsigned int depth) { return PAGE_SHIFT + FANOUT_SHIFT * depth; }
static bool reaches(unsigned int depth, size_t offset) {
  return shift_of(depth) >= 32 || offset >> shift_of(depth) == 0;
}
static unsigned int slot_of(size_t offset, unsigned int depth) {
  return offset >> shift_of(depth - 1) & (FANOUT - 1);
}

void* __genradix_ptr(struct __genradix* radix, size_t offset) {
  struct place at = root_of(radix);
  if (!at.page || !reaches(at.depth, offset)) return NULL;
  for (; at.page && at.depth; at.depth--) at.page = at.page[slot_of(offset, at.depth)];
  return at.page ? (char*)at.page + offset_in_page(offset) : NULL;
}
EXPORT_SYMBOL(__genradix_ptr);

// Puts pages of pointers above the root until it reaches the offset.
static int raise(struct __genradix* radix, size_t offset, gfp_t gfp) {
  struct place at = root_of(radix);
  while (!at.page || !reaches(at.depth, offset)) {
    void** page = (void**)__get_free_page(gfp | __GFP_ZERO);
    if (!page) return -ENOMEM;
    if (at.page) {
      page[0] = at.page;
      at.depth++;
    } else {
      while (!reaches(at.depth, offset)) at.depth++;
    }
    at.page = page;
    radix->root = (struct genradix_root*)((unsigned long)page | at.depth);
  }
  return 0;
}

void* __genradix_ptr_alloc(struct __genradix* radix, size_t offset, gfp_t gfp) {
  struct place at;
  if (raise(radix, offset, gfp)) return NULL;
  for (at = root_of(radix); at.depth; at.depth--) {
    void** slot = &at.page[slot_of(offset, at.depth)];
    if (!*slot) *slot = (void*)__get_free_page(gfp | __GFP_ZERO);
    if (!*slot) return NULL;
    at.page = *slot;
  }
  return (char*)at.page + offset_in_page(offset);
}
EXPORT_SYMBOL(__genradix_ptr_alloc);

void* __genradix_iter_peek(struct genradix_iter* iter, struct __genradix* radix,
                           size_t objs_per_page) {
  while (iter->offset != SIZE_MAX) {
    struct place at = root_of(radix);
    size_t span;
    if (!at.page || !reaches(at.depth, iter->offset)) return NULL;
    for (; at.page && at.depth; at.depth--) {
      at.page = at.page[slot_of(iter->offset, at.depth)];
      if (!at.page) break;
    }
    if (at.page) return (char*)at.page + offset_in_page(iter->offset);
    span = (size_t)1 << shift_of(at.depth - 1);
    if (round_down(iter->offset, span) + span < iter->offset) return NULL;
    iter->offset = round_down(iter->offset, span) + span;
    iter->pos = (iter->offset >> PAGE_SHIFT) * objs_per_page;
  }
  return NULL;
}
EXPORT_SYMBOL(__genradix_iter_peek);

static void free_below(struct place at) {
  unsigned int i;
  for (i = 0; at.depth && i < FANOUT; i++) {
    if (at.page[i]) free_below((struct place){at.page[i], at.depth - 1});
  }
  free_page((unsigned long)at.page);
}
void __genradix_free(struct __genradix* radix) {
  struct place at = root_of(radix);
  radix->root = NULL;
  if (at.page) free_below(at);
}
EXPORT_SYMBOL(__genradix_free);

int __genradix_prealloc(struct __genradix* radix, size_t size, gfp_t gfp) {
  size_t offset;
  for (offset = 0; offset < size; offset += PAGE_SIZE) {
    if (!__genradix_ptr_alloc(radix, offset, gfp)) return -ENOMEM;
  }
  return 0;
}
EXPORT_SYMBOL(__genradix_prealloc);
