// The normal interface of xarrays over xa_tree.h. Linux: 6.1 lib/xarray.c.
#include <linux/export.h>
#include <linux/slab.h>
#include <linux/xarray.h>

#include "xa_tree.h"

// Grows the tree to `index`. Where that would have to sleep, the lock is let go meanwhile.
static int make_spot(struct xarray* xa, unsigned long index, gfp_t gfp, struct xa_spot* spot) {
  struct xa_node* spare = NULL;
  int error;
  while ((error = xa_tree_create(xa, index, &spare, spot)) == -ENOMEM) {
    if (!gfpflags_allow_blocking(gfp)) break;
    xa_unlock(xa);
    spare = xa_node_alloc(gfp);
    xa_lock(xa);
    if (!spare) break;
  }
  if (spare) xa_node_free(spare);
  return error;
}

static void* hide_zero(void* entry) { return xa_is_zero(entry) ? NULL : entry; }
static void* error_entry(int error) { return (void*)XA_ERROR(error); }

void* xa_load(struct xarray* xa, unsigned long index) {
  struct xa_spot spot;
  return xa_tree_walk(xa, index, &spot) ? hide_zero(*xa_tree_slot(xa, &spot)) : NULL;
}
EXPORT_SYMBOL(xa_load);

static void* erase_spot(struct xarray* xa, struct xa_spot* spot) {
  void* old = *xa_tree_slot(xa, spot);
  xa_tree_put(xa, spot, NULL);
  xa_tree_trim(xa, spot->node);
  return old;
}

void* __xa_erase(struct xarray* xa, unsigned long index) {
  struct xa_spot spot;
  return xa_tree_walk(xa, index, &spot) ? hide_zero(erase_spot(xa, &spot)) : NULL;
}
EXPORT_SYMBOL(__xa_erase);

void* __xa_store(struct xarray* xa, unsigned long index, void* entry, gfp_t gfp) {
  struct xa_spot spot;
  void* old;
  int error;
  if (WARN_ON_ONCE(xa_is_advanced(entry))) return error_entry(-EINVAL);
  if (xa_tracks_free(xa) && !entry) entry = XA_ZERO_ENTRY;
  if (!entry) return __xa_erase(xa, index);
  error = make_spot(xa, index, gfp, &spot);
  if (error) return error_entry(error);
  old = *xa_tree_slot(xa, &spot);
  xa_tree_put(xa, &spot, entry);
  if (xa_tracks_free(xa)) xa_tree_clear_mark(xa, &spot, XA_FREE_MARK);
  return hide_zero(old);
}
EXPORT_SYMBOL(__xa_store);

void* xa_store(struct xarray* xa, unsigned long index, void* entry, gfp_t gfp) {
  return __MM32_XA_LOCKED(xa, xa_lock, xa_unlock, __xa_store(xa, index, entry, gfp));
}
EXPORT_SYMBOL(xa_store);
void* xa_erase(struct xarray* xa, unsigned long index) {
  return __MM32_XA_LOCKED(xa, xa_lock, xa_unlock, __xa_erase(xa, index));
}
EXPORT_SYMBOL(xa_erase);

void* xa_store_range(struct xarray* xa, unsigned long first, unsigned long last, void* entry,
                     gfp_t gfp) {
  unsigned long index = first;
  void* old = NULL;
  if (last < first) return error_entry(-EINVAL);
  do {
    old = xa_store(xa, index, entry, gfp);
    if (xa_is_err(old)) return old;
  } while (index++ != last);
  return NULL;
}
EXPORT_SYMBOL(xa_store_range);

void* __xa_cmpxchg(struct xarray* xa, unsigned long index, void* old, void* entry, gfp_t gfp) {
  struct xa_spot spot;
  void* seen;
  int error;
  if (WARN_ON_ONCE(xa_is_advanced(entry))) return error_entry(-EINVAL);
  if (!entry && !xa_tree_walk(xa, index, &spot)) return NULL;
  error = entry ? make_spot(xa, index, gfp, &spot) : 0;
  if (error) return error_entry(error);
  seen = *xa_tree_slot(xa, &spot);
  if (seen == old) {
    xa_tree_put(xa, &spot, entry);
    if (entry && xa_tracks_free(xa)) xa_tree_clear_mark(xa, &spot, XA_FREE_MARK);
  }
  xa_tree_trim(xa, spot.node);
  return hide_zero(seen);
}
EXPORT_SYMBOL(__xa_cmpxchg);

int __xa_insert(struct xarray* xa, unsigned long index, void* entry, gfp_t gfp) {
  struct xa_spot spot;
  int error;
  if (WARN_ON_ONCE(xa_is_advanced(entry))) return -EINVAL;
  if (!entry) entry = XA_ZERO_ENTRY;
  error = make_spot(xa, index, gfp, &spot);
  if (error) return error;
  if (*xa_tree_slot(xa, &spot)) return -EBUSY;
  xa_tree_put(xa, &spot, entry);
  if (xa_tracks_free(xa)) xa_tree_clear_mark(xa, &spot, XA_FREE_MARK);
  return 0;
}
EXPORT_SYMBOL(__xa_insert);

