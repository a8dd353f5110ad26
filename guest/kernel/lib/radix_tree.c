// The radix tree interface over xa_tree.h. Locking is the caller's.
#include <linux/export.h>
#include <linux/idr.h>
#include <linux/local_lock.h>
#include <linux/radix-tree.h>
#include <linux/slab.h>

#include "bug_at.h"
#include "xa_tree.h"

struct radix_tree_preload radix_tree_preloads;
EXPORT_SYMBOL_GPL(radix_tree_preloads);

// Trees here allocate where they grow; preloading proves that memory is there and keeps the CPU
// until radix_tree_preload_end(). Linux: lib/radix-tree.c, __radix_tree_preload.
static int preload(gfp_t gfp_mask) {
  struct xa_node* proof = xa_node_alloc(gfp_mask);
  if (!proof) return -ENOMEM;
  xa_node_free(proof);
  local_lock(&radix_tree_preloads.lock);
  return 0;
}

int radix_tree_maybe_preload(gfp_t gfp_mask) {
  if (gfpflags_allow_blocking(gfp_mask)) return preload(gfp_mask);
  local_lock(&radix_tree_preloads.lock);
  return 0;
}
EXPORT_SYMBOL(radix_tree_maybe_preload);

int radix_tree_preload(gfp_t gfp_mask) {
  WARN_ON_ONCE_AT(!gfpflags_allow_blocking(gfp_mask), "lib/radix-tree.c", 366);
  return preload(gfp_mask);
}
EXPORT_SYMBOL(radix_tree_preload);

void idr_preload(gfp_t gfp_mask) {
  if (preload(gfp_mask)) local_lock(&radix_tree_preloads.lock);
}
EXPORT_SYMBOL(idr_preload);

int radix_tree_insert(struct radix_tree_root* root, unsigned long index, void* item) {
  struct xa_node* spare = NULL;
  struct xa_spot spot;
  int error = xa_tree_create(root, index, &spare, &spot);
  if (error) return error;
  if (*xa_tree_slot(root, &spot)) return -EEXIST;
  xa_tree_put(root, &spot, item);
  return 0;
}
EXPORT_SYMBOL(radix_tree_insert);

void** radix_tree_lookup_slot(const struct radix_tree_root* root, unsigned long index) {
  struct xa_spot spot;
  void** slot;
  if (!xa_tree_walk(root, index, &spot)) return NULL;
  slot = xa_tree_slot((struct xarray*)root, &spot);
  return *slot ? slot : NULL;
}
EXPORT_SYMBOL(radix_tree_lookup_slot);

void* radix_tree_lookup(const struct radix_tree_root* root, unsigned long index) {
  void** slot = radix_tree_lookup_slot(root, index);
  return slot ? *slot : NULL;
}
EXPORT_SYMBOL(radix_tree_lookup);

void radix_tree_replace_slot(struct radix_tree_root* root, void** slot, void* item) {
  WRITE_ONCE(*slot, item);
}
EXPORT_SYMBOL(radix_tree_replace_slot);

void* radix_tree_delete_item(struct radix_tree_root* root, unsigned long index, void* item) {
  struct xa_spot spot;
  void* old;
  if (!xa_tree_walk(root, index, &spot)) return NULL;
  old = *xa_tree_slot(root, &spot);
  if (!old && (!xa_tracks_free(root) || xa_tree_mark(root, &spot, XA_FREE_MARK))) return NULL;
  if (item && old != item) return NULL;
  xa_tree_put(root, &spot, NULL);
  xa_tree_trim(root, spot.node);
  return old;
}
EXPORT_SYMBOL(radix_tree_delete_item);
void* radix_tree_delete(struct radix_tree_root* root, unsigned long index) {
  return radix_tree_delete_item(root, index, NULL);
}
EXPORT_SYMBOL(radix_tree_delete);
void radix_tree_iter_delete(struct radix_tree_root* root, struct radix_tree_iter* iter,
                            void** slot) {
  radix_tree_delete(root, iter->index);
}
EXPORT_SYMBOL(radix_tree_iter_delete);

