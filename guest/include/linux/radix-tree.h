// Radix trees: the interface that xarrays came after, on the same trees.
#ifndef _LINUX_RADIX_TREE_H
#define _LINUX_RADIX_TREE_H

#include <linux/bitops.h>
#include <linux/gfp.h>
#include <linux/list.h>
#include <linux/local_lock.h>
#include <linux/rcupdate.h>
#include <linux/spinlock.h>
#include <linux/xarray.h>

#define radix_tree_root xarray
#define radix_tree_node xa_node
#define RADIX_TREE_MAP_SHIFT XA_CHUNK_SHIFT
#define RADIX_TREE_MAP_SIZE (1UL << RADIX_TREE_MAP_SHIFT)
#define RADIX_TREE_MAP_MASK (RADIX_TREE_MAP_SIZE - 1)
#define RADIX_TREE_MAX_TAGS XA_MAX_MARKS
#define RADIX_TREE_TAG_LONGS XA_MARK_LONGS
#define ROOT_IS_IDR ((gfp_t)4)
#define ROOT_TAG_SHIFT (__GFP_BITS_SHIFT)
#define RADIX_TREE_INIT(name, mask) XARRAY_INIT(name, mask)
#define RADIX_TREE(name, mask) struct radix_tree_root name = RADIX_TREE_INIT(name, mask)
#define INIT_RADIX_TREE(root, mask) xa_init_flags(root, mask)
#define radix_tree_empty(root) ((root)->xa_head == NULL)

struct radix_tree_preload {
  local_lock_t lock;
  unsigned nr;
  struct radix_tree_node* nodes;
};
extern struct radix_tree_preload radix_tree_preloads;
struct radix_tree_iter {
  unsigned long index;
  unsigned long next_index;
  unsigned long tags;
  struct radix_tree_node* node;
};

int radix_tree_insert(struct radix_tree_root*, unsigned long index, void*);
void* radix_tree_lookup(const struct radix_tree_root*, unsigned long);
void** radix_tree_lookup_slot(const struct radix_tree_root*, unsigned long index);
void radix_tree_replace_slot(struct radix_tree_root*, void** slot, void* entry);
void* radix_tree_delete(struct radix_tree_root*, unsigned long);
void* radix_tree_delete_item(struct radix_tree_root*, unsigned long, void*);
void radix_tree_iter_delete(struct radix_tree_root*, struct radix_tree_iter* iter, void** slot);
unsigned int radix_tree_gang_lookup(const struct radix_tree_root*, void** results,
                                    unsigned long first_index, unsigned int max_items);
unsigned int radix_tree_gang_lookup_tag(const struct radix_tree_root*, void** results,
                                        unsigned long first_index, unsigned int max_items,
                                        unsigned int tag);
unsigned int radix_tree_gang_lookup_tag_slot(const struct radix_tree_root*, void*** results,
                                             unsigned long first_index, unsigned int max_items,
                                             unsigned int tag);
int radix_tree_preload(gfp_t gfp_mask);
int radix_tree_maybe_preload(gfp_t gfp_mask);
void* radix_tree_tag_set(struct radix_tree_root*, unsigned long index, unsigned int tag);
void* radix_tree_tag_clear(struct radix_tree_root*, unsigned long index, unsigned int tag);
int radix_tree_tag_get(const struct radix_tree_root*, unsigned long index, unsigned int tag);
int radix_tree_tagged(const struct radix_tree_root*, unsigned int tag);
void** radix_tree_next_chunk(const struct radix_tree_root*, struct radix_tree_iter* iter,
                             unsigned flags);
void** radix_tree_iter_resume(void** slot, struct radix_tree_iter* iter);

static inline void radix_tree_preload_end(void) { local_unlock(&radix_tree_preloads.lock); }
static inline void* radix_tree_deref_slot(void** slot) { return *slot; }
#define radix_tree_deref_slot_protected(slot, lock) (*(slot))
static inline int radix_tree_deref_retry(void* arg) { return unlikely(xa_is_internal(arg)); }
#define radix_tree_exception(arg) ((unsigned long)(arg)&3)
#define radix_tree_exceptional_entry(arg) xa_is_value(arg)

#define RADIX_TREE_ITER_TAG_MASK 0x0f
#define RADIX_TREE_ITER_TAGGED 0x10
#define RADIX_TREE_ITER_CONTIG 0x20
static __always_inline void** radix_tree_iter_init(struct radix_tree_iter* iter,
                                                   unsigned long start) {
  iter->index = 0;
  iter->next_index = start;
  return NULL;
}
static inline void** radix_tree_iter_retry(struct radix_tree_iter* iter) {
  iter->next_index = iter->index;
  iter->tags = 0;
  return NULL;
}
// Our iteration looks every slot up again: one chunk is one slot.
#define radix_tree_for_each_slot(slot, root, iter, start)                                       \
  for (slot = radix_tree_iter_init(iter, start); (slot = radix_tree_next_chunk(root, iter, 0)); \
       (iter)->next_index = (iter)->index + 1)
#define radix_tree_for_each_tagged(slot, root, iter, start, tag)                   \
  for (slot = radix_tree_iter_init(iter, start);                                   \
       (slot = radix_tree_next_chunk(root, iter, RADIX_TREE_ITER_TAGGED | (tag))); \
       (iter)->next_index = (iter)->index + 1)

struct xa_node;
struct xarray;

#define RADIX_TREE_ENTRY_MASK 3UL
#define RADIX_TREE_INTERNAL_NODE 2UL
#define RADIX_TREE_INDEX_BITS (8 /* CHAR_BIT */ * sizeof(unsigned long))
void* __radix_tree_lookup(const struct xarray*, unsigned long index, struct xa_node** nodep,
                          void*** slotp);
void __radix_tree_replace(struct xarray*, struct xa_node*, void** slot, void* entry);
void radix_tree_iter_replace(struct xarray*, const struct radix_tree_iter*, void** slot,
                             void* entry);
void radix_tree_init(void);
void radix_tree_iter_tag_clear(struct xarray*, const struct radix_tree_iter* iter,
                               unsigned int tag);
void** idr_get_free(struct xarray* root, struct radix_tree_iter* iter, gfp_t gfp,
                    unsigned long max);

#endif
