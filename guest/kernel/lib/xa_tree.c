// Nodes, heights, marks and searching of the tree of xa_tree.h.
#include "xa_tree.h"

#include <linux/export.h>
#include <linux/slab.h>

struct xa_node* xa_node_alloc(gfp_t gfp) {
  return kzalloc(sizeof(struct xa_node), gfp);
}
void xa_node_free(struct xa_node* node) { kfree(node); }

static unsigned long node_max(const struct xa_node* node) {
  unsigned int bits = node->shift + XA_CHUNK_SHIFT;
  return bits >= BITS_PER_LONG ? ULONG_MAX : (1UL << bits) - 1;
}

unsigned long xa_tree_max(const struct xarray* xa) {
  return xa_is_node(xa->xa_head) ? node_max(xa_to_node(xa->xa_head)) : 0;
}

bool xa_tree_walk(const struct xarray* xa, unsigned long index, struct xa_spot* spot) {
  void* entry = xa->xa_head;
  spot->node = NULL;
  spot->offset = 0;
  if (index > xa_tree_max(xa)) return false;
  while (xa_is_node(entry)) {
    spot->node = xa_to_node(entry);
    spot->offset = (index >> spot->node->shift) & XA_CHUNK_MASK;
    entry = spot->node->slots[spot->offset];
    if (!entry && spot->node->shift) return false;
  }
  return true;
}

void** xa_tree_slot(struct xarray* xa, const struct xa_spot* spot) {
  return spot->node ? &spot->node->slots[spot->offset] : &xa->xa_head;
}

static struct xa_node* take_node(struct xarray* xa, struct xa_node** spare) {
  struct xa_node* node = *spare;
  *spare = NULL;
  if (!node) node = xa_node_alloc(GFP_NOWAIT | __GFP_NOWARN);
  if (!node) return NULL;
  INIT_LIST_HEAD(&node->private_list);
  node->array = xa;
  return node;
}

// Does the tree hold anything at height 0? A NULL that is not free counts (idr_alloc of NULL).
static bool head_in_use(const struct xarray* xa) {
  return xa->xa_head || (xa_tracks_free(xa) && !xa_marked(xa, XA_FREE_MARK) &&
                         !(xa->xa_flags & XA_FLAGS_ZERO_BUSY));
}

static void put_head_below(struct xarray* xa, struct xa_node* node) {
  void* head = xa->xa_head;
  unsigned int mark;
  node->count = head != NULL;
  node->nr_values = xa_is_value(head);
  node->slots[0] = head;
  for (mark = 0; mark < XA_MAX_MARKS; mark++) {
    if (xa_tracks_free(xa) && mark == XA_FREE_MARK) {
      bitmap_fill(node->marks[mark], XA_CHUNK_SIZE);
      if (!xa_marked(xa, XA_FREE_MARK)) __clear_bit(0, node->marks[mark]);
      xa->xa_flags |= XA_FLAGS_MARK(XA_FREE_MARK);
    } else if (xa_marked(xa, mark)) {
      __set_bit(0, node->marks[mark]);
    }
  }
  if (xa_is_node(head)) {
    xa_to_node(head)->parent = node;
    xa_to_node(head)->offset = 0;
  }
  xa->xa_head = xa_mk_node(node);
}

static int grow(struct xarray* xa, unsigned long index, struct xa_node** spare) {
  while (index > xa_tree_max(xa)) {
    bool used = head_in_use(xa);
    struct xa_node* node = take_node(xa, spare);
    if (!node) return -ENOMEM;
    node->shift = xa_is_node(xa->xa_head) ? xa_to_node(xa->xa_head)->shift + XA_CHUNK_SHIFT : 0;
    while (!used && index > node_max(node)) node->shift += XA_CHUNK_SHIFT;
    put_head_below(xa, node);
  }
  return 0;
}

