// Storing at an xarray's cursor: nodes, growing, shrinking. See xa_cursor.h.
#include <linux/export.h>
#include <linux/slab.h>

#include "xa_cursor.h"

struct xa_node* xa_node_create(gfp_t gfp) {
  return kzalloc(sizeof(struct xa_node), gfp);
}
static void node_free_rcu(struct rcu_head* head) {
  kfree(container_of(head, struct xa_node, rcu_head));
}
void xa_node_release(struct xa_node* node) { call_rcu(&node->rcu_head, node_free_rcu); }

void xas_free_spares(struct xa_state* xas) {
  while (xas->xa_alloc) {
    struct xa_node* node = xas->xa_alloc;
    xas->xa_alloc = node->parent;
    kfree(node);
  }
}

// After -ENOMEM: makes a node for the next try.
bool xas_nomem(struct xa_state* xas, gfp_t gfp) {
  if (xas->xa_node != XA_ERROR(-ENOMEM)) {
    xas_free_spares(xas);
    return false;
  }
  xas->xa_alloc = xa_node_create(gfp);
  if (!xas->xa_alloc) return false;
  xas->xa_node = XAS_RESTART;
  return true;
}
EXPORT_SYMBOL_GPL(xas_nomem);

static struct xa_node* take_node(struct xa_state* xas, unsigned int shift) {
  struct xa_node* parent = xas->xa_node;
  struct xa_node* node = xas->xa_alloc;
  if (xas_invalid(xas)) return NULL;
  if (node)
    xas->xa_alloc = NULL;
  else
    node = xa_node_create(GFP_NOWAIT | __GFP_NOWARN);
  if (!node) {
    xas_set_err(xas, -ENOMEM);
    return NULL;
  }
  if (parent) {
    node->offset = xas->xa_offset;
    parent->count++;
    xas_updated(xas, parent);
  }
  node->shift = shift;
  node->parent = parent;
  node->array = xas->xa;
  INIT_LIST_HEAD(&node->private_list);
  return node;
}

// The highest index that the cursor's entry takes; more than 0 when it takes several.
static unsigned long last_needed(const struct xa_state* xas) {
  unsigned long span = ((xas->xa_sibs + 1UL) << xas->xa_shift) - 1;
  unsigned long last = xas->xa_index | span;
  return span && last == span ? last + 1 : last;
}

static void mark_below(struct xarray* xa, struct xa_node* node) {
  unsigned int mark;
  for (mark = 0; mark < XA_MAX_MARKS; mark++) {
    if (xa_tracks_free(xa) && mark == XA_FREE_MARK) {
      bitmap_fill(node->marks[mark], XA_CHUNK_SIZE);
      if (!xa_marked(xa, mark)) __clear_bit(0, node->marks[mark]);
      xa->xa_flags |= XA_FLAGS_MARK(mark);
    } else if (xa_marked(xa, mark)) {
      __set_bit(0, node->marks[mark]);
    }
  }
}

// Puts nodes on top until the tree is high enough. Returns the shift above the head, or an error.
static int expand(struct xa_state* xas, void* head) {
  unsigned long last = last_needed(xas);
  struct xa_node* node = NULL;
  unsigned int shift = 0;
  if (!head) {
    if (last == 0) return 0;
    while ((last >> shift) >= XA_CHUNK_SIZE) shift += XA_CHUNK_SHIFT;
    return shift + XA_CHUNK_SHIFT;
  }
  if (xa_is_node(head)) {
    node = xa_to_node(head);
    shift = node->shift + XA_CHUNK_SHIFT;
  }
  xas->xa_node = NULL;
  for (; last > xa_last_index(head); shift += XA_CHUNK_SHIFT) {
    node = take_node(xas, shift);
    if (!node) return -ENOMEM;
    node->count = 1;
    node->nr_values = xa_is_value(head);
    node->slots[0] = head;
    mark_below(xas->xa, node);
    if (xa_is_node(head)) {
      xa_to_node(head)->offset = 0;
      xa_to_node(head)->parent = node;
    }
    head = xa_mk_node(node);
    xas->xa->xa_head = head;
    xas_updated(xas, node);
  }
  xas->xa_node = node;
  return shift;
}

