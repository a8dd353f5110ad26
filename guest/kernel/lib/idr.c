// idr and ida over xa_tree.h, which finds free indices by mark 0.
//
// An ida keeps bitmaps of 1024 numbers in its xarray; a bitmap is marked free while it has room.
#include <linux/export.h>
#include <linux/idr.h>
#include <linux/slab.h>

#include "bug_at.h"
#include "xa_tree.h"

int idr_alloc_u32(struct idr* idr, void* ptr, u32* nextid, unsigned long max, gfp_t gfp) {
  unsigned int base = idr->idr_base;
  unsigned long index = *nextid < base ? 0 : *nextid - base;
  struct xa_node* spare = NULL;
  struct xa_spot spot;
  int error;
  if (WARN_ON_ONCE_AT(!(idr->idr_rt.xa_flags & ROOT_IS_IDR), "lib/idr.c", 41))
    idr->idr_rt.xa_flags |= IDR_RT_MARKER;
  if (!xa_tree_next_free(&idr->idr_rt, &index, max - base)) return -ENOSPC;
  while ((error = xa_tree_create(&idr->idr_rt, index, &spare, &spot)) == -ENOMEM) {
    spare = xa_node_alloc(gfp);
    if (!spare) return -ENOMEM;
  }
  if (spare) xa_node_free(spare);
  *nextid = index + base;
  if (ptr) xa_tree_put(&idr->idr_rt, &spot, ptr);
  xa_tree_clear_mark(&idr->idr_rt, &spot, XA_FREE_MARK);
  return 0;
}
EXPORT_SYMBOL_GPL(idr_alloc_u32);

int idr_alloc(struct idr* idr, void* ptr, int start, int end, gfp_t gfp) {
  u32 id = start;
  int error;
  if (WARN_ON_ONCE_AT(start < 0, "lib/idr.c", 86)) return -EINVAL;
  error = idr_alloc_u32(idr, ptr, &id, end > 0 ? end - 1 : INT_MAX, gfp);
  return error ? error : (int)id;
}
EXPORT_SYMBOL_GPL(idr_alloc);

int idr_alloc_cyclic(struct idr* idr, void* ptr, int start, int end, gfp_t gfp) {
  u32 id = idr->idr_next;
  int error, max = end > 0 ? end - 1 : INT_MAX;
  if ((int)id < start) id = start;
  error = idr_alloc_u32(idr, ptr, &id, max, gfp);
  if (error == -ENOSPC && id > (u32)start) {
    id = start;
    error = idr_alloc_u32(idr, ptr, &id, max, gfp);
  }
  if (error) return error;
  idr->idr_next = id + 1;
  return id;
}
EXPORT_SYMBOL(idr_alloc_cyclic);

void* idr_remove(struct idr* idr, unsigned long id) {
  return radix_tree_delete_item(&idr->idr_rt, id - idr->idr_base, NULL);
}
EXPORT_SYMBOL_GPL(idr_remove);
void* idr_find(const struct idr* idr, unsigned long id) {
  return radix_tree_lookup(&idr->idr_rt, id - idr->idr_base);
}
EXPORT_SYMBOL_GPL(idr_find);

void* idr_get_next_ul(struct idr* idr, unsigned long* nextid) {
  unsigned long base = idr->idr_base, index = *nextid < base ? 0 : *nextid - base;
  struct xa_spot spot;
  if (!xa_tree_next(&idr->idr_rt, &index, ULONG_MAX, XA_PRESENT, &spot)) return NULL;
  *nextid = index + base;
  return *xa_tree_slot(&idr->idr_rt, &spot);
}
EXPORT_SYMBOL(idr_get_next_ul);
void* idr_get_next(struct idr* idr, int* nextid) {
  unsigned long id = *nextid;
  void* entry = idr_get_next_ul(idr, &id);
  if (WARN_ON_ONCE_AT(id > INT_MAX, "lib/idr.c", 271)) return NULL;
  *nextid = id;
  return entry;
}
EXPORT_SYMBOL(idr_get_next);

int idr_for_each(const struct idr* idr, int (*fn)(int id, void* p, void* data), void* data) {
  unsigned long id = idr->idr_base;
  void* entry;
  for (; (entry = idr_get_next_ul((struct idr*)idr, &id)); id++) {
    int result;
    if (WARN_ON_ONCE_AT(id > INT_MAX, "lib/idr.c", 208)) break;
    result = fn(id, entry, data);
    if (result) return result;
  }
  return 0;
}
EXPORT_SYMBOL(idr_for_each);

