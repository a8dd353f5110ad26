// What the files of the xarray's cursor (struct xa_state) share. Linux: 6.1 lib/xarray.c.
//
// An entry of 2^n indices has one slot of a node of matching shift, or several in a row: the first
// is the canonical one, the others are siblings (internal entries that hold the number of the
// canonical slot). Marks belong to canonical slots. X1 count of a node is the number of its slots
// that are not NULL, siblings included; nr_values counts value entries and their siblings. X2 a
// slot that leads to a node has a mark exactly when one of that node's slots has it. X3 in an array
// that tracks free indices mark 0 is set where nothing is.
#ifndef GUEST_KERNEL_LIB_XA_CURSOR_H
#define GUEST_KERNEL_LIB_XA_CURSOR_H

#include <linux/xarray.h>

static inline bool xa_tracks_free(const struct xarray* xa) {
  return xa->xa_flags & XA_FLAGS_TRACK_FREE;
}
static inline bool xa_zero_is_busy(const struct xarray* xa) {
  return xa->xa_flags & XA_FLAGS_ZERO_BUSY;
}
static inline unsigned int xa_slot_of(unsigned long index, const struct xa_node* node) {
  return (index >> node->shift) & XA_CHUNK_MASK;
}
// The highest index below an entry of the head.
static inline unsigned long xa_last_index(void* entry) {
  return xa_is_node(entry) ? (XA_CHUNK_SIZE << xa_to_node(entry)->shift) - 1 : 0;
}
static inline void xas_updated(struct xa_state* xas, struct xa_node* node) {
  if (xas->xa_update) xas->xa_update(node);
}
static inline void* xas_leave_bounds(struct xa_state* xas) {
  xas->xa_node = XAS_BOUNDS;
  return NULL;
}
// Is the cursor at the top: on the head, or to be started?
static inline bool xas_at_top(const struct xa_state* xas) { return xas->xa_node <= XAS_RESTART; }

void* xas_begin(struct xa_state* xas);
void* xas_go_down(struct xa_state* xas, struct xa_node* node);
void xas_move_to(struct xa_state* xas, unsigned long offset);
void* xas_make(struct xa_state* xas, bool allow_root);
void xas_free_below(struct xa_state* xas, struct xa_node* top);
void xas_free_spares(struct xa_state* xas);
struct xa_node* xa_node_create(gfp_t gfp);
void xa_node_release(struct xa_node* node);

#endif
