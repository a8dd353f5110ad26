// Entries of many indices: their order, and splitting them. See xa_cursor.h.
#include <linux/export.h>

#include "bug_at.h"
#include "xa_cursor.h"

int xas_get_order(struct xa_state* xas) {
  struct xa_node* node = xas->xa_node;
  int order = 0;
  if (!node) return 0;
  for (;;) {
    unsigned int next = xas->xa_offset + (1U << order);
    if (next >= XA_CHUNK_SIZE || !xa_is_sibling(node->slots[next])) break;
    order++;
  }
  return order + node->shift;
}
EXPORT_SYMBOL_GPL(xas_get_order);

int xa_get_order(struct xarray* xa, unsigned long index) {
  XA_STATE(xas, xa, index);
  int order = 0;
  rcu_read_lock();
  if (xas_load(&xas)) order = xas_get_order(&xas);
  rcu_read_unlock();
  return order;
}
EXPORT_SYMBOL(xa_get_order);

static unsigned int siblings_of(unsigned int order) { return (1U << (order % XA_CHUNK_SHIFT)) - 1; }

// Makes the nodes that splitting an entry of `order` into ones of the cursor's order needs, filled.
void xas_split_alloc(struct xa_state* xas, void* entry, unsigned int order, gfp_t gfp) {
  unsigned int left = siblings_of(order) + 1, i;
  if (WARN_ON_AT(xas->xa_shift + 2 * XA_CHUNK_SHIFT < order, "lib/xarray.c", 1012)) goto nomem;
  if (xas->xa_shift + XA_CHUNK_SHIFT > order) return;
  while (left--) {
    struct xa_node* node = xa_node_create(gfp);
    if (!node) goto nomem;
    node->array = xas->xa;
    for (i = 0; i < XA_CHUNK_SIZE; i++) {
      unsigned int canonical = i & ~(unsigned int)xas->xa_sibs;
      node->slots[i] = i == canonical ? entry : xa_mk_sibling(canonical);
    }
    node->parent = xas->xa_alloc;
    xas->xa_alloc = node;
  }
  return;
nomem:
  xas_free_spares(xas);
  xas_set_err(xas, -ENOMEM);
}
EXPORT_SYMBOL_GPL(xas_split_alloc);

static unsigned int marks_at(const struct xa_node* node, unsigned int offset) {
  unsigned int mark, set = 0;
  for (mark = 0; mark < XA_MAX_MARKS; mark++) {
    if (test_bit(offset, node->marks[mark])) set |= 1U << mark;
  }
  return set;
}
// Sets marks at a slot and, below it, at every canonical slot.
static void spread_marks(struct xa_node* node, unsigned int offset, struct xa_node* child,
                         unsigned int sibs, unsigned int set) {
  unsigned int mark, i;
  for (mark = 0; mark < XA_MAX_MARKS; mark++) {
    if (!(set & (1U << mark))) continue;
    __set_bit(offset, node->marks[mark]);
    for (i = 0; child && i < XA_CHUNK_SIZE; i += sibs + 1) __set_bit(i, child->marks[mark]);
  }
}

static void hang_child(struct xa_state* xas, struct xa_node* node, unsigned int offset, void* entry,
                       unsigned int marks) {
  struct xa_node* child = xas->xa_alloc;
  xas->xa_alloc = child->parent;
  child->shift = node->shift - XA_CHUNK_SHIFT;
  child->offset = offset;
  child->count = XA_CHUNK_SIZE;
  child->nr_values = xa_is_value(entry) ? XA_CHUNK_SIZE : 0;
  child->parent = node;
  spread_marks(node, offset, child, xas->xa_sibs, marks);
  WRITE_ONCE(node->slots[offset], xa_mk_node(child));
  xas_updated(xas, child);
}

// Splits the entry of `order` at the cursor into entries of the cursor's order.
void xas_split(struct xa_state* xas, void* entry, unsigned int order) {
  void* whole = xas_load(xas);
  struct xa_node* node = xas->xa_node;
  unsigned int first = xas->xa_offset, offset, marks, i;
  int values = 0;
  if (xas_at_top(xas)) return;
  marks = marks_at(node, first);
  offset = first + siblings_of(order) + 1;
  while (offset > first) {
    if (xas->xa_shift < node->shift) {
      hang_child(xas, node, --offset, entry, marks);
      values -= xa_is_value(whole);
      continue;
    }
    offset -= xas->xa_sibs + 1;
    spread_marks(node, offset, NULL, 0, marks);
    WRITE_ONCE(node->slots[offset], entry);
    for (i = 1; i <= xas->xa_sibs; i++) node->slots[offset + i] = xa_mk_sibling(offset);
    values += (xa_is_value(entry) - xa_is_value(whole)) * (xas->xa_sibs + 1);
  }
  node->nr_values += values;
  xas_updated(xas, node);
}
EXPORT_SYMBOL_GPL(xas_split);
