// The normal interface of xarrays, over the cursor. Linux: 6.1 lib/xarray.c.
#include <linux/export.h>

#include "bug_at.h"
#include "xa_cursor.h"

static void* without_zero(void* entry) { return xa_is_zero(entry) ? NULL : entry; }
static void* result(const struct xa_state* xas, void* old) {
  return xas_error(xas) ? (void*)xas->xa_node : without_zero(old);
}

// Where a node is missing: makes it, if need be without the lock, and says to try again.
static bool retry_with_node(struct xa_state* xas, gfp_t gfp) {
  if (xas->xa_node != XA_ERROR(-ENOMEM)) {
    xas_free_spares(xas);
    return false;
  }
  if (gfpflags_allow_blocking(gfp)) {
    xas_unlock(xas);
    xas->xa_alloc = xa_node_create(gfp);
    xas_lock(xas);
  } else {
    xas->xa_alloc = xa_node_create(gfp);
  }
  if (!xas->xa_alloc) return false;
  xas->xa_node = XAS_RESTART;
  return true;
}

void* xa_load(struct xarray* xa, unsigned long index) {
  XA_STATE(xas, xa, index);
  void* entry;
  rcu_read_lock();
  do {
    entry = without_zero(xas_load(&xas));
  } while (xas_retry(&xas, entry));
  rcu_read_unlock();
  return entry;
}
EXPORT_SYMBOL(xa_load);

void* __xa_erase(struct xarray* xa, unsigned long index) {
  XA_STATE(xas, xa, index);
  return result(&xas, xas_store(&xas, NULL));
}
EXPORT_SYMBOL(__xa_erase);