int xa_tree_create(struct xarray* xa, unsigned long index, struct xa_node** spare,
                   struct xa_spot* spot) {
  struct xa_node *node, *below;
  if (xa_tree_walk(xa, index, spot)) return 0;
  if (grow(xa, index, spare)) goto nomem;
  if (!xa_is_node(xa->xa_head)) {
    *spot = (struct xa_spot){NULL, 0};
    return 0;
  }
  for (node = xa_to_node(xa->xa_head); node->shift; node = below) {
    unsigned int offset = (index >> node->shift) & XA_CHUNK_MASK;
    if (node->slots[offset]) {
      below = xa_to_node(node->slots[offset]);
      continue;
    }
    below = take_node(xa, spare);
    if (!below) goto nomem_trim;
    below->shift = node->shift - XA_CHUNK_SHIFT;
    below->offset = offset;
    below->parent = node;
    if (xa_tracks_free(xa)) bitmap_fill(below->marks[XA_FREE_MARK], XA_CHUNK_SIZE);
    node->slots[offset] = xa_mk_node(below);
    node->count++;
  }
  *spot = (struct xa_spot){node, index & XA_CHUNK_MASK};
  return 0;
nomem_trim:
  xa_tree_trim(xa, node);
nomem:
  return -ENOMEM;
}

void xa_tree_put(struct xarray* xa, const struct xa_spot* spot, void* entry) {
  void** slot = xa_tree_slot(xa, spot);
  void* old = *slot;
  unsigned int mark;
  if (spot->node) {
    spot->node->count += (entry != NULL) - (old != NULL);
    spot->node->nr_values += xa_is_value(entry) - xa_is_value(old);
  }
  WRITE_ONCE(*slot, entry);
  if (entry) return;
  for (mark = 0; mark < XA_MAX_MARKS; mark++) {
    if (xa_tracks_free(xa) && mark == XA_FREE_MARK)
      xa_tree_set_mark(xa, spot, mark);
    else
      xa_tree_clear_mark(xa, spot, mark);
  }
}

static void lower(struct xarray* xa) {
  while (xa_is_node(xa->xa_head)) {
    struct xa_node* node = xa_to_node(xa->xa_head);
    void* only = node->slots[0];
    if (node->count != 1 || !only || (!xa_is_node(only) && node->shift)) return;
    if (xa_is_zero(only) && xa->xa_flags & XA_FLAGS_ZERO_BUSY) only = NULL;
    xa->xa_head = only;
    if (xa_tracks_free(xa) && !test_bit(0, node->marks[XA_FREE_MARK]))
      xa->xa_flags &= ~XA_FLAGS_MARK(XA_FREE_MARK);
    if (xa_is_node(only)) xa_to_node(only)->parent = NULL;
    xa_node_free(node);
  }
}

void xa_tree_trim(struct xarray* xa, struct xa_node* node) {
  while (node && !node->count) {
    struct xa_node* parent = node->parent;
    // A NULL that is in use keeps its node.
    if (xa_tracks_free(xa) && !bitmap_full(node->marks[XA_FREE_MARK], XA_CHUNK_SIZE)) return;
    if (parent) {
      parent->slots[node->offset] = NULL;
      parent->count--;
    } else {
      xa->xa_head = NULL;
    }
    xa_node_free(node);
    node = parent;
  }
  lower(xa);
}

bool xa_tree_mark(const struct xarray* xa, const struct xa_spot* spot, unsigned int mark) {
  if (!spot->node) return xa_marked(xa, mark);
  return test_bit(spot->offset, spot->node->marks[mark]);
}

void xa_tree_set_mark(struct xarray* xa, const struct xa_spot* spot, unsigned int mark) {
  struct xa_node* node = spot->node;
  unsigned int offset = spot->offset;
  for (; node; offset = node->offset, node = node->parent) {
    if (__test_and_set_bit(offset, node->marks[mark])) return;
  }
  xa->xa_flags |= XA_FLAGS_MARK(mark);
}

