// Moving an xarray's cursor, and marks. See xa_cursor.h.
#include "xa_cursor.h"

#include <linux/export.h>

// The entry where the cursor rests, or the head's when it has to be started.
void* xas_begin(struct xa_state* xas) {
  void* head = xas->xa->xa_head;
  if (xas_valid(xas)) return xas_reload(xas);
  if (xas_error(xas)) return NULL;
  if (xa_is_node(head) ? (xas->xa_index >> xa_to_node(head)->shift) > XA_CHUNK_MASK
                       : xas->xa_index != 0)
    return xas_leave_bounds(xas);
  xas->xa_node = NULL;
  return head;
}

void* xas_go_down(struct xa_state* xas, struct xa_node* node) {
  unsigned int offset = xa_slot_of(xas->xa_index, node);
  if (xa_is_sibling(node->slots[offset])) offset = xa_to_sibling(node->slots[offset]);
  xas->xa_node = node;
  xas->xa_offset = offset;
  return node->slots[offset];
}

void* xas_load(struct xa_state* xas) {
  void* entry = xas_begin(xas);
  while (xa_is_node(entry) && xas->xa_shift <= xa_to_node(entry)->shift) {
    struct xa_node* node = xa_to_node(entry);
    entry = xas_go_down(xas, node);
    if (!node->shift) break;
  }
  return entry;
}
EXPORT_SYMBOL_GPL(xas_load);

// To a slot of the node, with the index that begins there.
void xas_move_to(struct xa_state* xas, unsigned long offset) {
  unsigned int shift = xas->xa_node->shift;
  xas->xa_index &= ~XA_CHUNK_MASK << shift;
  xas->xa_index += offset << shift;
}

void* __xas_prev(struct xa_state* xas) {
  if (!xas_frozen(xas->xa_node)) xas->xa_index--;
  if (!xas->xa_node) return xas_leave_bounds(xas);
  if (xas_not_node(xas->xa_node)) return xas_load(xas);
  if (xas->xa_offset != xa_slot_of(xas->xa_index, xas->xa_node)) xas->xa_offset--;
  while (xas->xa_offset == 255) {
    xas->xa_offset = xas->xa_node->offset - 1;
    xas->xa_node = xas->xa_node->parent;
    if (!xas->xa_node) return xas_leave_bounds(xas);
  }
  for (;;) {
    void* entry = xas->xa_node->slots[xas->xa_offset];
    if (!xa_is_node(entry)) return entry;
    xas->xa_node = xa_to_node(entry);
    xas->xa_offset = xa_slot_of(xas->xa_index, xas->xa_node);
  }
}
EXPORT_SYMBOL_GPL(__xas_prev);

void* __xas_next(struct xa_state* xas) {
  if (!xas_frozen(xas->xa_node)) xas->xa_index++;
  if (!xas->xa_node) return xas_leave_bounds(xas);
  if (xas_not_node(xas->xa_node)) return xas_load(xas);
  if (xas->xa_offset != xa_slot_of(xas->xa_index, xas->xa_node)) xas->xa_offset++;
  while (xas->xa_offset == XA_CHUNK_SIZE) {
    xas->xa_offset = xas->xa_node->offset + 1;
    xas->xa_node = xas->xa_node->parent;
    if (!xas->xa_node) return xas_leave_bounds(xas);
  }
  for (;;) {
    void* entry = xas->xa_node->slots[xas->xa_offset];
    if (!xa_is_node(entry)) return entry;
    xas->xa_node = xa_to_node(entry);
    xas->xa_offset = xa_slot_of(xas->xa_index, xas->xa_node);
  }
}
EXPORT_SYMBOL_GPL(__xas_next);

// The walk goes on behind the present entry, from the head.
void xas_pause(struct xa_state* xas) {
  struct xa_node* node = xas->xa_node;
  unsigned int offset = xas->xa_offset;
  if (xas_invalid(xas)) return;
  xas->xa_node = XAS_RESTART;
  if (!node) {
    xas->xa_index++;
    return;
  }
  do {
    offset++;
  } while (offset < XA_CHUNK_SIZE && xa_is_sibling(node->slots[offset]));
  xas->xa_index += (unsigned long)(offset - xas->xa_offset) << node->shift;
  if (xas->xa_index == 0) xas->xa_node = XAS_BOUNDS;
}
EXPORT_SYMBOL_GPL(xas_pause);

bool xas_get_mark(const struct xa_state* xas, xa_mark_t mark) {
  if (xas_invalid(xas)) return false;
  if (!xas->xa_node) return xa_marked(xas->xa, mark);
  return test_bit(xas->xa_offset, xas->xa_node->marks[mark]);
}
EXPORT_SYMBOL_GPL(xas_get_mark);

void xas_set_mark(const struct xa_state* xas, xa_mark_t mark) {
  struct xa_node* node = xas->xa_node;
  unsigned int offset = xas->xa_offset;
  if (xas_invalid(xas)) return;
  for (; node; offset = node->offset, node = node->parent) {
    if (__test_and_set_bit(offset, node->marks[mark])) return;
  }
  xas->xa->xa_flags |= XA_FLAGS_MARK(mark);
}
EXPORT_SYMBOL_GPL(xas_set_mark);

void xas_clear_mark(const struct xa_state* xas, xa_mark_t mark) {
  struct xa_node* node = xas->xa_node;
  unsigned int offset = xas->xa_offset;
  if (xas_invalid(xas)) return;
  for (; node; offset = node->offset, node = node->parent) {
    if (!__test_and_clear_bit(offset, node->marks[mark])) return;
    if (!bitmap_empty(node->marks[mark], XA_CHUNK_SIZE)) return;
  }
  xas->xa->xa_flags &= ~XA_FLAGS_MARK(mark);
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