int __xa_alloc(struct xarray* xa, u32* id, void* entry, struct xa_limit limit, gfp_t gfp) {
  unsigned long index = limit.min;
  struct xa_spot spot;
  int error;
  if (WARN_ON_ONCE(xa_is_advanced(entry)) || WARN_ON_ONCE(!xa_tracks_free(xa))) return -EINVAL;
  if (!entry) entry = XA_ZERO_ENTRY;
  if (xa->xa_flags & XA_FLAGS_ZERO_BUSY && !index) index = 1;
  if (!xa_tree_next_free(xa, &index, limit.max)) return -EBUSY;
  error = make_spot(xa, index, gfp, &spot);
  if (error) return error;
  *id = index;
  xa_tree_put(xa, &spot, entry);
  xa_tree_clear_mark(xa, &spot, XA_FREE_MARK);
  return 0;
}
EXPORT_SYMBOL(__xa_alloc);

int __xa_alloc_cyclic(struct xarray* xa, u32* id, void* entry, struct xa_limit limit, u32* next,
                      gfp_t gfp) {
  const u32 min = limit.min;
  int error;
  limit.min = max(min, *next);
  error = __xa_alloc(xa, id, entry, limit, gfp);
  if (error == 0 && xa->xa_flags & XA_FLAGS_ALLOC_WRAPPED) {
    xa->xa_flags &= ~XA_FLAGS_ALLOC_WRAPPED;
    error = 1;
  }
  if (error < 0 && limit.min > min) {
    limit.min = min;
    error = __xa_alloc(xa, id, entry, limit, gfp);
    if (error == 0) error = 1;
  }
  if (error >= 0) {
    *next = *id + 1;
    if (*next == 0) xa->xa_flags |= XA_FLAGS_ALLOC_WRAPPED;
  }
  return error;
}
EXPORT_SYMBOL(__xa_alloc_cyclic);

void __xa_set_mark(struct xarray* xa, unsigned long index, xa_mark_t mark) {
  struct xa_spot spot;
  if (xa_tree_walk(xa, index, &spot) && *xa_tree_slot(xa, &spot)) xa_tree_set_mark(xa, &spot, mark);
}
EXPORT_SYMBOL(__xa_set_mark);
void __xa_clear_mark(struct xarray* xa, unsigned long index, xa_mark_t mark) {
  struct xa_spot spot;
  if (xa_tree_walk(xa, index, &spot) && *xa_tree_slot(xa, &spot))
    xa_tree_clear_mark(xa, &spot, mark);
}
EXPORT_SYMBOL(__xa_clear_mark);
void xa_set_mark(struct xarray* xa, unsigned long index, xa_mark_t mark) {
  xa_lock(xa);
  __xa_set_mark(xa, index, mark);
  xa_unlock(xa);
}
EXPORT_SYMBOL(xa_set_mark);
void xa_clear_mark(struct xarray* xa, unsigned long index, xa_mark_t mark) {
  xa_lock(xa);
  __xa_clear_mark(xa, index, mark);
  xa_unlock(xa);
}
EXPORT_SYMBOL(xa_clear_mark);
bool xa_get_mark(struct xarray* xa, unsigned long index, xa_mark_t mark) {
  struct xa_spot spot;
  return xa_tree_walk(xa, index, &spot) && xa_tree_mark(xa, &spot, mark);
}
EXPORT_SYMBOL(xa_get_mark);

void* xa_find(struct xarray* xa, unsigned long* indexp, unsigned long max, xa_mark_t filter) {
  unsigned long index = *indexp;
  struct xa_spot spot;
  while (xa_tree_next(xa, &index, max, filter, &spot)) {
    void* entry = hide_zero(*xa_tree_slot(xa, &spot));
    if (entry) {
      *indexp = index;
      return entry;
    }
    if (index++ == ULONG_MAX) break;
  }
  return NULL;
}
EXPORT_SYMBOL(xa_find);

void* xa_find_after(struct xarray* xa, unsigned long* indexp, unsigned long max, xa_mark_t filter) {
  unsigned long index = *indexp + 1;
  void* entry = index ? xa_find(xa, &index, max, filter) : NULL;
  if (entry) *indexp = index;
  return entry;
}
EXPORT_SYMBOL(xa_find_after);

unsigned int xa_extract(struct xarray* xa, void** dst, unsigned long start, unsigned long max,
                        unsigned int n, xa_mark_t filter) {
  unsigned int count = 0;
  void* entry = n ? xa_find(xa, &start, max, filter) : NULL;
  for (; entry; entry = xa_find_after(xa, &start, max, filter)) {
    dst[count++] = entry;
    if (count == n) break;
  }
  return count;
}
EXPORT_SYMBOL(xa_extract);

void xa_destroy(struct xarray* xa) {
  unsigned long flags;
  xa_lock_irqsave(xa, flags);
  xa_tree_destroy(xa);
  xa_unlock_irqrestore(xa, flags);
}
EXPORT_SYMBOL(xa_destroy);

int xa_get_order(struct xarray* xa, unsigned long index) { return 0; }
EXPORT_SYMBOL(xa_get_order);
void xa_delete_node(struct xa_node* node, xa_update_node_t update) {
  if (node->parent) node->parent->slots[node->offset] = NULL;
}
EXPORT_SYMBOL(xa_delete_node);