void* idr_replace(struct idr* idr, void* ptr, unsigned long id) {
  struct xa_spot spot;
  void* old;
  id -= idr->idr_base;
  if (!xa_tree_walk(&idr->idr_rt, id, &spot) || xa_tree_mark(&idr->idr_rt, &spot, XA_FREE_MARK))
    return ERR_PTR(-ENOENT);
  old = *xa_tree_slot(&idr->idr_rt, &spot);
  if (ptr)
    xa_tree_put(&idr->idr_rt, &spot, ptr);
  else
    *xa_tree_slot(&idr->idr_rt, &spot) = NULL;
  return old;
}
EXPORT_SYMBOL(idr_replace);

void idr_destroy(struct idr* idr) { xa_tree_destroy(&idr->idr_rt); }
EXPORT_SYMBOL(idr_destroy);

// Takes a number from the bitmap at spot; -ENOSPC when none from `bit` to `last` is free.
static int take_bit(struct ida* ida, struct xa_spot* spot, struct ida_bitmap** fresh,
                    unsigned int bit, unsigned int last) {
  struct ida_bitmap* map = *xa_tree_slot(&ida->xa, spot);
  if (!map) {
    map = *fresh;
    *fresh = NULL;
    xa_tree_put(&ida->xa, spot, map);
  }
  bit = find_next_zero_bit(map->bitmap, last + 1, bit);
  if (bit > last) return -ENOSPC;
  __set_bit(bit, map->bitmap);
  if (bitmap_full(map->bitmap, IDA_BITMAP_BITS)) xa_tree_clear_mark(&ida->xa, spot, XA_FREE_MARK);
  return bit;
}

static int take_id(struct ida* ida, unsigned int min, unsigned int max, struct xa_node** spare,
                   struct ida_bitmap** fresh) {
  unsigned long chunk = min / IDA_BITMAP_BITS;
  for (; xa_tree_next_free(&ida->xa, &chunk, max / IDA_BITMAP_BITS); chunk++) {
    unsigned int first = chunk == min / IDA_BITMAP_BITS ? min % IDA_BITMAP_BITS : 0;
    unsigned int last =
        chunk == max / IDA_BITMAP_BITS ? max % IDA_BITMAP_BITS : IDA_BITMAP_BITS - 1;
    struct xa_spot spot;
    int bit;
    if (!*fresh || xa_tree_create(&ida->xa, chunk, spare, &spot)) return -ENOMEM;
    bit = take_bit(ida, &spot, fresh, first, last);
    if (bit >= 0) return chunk * IDA_BITMAP_BITS + bit;
  }
  return -ENOSPC;
}

int ida_alloc_range(struct ida* ida, unsigned int min, unsigned int max, gfp_t gfp) {
  struct ida_bitmap* fresh = NULL;
  struct xa_node* spare = NULL;
  unsigned long flags;
  int id;
  if ((int)min < 0) return -ENOSPC;
  if ((int)max < 0) max = INT_MAX;
  for (;;) {
    xa_lock_irqsave(&ida->xa, flags);
    id = take_id(ida, min, max, &spare, &fresh);
    xa_unlock_irqrestore(&ida->xa, flags);
    if (id != -ENOMEM) break;
    if (!fresh) {
      fresh = kzalloc(sizeof(*fresh), gfp);
      if (!fresh) break;
    } else {
      spare = xa_node_alloc(gfp);
      if (!spare) break;
    }
  }
  kfree(fresh);
  kfree(spare);
  return id;
}
EXPORT_SYMBOL(ida_alloc_range);

void ida_free(struct ida* ida, unsigned int id) {
  struct ida_bitmap* map = NULL;
  struct xa_spot spot;
  unsigned long flags;
  bool known = false;
  if ((int)id < 0) return;
  xa_lock_irqsave(&ida->xa, flags);
  if (xa_tree_walk(&ida->xa, id / IDA_BITMAP_BITS, &spot)) map = *xa_tree_slot(&ida->xa, &spot);
  if (map) known = __test_and_clear_bit(id % IDA_BITMAP_BITS, map->bitmap);
  if (known) {
    xa_tree_set_mark(&ida->xa, &spot, XA_FREE_MARK);
    if (bitmap_empty(map->bitmap, IDA_BITMAP_BITS)) {
      kfree(map);
      xa_tree_put(&ida->xa, &spot, NULL);
      xa_tree_trim(&ida->xa, spot.node);
    }
  }
  xa_unlock_irqrestore(&ida->xa, flags);
  WARN_AT(!known, "lib/idr.c", 527, "ida_free called for id=%d which is not allocated.\n", id);
}
EXPORT_SYMBOL(ida_free);

void ida_destroy(struct ida* ida) {
  unsigned long chunk = 0, flags;
  struct xa_spot spot;
  xa_lock_irqsave(&ida->xa, flags);
  for (; xa_tree_next(&ida->xa, &chunk, ULONG_MAX, XA_PRESENT, &spot); chunk++)
    kfree(*xa_tree_slot(&ida->xa, &spot));
  xa_tree_destroy(&ida->xa);
  xa_unlock_irqrestore(&ida->xa, flags);
}
EXPORT_SYMBOL(ida_destroy);
