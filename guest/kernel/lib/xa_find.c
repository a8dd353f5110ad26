// Searching from an xarray's cursor. See xa_cursor.h.
#include <linux/export.h>

#include "xa_cursor.h"

static void next_slot(struct xa_state* xas) {
  xas->xa_offset++;
  xas_move_to(xas, xas->xa_offset);
}

// The next entry in or behind the cursor's slot.
static void* scan(struct xa_state* xas, unsigned long max) {
  while (xas->xa_node && xas->xa_index <= max) {
    void* entry;
    if (xas->xa_offset == XA_CHUNK_SIZE) {
      xas->xa_offset = xas->xa_node->offset + 1;
      xas->xa_node = xas->xa_node->parent;
      continue;
    }
    entry = xas->xa_node->slots[xas->xa_offset];
    if (xa_is_node(entry)) {
      xas->xa_node = xa_to_node(entry);
      xas->xa_offset = 0;
      continue;
    }
    if (entry && !xa_is_sibling(entry)) return entry;
    next_slot(xas);
  }
  if (!xas->xa_node) xas->xa_node = XAS_BOUNDS;
  return NULL;
}

void* xas_find(struct xa_state* xas, unsigned long max) {
  if (xas_error(xas) || xas->xa_node == XAS_BOUNDS) return NULL;
  if (xas->xa_index > max) return xas_leave_bounds(xas);
  if (!xas->xa_node) {
    xas->xa_index = 1;
    return xas_leave_bounds(xas);
  }
  if (xas->xa_node == XAS_RESTART) {
    void* entry = xas_load(xas);
    if (entry || xas_not_node(xas->xa_node)) return entry;
  } else if (!xas->xa_node->shift && xas->xa_offset != (xas->xa_index & XA_CHUNK_MASK)) {
    // The caller has moved the index within an entry of several slots.
    xas->xa_offset = ((xas->xa_index - 1) & XA_CHUNK_MASK) + 1;
  }
  next_slot(xas);
  return scan(xas, max);
}
EXPORT_SYMBOL_GPL(xas_find);

// Goes to the head; true when the search is over, with its result.
static bool start_marked(struct xa_state* xas, xa_mark_t mark, void** found) {
  void* head = xas->xa->xa_head;
  *found = NULL;
  xas->xa_node = NULL;
  if (xas->xa_index > xa_last_index(head)) return true;
  if (!xa_is_node(head)) {
    if (xa_marked(xas->xa, mark))
      *found = head;
    else
      xas->xa_index = 1;
    return true;
  }
  xas->xa_node = xa_to_node(head);
  xas->xa_offset = xas->xa_index >> xas->xa_node->shift;
  return false;
}
static void* past_last(struct xa_state* xas) {
  xas->xa_node = XAS_RESTART;
  return NULL;
}
static void* end_marked(struct xa_state* xas, unsigned long max) {
  return xas->xa_index > max ? past_last(xas) : xas_leave_bounds(xas);
}
static void to_canonical(struct xa_state* xas) {
  void* entry = xas->xa_node->slots[xas->xa_offset];
  if (!xa_is_sibling(entry)) return;
  xas->xa_offset = xa_to_sibling(entry);
  xas_move_to(xas, xas->xa_offset);
}

static void* scan_marked(struct xa_state* xas, unsigned long max, xa_mark_t mark, bool advance) {
  while (xas->xa_index <= max) {
    unsigned int offset;
    void* entry;
    if (xas->xa_offset == XA_CHUNK_SIZE) {
      xas->xa_offset = xas->xa_node->offset + 1;
      xas->xa_node = xas->xa_node->parent;
      if (!xas->xa_node) break;
      advance = false;
      continue;
    }
    if (!advance) to_canonical(xas);
    offset = find_next_bit(xas->xa_node->marks[mark], XA_CHUNK_SIZE, xas->xa_offset + advance);
    if (offset > xas->xa_offset) {
      advance = false;
      xas_move_to(xas, offset);
      if (xas->xa_index - 1 >= max) return past_last(xas);  // also where the index has wrapped
      xas->xa_offset = offset;
      if (offset == XA_CHUNK_SIZE) continue;
    }
    entry = xas->xa_node->slots[xas->xa_offset];
    if (!entry && !(xa_tracks_free(xas->xa) && mark == XA_FREE_MARK)) {
      advance = true;  // a mark without entry, as radix trees allow it
      continue;
    }
    if (!xa_is_node(entry)) return entry;
    xas->xa_node = xa_to_node(entry);
    xas->xa_offset = xa_slot_of(xas->xa_index, xas->xa_node);
  }
  return end_marked(xas, max);
}

void* xas_find_marked(struct xa_state* xas, unsigned long max, xa_mark_t mark) {
  void* found;
  if (xas_error(xas)) return NULL;
  if (xas->xa_index > max) return past_last(xas);
  if (!xas->xa_node) {
    xas->xa_index = 1;
    return end_marked(xas, max);
  }
  if (!xas_at_top(xas)) return scan_marked(xas, max, mark, true);
  if (start_marked(xas, mark, &found)) return xas->xa_node || found ? found : end_marked(xas, max);
  return scan_marked(xas, max, mark, false);
}
EXPORT_SYMBOL_GPL(xas_find_marked);

// The next entry that storing at the cursor would replace.
void* xas_find_conflict(struct xa_state* xas) {
  void* entry;
  if (xas_error(xas) || !xas->xa_node) return NULL;
  if (xas_at_top(xas)) {
    entry = xas_begin(xas);
    if (!entry) return NULL;
    while (xa_is_node(entry)) entry = xas_go_down(xas, xa_to_node(entry));
    if (entry) return entry;
  }
  if (xas->xa_node->shift > xas->xa_shift) return NULL;
  for (;;) {
    if (xas->xa_node->shift == xas->xa_shift) {
      if ((xas->xa_offset & xas->xa_sibs) == xas->xa_sibs) break;
    } else if (xas->xa_offset == XA_CHUNK_MASK) {
      xas->xa_offset = xas->xa_node->offset;
      xas->xa_node = xas->xa_node->parent;
      if (!xas->xa_node) break;
      continue;
    }
    entry = xas->xa_node->slots[++xas->xa_offset];
    if (xa_is_sibling(entry)) continue;
    while (xa_is_node(entry)) {
      xas->xa_node = xa_to_node(entry);
      xas->xa_offset = 0;
      entry = xas->xa_node->slots[0];
    }
    if (entry) return entry;
  }
  xas->xa_offset -= xas->xa_sibs;
  return NULL;
}
EXPORT_SYMBOL_GPL(xas_find_conflict);