void xa_tree_clear_mark(struct xarray* xa, const struct xa_spot* spot, unsigned int mark) {
  struct xa_node* node = spot->node;
  unsigned int offset = spot->offset;
  for (; node; offset = node->offset, node = node->parent) {
    if (!__test_and_clear_bit(offset, node->marks[mark])) return;
    if (!bitmap_empty(node->marks[mark], XA_CHUNK_SIZE)) return;
  }
  xa->xa_flags &= ~XA_FLAGS_MARK(mark);
}

static unsigned int next_offset(const struct xa_node* node, unsigned int offset,
                                unsigned int mark) {
  if (mark != XA_PRESENT) return find_next_bit(node->marks[mark], XA_CHUNK_SIZE, offset);
  while (offset < XA_CHUNK_SIZE && !node->slots[offset]) offset++;
  return offset;
}

static bool head_matches(const struct xarray* xa, unsigned int mark) {
  return mark == XA_PRESENT ? xa->xa_head != NULL : xa_marked(xa, mark);
}

bool xa_tree_next(const struct xarray* xa, unsigned long* index, unsigned long max,
                  unsigned int mark, struct xa_spot* spot) {
  struct xa_node* node;
  unsigned long at = *index;
  if (at > max || at > xa_tree_max(xa)) return false;
  *spot = (struct xa_spot){NULL, 0};
  if (!xa_is_node(xa->xa_head)) return head_matches(xa, mark);
  for (node = xa_to_node(xa->xa_head); node;) {
    unsigned int from = (at >> node->shift) & XA_CHUNK_MASK;
    unsigned int offset = next_offset(node, from, mark);
    unsigned long base = at & ~node_max(node);
    if (offset == XA_CHUNK_SIZE) {
      // Behind this node: go on with the parent's next slot.
      if (node_max(node) == ULONG_MAX || base + node_max(node) >= max) return false;
      at = base + node_max(node) + 1;
      while (node && ((at >> node->shift) & XA_CHUNK_MASK) == 0) node = node->parent;
      continue;
    }
    if (offset != from) at = base + ((unsigned long)offset << node->shift);
    if (at > max) return false;
    if (!node->shift || !node->slots[offset]) {
      *index = at;
      *spot = (struct xa_spot){node, offset};
      return true;
    }
    node = xa_to_node(node->slots[offset]);
  }
  return false;
}

bool xa_tree_next_free(const struct xarray* xa, unsigned long* index, unsigned long max) {
  struct xa_spot spot;
  if (xa_tree_next(xa, index, max, XA_FREE_MARK, &spot)) return true;
  if (head_in_use(xa) || xa->xa_flags & XA_FLAGS_ZERO_BUSY) {
    unsigned long end = xa_tree_max(xa);
    if (end == ULONG_MAX) return false;
    if (*index <= end) *index = end + 1;
  }
  return *index <= max;
}

void xa_tree_destroy(struct xarray* xa) {
  struct xa_node* node = xa_is_node(xa->xa_head) ? xa_to_node(xa->xa_head) : NULL;
  while (node) {
    struct xa_node* parent = node->parent;
    unsigned int i;
    for (i = 0; i < XA_CHUNK_SIZE && !xa_is_node(node->slots[i]); i++) {
    }
    if (i < XA_CHUNK_SIZE && node->shift) {
      struct xa_node* below = xa_to_node(node->slots[i]);
      node->slots[i] = NULL;
      node = below;
      continue;
    }
    xa_node_free(node);
    node = parent;
  }
  xa->xa_head = NULL;
  xa->xa_flags &= ~(XA_FLAGS_MARK(0) | XA_FLAGS_MARK(1) | XA_FLAGS_MARK(2));
  if (xa_tracks_free(xa) && !(xa->xa_flags & XA_FLAGS_ZERO_BUSY))
    xa->xa_flags |= XA_FLAGS_MARK(XA_FREE_MARK);
}