// Makes the slot for the cursor's order and rests there; returns what it holds.
void* xas_make(struct xa_state* xas, bool allow_root) {
  void **slot = &xas->xa->xa_head, *entry;
  int shift = 0;
  if (xas_at_top(xas)) {
    entry = xas->xa->xa_head;
    xas->xa_node = NULL;
    if (!entry && xa_zero_is_busy(xas->xa)) entry = XA_ZERO_ENTRY;
    shift = expand(xas, entry);
    if (shift < 0) return NULL;
    if (!shift && !allow_root) shift = XA_CHUNK_SHIFT;
  } else if (xas_error(xas)) {
    return NULL;
  } else {
    slot = &xas->xa_node->slots[xas->xa_offset];
    shift = xas->xa_node->shift;
  }
  entry = *slot;
  while (shift > xas->xa_shift) {
    struct xa_node* node;
    shift -= XA_CHUNK_SHIFT;
    if (entry && !xa_is_node(entry)) break;
    node = entry ? xa_to_node(entry) : take_node(xas, shift);
    if (!node) break;
    if (!entry) {
      if (xa_tracks_free(xas->xa)) bitmap_fill(node->marks[XA_FREE_MARK], XA_CHUNK_SIZE);
      *slot = xa_mk_node(node);
    }
    entry = xas_go_down(xas, node);
    slot = &node->slots[xas->xa_offset];
  }
  return entry;
}

void xas_create_range(struct xa_state* xas) {
  unsigned long index = xas->xa_index;
  unsigned char shift = xas->xa_shift, sibs = xas->xa_sibs;
  xas->xa_index |= ((sibs + 1UL) << shift) - 1;
  if (xas_is_node(xas) && xas->xa_node->shift == shift) xas->xa_offset |= sibs;
  xas->xa_shift = 0;
  xas->xa_sibs = 0;
  for (;;) {
    xas_make(xas, true);
    if (xas_error(xas)) {
      xas->xa_shift = shift;
      xas->xa_sibs = sibs;
      xas->xa_index = index;
      return;
    }
    if (xas->xa_index <= (index | XA_CHUNK_MASK)) break;
    xas->xa_index -= XA_CHUNK_SIZE;
    while (xas->xa_node && xas->xa_node->shift < shift) {
      struct xa_node* node = xas->xa_node;
      xas->xa_node = node->parent;
      xas->xa_offset = node->offset - 1;
      if (node->offset) break;
    }
  }
  xas->xa_index = index;
  if (xas->xa_node) xas->xa_offset = xa_slot_of(index, xas->xa_node);
}
EXPORT_SYMBOL_GPL(xas_create_range);

// Takes off nodes at the top that lead to index 0 only.
static void shrink(struct xa_state* xas, struct xa_node* node) {
  struct xarray* xa = xas->xa;
  while (node->count == 1) {
    void* entry = node->slots[0];
    if (!entry || (!xa_is_node(entry) && node->shift)) break;
    if (xa_is_zero(entry) && xa_zero_is_busy(xa)) entry = NULL;
    xas->xa_node = XAS_BOUNDS;
    xa->xa_head = entry;
    if (xa_tracks_free(xa) && !test_bit(0, node->marks[XA_FREE_MARK]))
      xa->xa_flags &= ~XA_FLAGS_MARK(XA_FREE_MARK);
    node->count = 0;
    node->nr_values = 0;
    if (!xa_is_node(entry)) node->slots[0] = XA_RETRY_ENTRY;
    xas_updated(xas, node);
    xa_node_release(node);
    if (!xa_is_node(entry)) break;
    node = xa_to_node(entry);
    node->parent = NULL;
  }
}

