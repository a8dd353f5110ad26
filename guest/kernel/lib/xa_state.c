// The cursor interface of xarrays (xas_…).
//
// A cursor rests on a spot (xa_node, xa_offset), on the head (xa_node NULL), or on none:
// XAS_RESTART (look from xa_index), XAS_BOUNDS (past the end), or an error.
#include <linux/export.h>
#include <linux/slab.h>
#include <linux/xarray.h>

#include "xa_tree.h"

static struct xa_spot spot_of(const struct xa_state* xas) {
  return (struct xa_spot){xas->xa_node, xas->xa_offset};
}
static void* rest_on(struct xa_state* xas, const struct xa_spot* spot) {
  xas->xa_node = spot->node;
  xas->xa_offset = spot->offset;
  return *xa_tree_slot(xas->xa, spot);
}
static void* out_of_bounds(struct xa_state* xas) {
  xas->xa_node = XAS_BOUNDS;
  return NULL;
}

void* xas_load(struct xa_state* xas) {
  struct xa_spot spot;
  if (xas_error(xas)) return NULL;
  if (xa_tree_walk(xas->xa, xas->xa_index, &spot)) return rest_on(xas, &spot);
  if (xas->xa_index > xa_tree_max(xas->xa)) return out_of_bounds(xas);
  xas->xa_node = XAS_RESTART;
  return NULL;
}
EXPORT_SYMBOL_GPL(xas_load);

void* xas_store(struct xa_state* xas, void* entry) {
  struct xa_spot spot;
  void* old;
  int error = 0;
  if (xas_error(xas)) return NULL;
  if (!entry && !xa_tree_walk(xas->xa, xas->xa_index, &spot)) return NULL;
  if (entry) error = xa_tree_create(xas->xa, xas->xa_index, &xas->xa_alloc, &spot);
  if (error) {
    xas_set_err(xas, error);
    return NULL;
  }
  old = rest_on(xas, &spot);
  xa_tree_put(xas->xa, &spot, entry);
  if (!entry) {
    xa_tree_trim(xas->xa, spot.node);
    xas->xa_node = XAS_RESTART;
  }
  return old;
}
EXPORT_SYMBOL_GPL(xas_store);

static void* find_from(struct xa_state* xas, unsigned long max, unsigned int mark) {
  struct xa_spot spot;
  if (xas_error(xas) || xas->xa_node == XAS_BOUNDS) return NULL;
  if (xas->xa_node != XAS_RESTART && xas->xa_index++ == ULONG_MAX) return out_of_bounds(xas);
  if (xas->xa_index > max || !xa_tree_next(xas->xa, &xas->xa_index, max, mark, &spot))
    return out_of_bounds(xas);
  return rest_on(xas, &spot);
}
void* xas_find(struct xa_state* xas, unsigned long max) { return find_from(xas, max, XA_PRESENT); }
EXPORT_SYMBOL_GPL(xas_find);
void* xas_find_marked(struct xa_state* xas, unsigned long max, xa_mark_t mark) {
  return find_from(xas, max, mark);
}
EXPORT_SYMBOL_GPL(xas_find_marked);

void* xas_find_conflict(struct xa_state* xas) {
  return xas->xa_node == XAS_RESTART ? xas_load(xas) : NULL;
}
EXPORT_SYMBOL_GPL(xas_find_conflict);

static void* step(struct xa_state* xas, long by) {
  if (xas_error(xas)) return NULL;
  if (xas->xa_node != XAS_RESTART) xas->xa_index += by;
  xas->xa_node = XAS_RESTART;
  if (!xas_load(xas) && xas->xa_node == XAS_RESTART) {
    struct xa_node* spare = NULL;
    struct xa_spot spot;
    if (xa_tree_create(xas->xa, xas->xa_index, &spare, &spot) == 0) xas->xa_node = spot.node;
    return NULL;
  }
  return xas_is_node(xas) || !xas->xa_node ? xas_reload(xas) : NULL;
}
void* __xas_next(struct xa_state* xas) { return step(xas, 1); }
EXPORT_SYMBOL_GPL(__xas_next);
void* __xas_prev(struct xa_state* xas) { return step(xas, -1); }
EXPORT_SYMBOL_GPL(__xas_prev);

bool xas_get_mark(const struct xa_state* xas, xa_mark_t mark) {
  struct xa_spot spot = spot_of(xas);
  return !xas_invalid(xas) && xa_tree_mark(xas->xa, &spot, mark);
}
EXPORT_SYMBOL_GPL(xas_get_mark);
void xas_set_mark(const struct xa_state* xas, xa_mark_t mark) {
  struct xa_spot spot = spot_of(xas);
  if (!xas_invalid(xas)) xa_tree_set_mark(xas->xa, &spot, mark);
}
EXPORT_SYMBOL_GPL(xas_set_mark);
void xas_clear_mark(const struct xa_state* xas, xa_mark_t mark) {
  struct xa_spot spot = spot_of(xas);
  if (!xas_invalid(xas)) xa_tree_clear_mark(xas->xa, &spot, mark);
}
EXPORT_SYMBOL_GPL(xas_clear_mark);
void xas_init_marks(const struct xa_state* xas) {
  unsigned int mark;
  for (mark = 0; mark < XA_MAX_MARKS; mark++) {
    if (xa_tracks_free(xas->xa) && mark == XA_FREE_MARK)
      xas_set_mark(xas, mark);
    else
      xas_clear_mark(xas, mark);
  }
}
EXPORT_SYMBOL_GPL(xas_init_marks);

// After -ENOMEM: makes a node for the next try. Call it without the lock.
bool xas_nomem(struct xa_state* xas, gfp_t gfp) {
  if (xas->xa_node != XA_ERROR(-ENOMEM)) {
    if (xas->xa_alloc) xa_node_free(xas->xa_alloc);
    xas->xa_alloc = NULL;
    return false;
  }
  xas->xa_alloc = xa_node_alloc(gfp);
  if (!xas->xa_alloc) return false;
  xas->xa_node = XAS_RESTART;
  return true;
}
EXPORT_SYMBOL_GPL(xas_nomem);

void xas_pause(struct xa_state* xas) {
  if (xas_invalid(xas)) return;
  xas->xa_node = XAS_RESTART;
  if (xas->xa_index++ == ULONG_MAX) xas->xa_node = XAS_BOUNDS;
}
EXPORT_SYMBOL_GPL(xas_pause);
void xas_create_range(struct xa_state* xas) {
  struct xa_spot spot;
  int error = xa_tree_create(xas->xa, xas->xa_index, &xas->xa_alloc, &spot);
  if (error) xas_set_err(xas, error);
}
EXPORT_SYMBOL_GPL(xas_create_range);