void* __xa_store(struct xarray* xa, unsigned long index, void* entry, gfp_t gfp) {
  XA_STATE(xas, xa, index);
  void* old;
  if (WARN_ON_ONCE_AT(xa_is_advanced(entry), "lib/xarray.c", 1545)) return XA_ERROR(-EINVAL);
  if (xa_tracks_free(xa) && !entry) entry = XA_ZERO_ENTRY;
  do {
    old = xas_store(&xas, entry);
    if (xa_tracks_free(xa)) xas_clear_mark(&xas, XA_FREE_MARK);
  } while (retry_with_node(&xas, gfp));
  return result(&xas, old);
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

void* __xa_cmpxchg(struct xarray* xa, unsigned long index, void* old, void* entry, gfp_t gfp) {
  XA_STATE(xas, xa, index);
  void* seen;
  if (WARN_ON_ONCE_AT(xa_is_advanced(entry), "lib/xarray.c", 1611)) return XA_ERROR(-EINVAL);
  do {
    seen = xas_load(&xas);
    if (seen != old) continue;
    xas_store(&xas, entry);
    if (xa_tracks_free(xa) && entry && !seen) xas_clear_mark(&xas, XA_FREE_MARK);
  } while (retry_with_node(&xas, gfp));
  return result(&xas, seen);
}
EXPORT_SYMBOL(__xa_cmpxchg);

int __xa_insert(struct xarray* xa, unsigned long index, void* entry, gfp_t gfp) {
  XA_STATE(xas, xa, index);
  if (WARN_ON_ONCE_AT(xa_is_advanced(entry), "lib/xarray.c", 1648)) return -EINVAL;
  if (!entry) entry = XA_ZERO_ENTRY;
  do {
    if (xas_load(&xas)) {
      xas_set_err(&xas, -EBUSY);
      continue;
    }
    xas_store(&xas, entry);
    if (xa_tracks_free(xa)) xas_clear_mark(&xas, XA_FREE_MARK);
  } while (retry_with_node(&xas, gfp));
  return xas_error(&xas);
}
EXPORT_SYMBOL(__xa_insert);

// The cursor's entry: as many indices from `first` as one entry can have, to `last` at most.
static void take_range(struct xa_state* xas, unsigned long first, unsigned long last) {
  unsigned long sibs = last - first, offset = first;
  unsigned int shift = 0;
  xas_set(xas, first);
  for (; sibs >= XA_CHUNK_SIZE && !(offset & XA_CHUNK_MASK); shift += XA_CHUNK_SHIFT) {
    offset >>= XA_CHUNK_SHIFT;
    sibs >>= XA_CHUNK_SHIFT;
  }
  offset &= XA_CHUNK_MASK;
  if (offset + sibs > XA_CHUNK_MASK) sibs = XA_CHUNK_MASK - offset;
  if ((((first >> shift) + sibs + 1) << shift) - 1 > last) sibs--;
  xas->xa_shift = shift;
  xas->xa_sibs = sibs;
}
static unsigned int range_order(unsigned long last) {
  return last + 1 ? __ffs(last + 1) : BITS_PER_LONG;
}

void* xa_store_range(struct xarray* xa, unsigned long first, unsigned long last, void* entry,
                     gfp_t gfp) {
  XA_STATE(xas, xa, 0);
  if (WARN_ON_ONCE(xa_is_internal(entry))) return XA_ERROR(-EINVAL);
  if (last < first) return XA_ERROR(-EINVAL);
  do {
    xas_lock(&xas);
    if (entry) {
      xas_set_order(&xas, last, range_order(last));
      xas_make(&xas, true);
    }
    while (!xas_error(&xas)) {
      unsigned long size;
      take_range(&xas, first, last);
      xas_store(&xas, entry);
      size = (xas.xa_sibs + 1UL) << xas.xa_shift;
      if (xas_error(&xas) || first + size - 1 >= last) break;
      first += size;
    }
    xas_unlock(&xas);
  } while (xas_nomem(&xas, gfp));
  return result(&xas, NULL);
}
EXPORT_SYMBOL(xa_store_range);

int __xa_alloc(struct xarray* xa, u32* id, void* entry, struct xa_limit limit, gfp_t gfp) {
  XA_STATE(xas, xa, 0);
  if (WARN_ON_ONCE_AT(xa_is_advanced(entry), "lib/xarray.c", 1830) ||
      WARN_ON_ONCE_AT(!xa_tracks_free(xa), "lib/xarray.c", 1832))
    return -EINVAL;
  if (!entry) entry = XA_ZERO_ENTRY;
  do {
    xas.xa_index = limit.min;
    xas_find_marked(&xas, limit.max, XA_FREE_MARK);
    if (xas.xa_node == XAS_RESTART)
      xas_set_err(&xas, -EBUSY);
    else
      *id = xas.xa_index;
    xas_store(&xas, entry);
    xas_clear_mark(&xas, XA_FREE_MARK);
  } while (retry_with_node(&xas, gfp));
  return xas_error(&xas);
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
  XA_STATE(xas, xa, index);
  if (xas_load(&xas)) xas_set_mark(&xas, mark);
}
EXPORT_SYMBOL(__xa_set_mark);
void __xa_clear_mark(struct xarray* xa, unsigned long index, xa_mark_t mark) {
  XA_STATE(xas, xa, index);
  if (xas_load(&xas)) xas_clear_mark(&xas, mark);
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
  XA_STATE(xas, xa, index);
  bool set;
  void* entry;
  rcu_read_lock();
  entry = xas_begin(&xas);
  for (set = xas_get_mark(&xas, mark); set && xa_is_node(entry); set = xas_get_mark(&xas, mark))
    entry = xas_go_down(&xas, xa_to_node(entry));
  rcu_read_unlock();
  return set;
}
EXPORT_SYMBOL(xa_get_mark);

static void* find(struct xa_state* xas, unsigned long max, xa_mark_t filter) {
  return (unsigned)filter < XA_MAX_MARKS ? xas_find_marked(xas, max, filter) : xas_find(xas, max);
}

void* xa_find(struct xarray* xa, unsigned long* indexp, unsigned long max, xa_mark_t filter) {
  XA_STATE(xas, xa, *indexp);
  void* entry;
  rcu_read_lock();
  do {
    entry = find(&xas, max, filter);
  } while (xas_retry(&xas, entry));
  rcu_read_unlock();
  if (entry) *indexp = xas.xa_index;
  return entry;
}
EXPORT_SYMBOL(xa_find);

// Does the index lie within an entry that begins before it?
static bool inside_entry(const struct xa_state* xas) {
  const struct xa_node* node = xas->xa_node;
  unsigned long mask;
  if (!node) return false;
  mask = (XA_CHUNK_SIZE << node->shift) - 1;
  return (xas->xa_index & mask) > ((unsigned long)xas->xa_offset << node->shift);
}

void* xa_find_after(struct xarray* xa, unsigned long* indexp, unsigned long max, xa_mark_t filter) {
  XA_STATE(xas, xa, *indexp + 1);
  void* entry;
  if (xas.xa_index == 0) return NULL;
  rcu_read_lock();
  do {
    entry = find(&xas, max, filter);
  } while (!xas_invalid(&xas) && (inside_entry(&xas) || xas_retry(&xas, entry)));
  rcu_read_unlock();
  if (entry) *indexp = xas.xa_index;
  return entry;
}
EXPORT_SYMBOL(xa_find_after);

unsigned int xa_extract(struct xarray* xa, void** dst, unsigned long start, unsigned long max,
                        unsigned int n, xa_mark_t filter) {
  XA_STATE(xas, xa, start);
  unsigned int count = 0;
  void* entry;
  if (!n) return 0;
  rcu_read_lock();
  while (count < n && (entry = find(&xas, max, filter)) != NULL) {
    if (!xas_retry(&xas, entry)) dst[count++] = entry;
  }
  rcu_read_unlock();
  return count;
}
EXPORT_SYMBOL(xa_extract);

void xa_delete_node(struct xa_node* node, xa_update_node_t update) {
  struct xa_state xas = {
      .xa = node->array,
      .xa_index = (unsigned long)node->offset << (node->shift + XA_CHUNK_SHIFT),
      .xa_shift = node->shift + XA_CHUNK_SHIFT,
      .xa_offset = node->offset,
      .xa_node = node->parent,
      .xa_update = update,
  };
  xas_store(&xas, NULL);
}
EXPORT_SYMBOL(xa_delete_node);

void xa_destroy(struct xarray* xa) {
  XA_STATE(xas, xa, 0);
  unsigned long flags;
  void* head;
  xas.xa_node = NULL;
  xa_lock_irqsave(xa, flags);
  head = xa->xa_head;
  xa->xa_head = NULL;
  xas_init_marks(&xas);
  if (xa_zero_is_busy(xa)) xas_clear_mark(&xas, XA_FREE_MARK);
  if (xa_is_node(head)) xas_free_below(&xas, xa_to_node(head));
  xa_unlock_irqrestore(xa, flags);
}
EXPORT_SYMBOL(xa_destroy);