void* radix_tree_tag_set(struct radix_tree_root* root, unsigned long index, unsigned int tag) {
  struct xa_spot spot;
  if (!xa_tree_walk(root, index, &spot)) return NULL;
  xa_tree_set_mark(root, &spot, tag);
  return *xa_tree_slot(root, &spot);
}
EXPORT_SYMBOL(radix_tree_tag_set);
void* radix_tree_tag_clear(struct radix_tree_root* root, unsigned long index, unsigned int tag) {
  struct xa_spot spot;
  if (!xa_tree_walk(root, index, &spot)) return NULL;
  xa_tree_clear_mark(root, &spot, tag);
  return *xa_tree_slot(root, &spot);
}
EXPORT_SYMBOL(radix_tree_tag_clear);
int radix_tree_tag_get(const struct radix_tree_root* root, unsigned long index, unsigned int tag) {
  struct xa_spot spot;
  return xa_tree_walk(root, index, &spot) && xa_tree_mark(root, &spot, tag);
}
EXPORT_SYMBOL(radix_tree_tag_get);
// Not 1: the flag itself.
int radix_tree_tagged(const struct radix_tree_root* root, unsigned int tag) {
  return (int)(root->xa_flags & (1u << (tag + ROOT_TAG_SHIFT)));
}
EXPORT_SYMBOL(radix_tree_tagged);

static unsigned int gang(const struct radix_tree_root* root, void** items, void*** slots,
                         unsigned long index, unsigned int max_items, unsigned int tag) {
  unsigned int count = 0;
  struct xa_spot spot;
  while (count < max_items && xa_tree_next(root, &index, ULONG_MAX, tag, &spot)) {
    void** slot = xa_tree_slot((struct xarray*)root, &spot);
    if (slots)
      slots[count++] = slot;
    else if (*slot)
      items[count++] = *slot;
    if (index++ == ULONG_MAX) break;
  }
  return count;
}
unsigned int radix_tree_gang_lookup(const struct radix_tree_root* root, void** results,
                                    unsigned long first_index, unsigned int max_items) {
  return gang(root, results, NULL, first_index, max_items, XA_PRESENT);
}
EXPORT_SYMBOL(radix_tree_gang_lookup);
unsigned int radix_tree_gang_lookup_tag(const struct radix_tree_root* root, void** results,
                                        unsigned long first_index, unsigned int max_items,
                                        unsigned int tag) {
  return gang(root, results, NULL, first_index, max_items, tag);
}
EXPORT_SYMBOL(radix_tree_gang_lookup_tag);
unsigned int radix_tree_gang_lookup_tag_slot(const struct radix_tree_root* root, void*** results,
                                             unsigned long first_index, unsigned int max_items,
                                             unsigned int tag) {
  return gang(root, NULL, results, first_index, max_items, tag);
}
EXPORT_SYMBOL(radix_tree_gang_lookup_tag_slot);

// A chunk of one slot: next_index is index + 1, so that the headers' inline loops, which go on
// through a chunk by themselves, ask again.
void** radix_tree_next_chunk(const struct radix_tree_root* root, struct radix_tree_iter* iter,
                             unsigned flags) {
  unsigned int tag = flags & RADIX_TREE_ITER_TAGGED ? flags & RADIX_TREE_ITER_TAG_MASK : XA_PRESENT;
  unsigned long index = iter->next_index;
  struct xa_spot spot;
  if (!index && iter->index) return NULL;
  if (!xa_tree_next(root, &index, ULONG_MAX, tag, &spot)) return NULL;
  if (flags & RADIX_TREE_ITER_CONTIG && index != iter->next_index) return NULL;
  iter->index = index;
  iter->next_index = index + 1;
  iter->node = spot.node;
  iter->tags = flags & RADIX_TREE_ITER_TAGGED ? 1 : 0;
  return xa_tree_slot((struct xarray*)root, &spot);
}
EXPORT_SYMBOL(radix_tree_next_chunk);
void** radix_tree_iter_resume(void** slot, struct radix_tree_iter* iter) {
  iter->index++;
  iter->next_index = iter->index;
  iter->tags = 0;
  return NULL;
}
EXPORT_SYMBOL(radix_tree_iter_resume);