// Frees the cursor's node, and those above, as far as they are empty.
static void trim(struct xa_state* xas) {
  struct xa_node* node = xas->xa_node;
  while (!node->count) {
    struct xa_node* parent = node->parent;
    xas->xa_node = parent;
    xas->xa_offset = node->offset;
    xa_node_release(node);
    if (!parent) {
      xas->xa->xa_head = NULL;
      xas->xa_node = XAS_BOUNDS;
      return;
    }
    parent->slots[xas->xa_offset] = NULL;
    parent->count--;
    node = parent;
    xas_updated(xas, node);
  }
  if (!node->parent) shrink(xas, node);
}

static struct xa_node* retire_node(struct xa_state* xas, struct xa_node* node) {
  struct xa_node* parent = node->parent;
  node->count = 0;
  node->nr_values = 0;
  xas_updated(xas, node);
  xa_node_release(node);
  return parent;
}

// Frees a subtree, children first. Readers that still see it are told to start again.
void xas_free_below(struct xa_state* xas, struct xa_node* top) {
  struct xa_node* node = top;
  unsigned int offset = 0;
  for (;;) {
    if (offset == XA_CHUNK_SIZE) {
      bool last = node == top;
      offset = node->offset + 1;
      node = retire_node(xas, node);
      if (last) return;
    } else if (node->shift && xa_is_node(node->slots[offset])) {
      node = xa_to_node(node->slots[offset]);
      offset = 0;
    } else {
      if (node->slots[offset]) node->slots[offset] = XA_RETRY_ENTRY;
      offset++;
    }
  }
}

// The marks of the slots that become siblings go to the canonical one.
static void squash_marks(const struct xa_state* xas) {
  unsigned int end = xas->xa_offset + xas->xa_sibs + 1;
  unsigned int mark;
  for (mark = 0; mark < XA_MAX_MARKS; mark++) {
    unsigned long* marks = xas->xa_node->marks[mark];
    if (find_next_bit(marks, end, xas->xa_offset + 1) >= end) continue;
    __set_bit(xas->xa_offset, marks);
    bitmap_clear(marks, xas->xa_offset + 1, xas->xa_sibs);
  }
}

// Fills the slots of the cursor's node: the canonical one, its siblings, and, where an old entry
// was longer and NULL is stored, the rest of that.
static void fill_slots(struct xa_state* xas, void* entry, void* first) {
  struct xa_node* node = xas->xa_node;
  unsigned int offset = xas->xa_offset, end = offset + xas->xa_sibs;
  bool value = xa_is_value(entry);
  int count = 0, values = 0;
  void* old = first;
  for (;;) {
    WRITE_ONCE(node->slots[offset], entry);
    if (xa_is_node(old) && node->shift) xas_free_below(xas, xa_to_node(old));
    count += !old - !entry;
    values += !xa_is_value(first) - !value;
    if (entry ? offset == end : offset == XA_CHUNK_MASK) break;
    if (entry && !xa_is_sibling(entry)) entry = xa_mk_sibling(xas->xa_offset);
    old = node->slots[++offset];
    if (xa_is_sibling(old)) continue;
    if (!entry && offset > end) break;
    first = old;
  }
  node->count += count;
  node->nr_values += values;
  xas_updated(xas, node);
  if (count < 0) trim(xas);
}

void* xas_store(struct xa_state* xas, void* entry) {
  void* first = entry ? xas_make(xas, !xa_is_node(entry) && !xa_is_zero(entry)) : xas_load(xas);
  struct xa_node* node = xas->xa_node;
  if (xas_invalid(xas)) return first;
  if (node && xas->xa_shift < node->shift) xas->xa_sibs = 0;
  if (first == entry && !xas->xa_sibs) return first;
  if (node && xas->xa_sibs) squash_marks(xas);
  if (!entry) xas_init_marks(xas);
  if (node) {
    fill_slots(xas, entry, first);
  } else {
    WRITE_ONCE(xas->xa->xa_head, entry);
    if (xa_is_node(first)) xas_free_below(xas, xa_to_node(first));
  }
  return first;
}
EXPORT_SYMBOL_GPL(xas_store);
