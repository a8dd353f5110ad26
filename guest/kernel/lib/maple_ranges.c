// See maple_ranges.h.
#include "maple_ranges.h"

#include <linux/errno.h>
#include <linux/rbtree_augmented.h>
#include <linux/slab.h>

static struct maple_range* range_of(struct rb_node* node) {
  return node ? rb_entry(node, struct maple_range, rb) : NULL;
}
struct maple_range* maple_after(struct maple_range* range) {
  return range_of(rb_next(&range->rb));
}
struct maple_range* maple_before(struct maple_range* range) {
  return range_of(rb_prev(&range->rb));
}

struct maple_range* maple_at_or_after(const struct maple_tree* mt, unsigned long index) {
  struct rb_node* node = mt->ma_root;
  struct maple_range* best = NULL;
  while (node) {
    struct maple_range* range = range_of(node);
    if (range->last >= index) {
      best = range;
      node = node->rb_left;
    } else {
      node = node->rb_right;
    }
  }
  return best;
}
struct maple_range* maple_at_or_before(const struct maple_tree* mt, unsigned long index) {
  struct rb_node* node = mt->ma_root;
  struct maple_range* best = NULL;
  while (node) {
    struct maple_range* range = range_of(node);
    if (range->first <= index) {
      best = range;
      node = node->rb_right;
    } else {
      node = node->rb_left;
    }
  }
  return best;
}

static unsigned long own_gap(struct maple_range* range) { return range->gap; }
RB_DECLARE_CALLBACKS_MAX(static, gaps, struct maple_range, rb, unsigned long, widest, own_gap)

// The flags say how high the tree is: here, whether there is one.
static void set_root(struct maple_tree* mt, struct rb_node* root) {
  mt->ma_root = root;
  mt->ma_flags &= ~MT_FLAGS_HEIGHT_MASK;
  if (root) mt->ma_flags |= 1 << MT_FLAGS_HEIGHT_OFFSET;
}

// After a change of what lies before the range.
static void measure(struct maple_range* range) {
  struct maple_range* below;
  if (!range) return;
  below = maple_before(range);
  range->gap = range->first - (below ? below->last + 1 : 0);
  gaps.propagate(&range->rb, NULL);
}

static void hang(struct maple_tree* mt, struct maple_range* range, unsigned long first,
                 unsigned long last, void* entry) {
  struct rb_root root = {mt->ma_root};
  struct rb_node **link = &root.rb_node, *parent = NULL;
  *range = (struct maple_range){.first = first, .last = last, .entry = entry};
  while (*link) {
    parent = *link;
    link = first < range_of(parent)->first ? &parent->rb_left : &parent->rb_right;
  }
  rb_link_node(&range->rb, parent, link);
  rb_insert_augmented(&range->rb, &root, &gaps);
  set_root(mt, root.rb_node);
  measure(range);
  measure(maple_after(range));
}
static void take_off(struct maple_tree* mt, struct maple_range* range) {
  struct rb_root root = {mt->ma_root};
  struct maple_range* above = maple_after(range);
  rb_erase_augmented(&range->rb, &root, &gaps);
  set_root(mt, root.rb_node);
  measure(above);
  kfree(range);
}

// Where an order begins. The other side is !side.
enum side { LEFT, RIGHT };
static bool has_gap(struct rb_node* node, unsigned long size) {
  return node && range_of(node)->widest >= size;
}
static struct rb_node* near_child(const struct rb_node* node, enum side from) {
  return from == RIGHT ? node->rb_right : node->rb_left;
}
// The first in order (from that side) in a subtree that has one.
static struct maple_range* first_gap(struct rb_node* node, unsigned long size, enum side from) {
  for (;;) {
    if (has_gap(near_child(node, from), size))
      node = near_child(node, from);
    else if (range_of(node)->gap >= size)
      return range_of(node);
    else
      node = near_child(node, !from);
  }
}
static struct maple_range* search_gap(const struct maple_tree* mt, struct maple_range* range,
                                      unsigned long size, enum side from) {
  struct rb_node* node = range ? &range->rb : NULL;
  if (!node) return has_gap(mt->ma_root, size) ? first_gap(mt->ma_root, size, from) : NULL;
  for (;;) {
    struct rb_node* parent = rb_parent(node);
    if (has_gap(near_child(node, !from), size))
      return first_gap(near_child(node, !from), size, from);
    while (parent && near_child(parent, !from) == node) {
      node = parent;
      parent = rb_parent(node);
    }
    if (!parent || range_of(parent)->gap >= size) return range_of(parent);
    node = parent;
  }
}
struct maple_range* maple_next_gap(const struct maple_tree* mt, struct maple_range* range,
                                   unsigned long size) {
  return search_gap(mt, range, size, LEFT);
}
struct maple_range* maple_previous_gap(const struct maple_tree* mt, struct maple_range* range,
                                       unsigned long size) {
  return search_gap(mt, range, size, RIGHT);
}

// Cuts [first, last] out of what is there. `tail` is used when that splits a range.
static void cut_out(struct maple_tree* mt, unsigned long first, unsigned long last,
                    struct maple_range** tail) {
  struct maple_range* range = maple_at_or_after(mt, first);
  while (range && range->first <= last) {
    struct maple_range* next = maple_after(range);
    if (range->first < first) {
      unsigned long end = range->last;
      range->last = first - 1;
      measure(next);
      if (end > last) {
        hang(mt, *tail, last + 1, end, range->entry);
        *tail = NULL;
      }
    } else if (range->last > last) {
      range->first = last + 1;
      measure(range);
    } else {
      take_off(mt, range);
    }
    range = next;
  }
}

int maple_set(struct maple_tree* mt, unsigned long first, unsigned long last, void* entry,
              gfp_t gfp) {
  struct maple_range* own = maple_at_or_after(mt, first);
  struct maple_range* tail = NULL;
  bool splits = own && own->first < first && own->last > last;
  if (own && entry && own->first == first && own->last == last) {
    own->entry = entry;
    return 0;
  }
  own = entry ? kmalloc(sizeof(*own), gfp) : NULL;
  if (splits) tail = kmalloc(sizeof(*tail), gfp);
  if ((entry && !own) || (splits && !tail)) {
    kfree(own);
    kfree(tail);
    return -ENOMEM;
  }
  cut_out(mt, first, last, &tail);
  if (own) hang(mt, own, first, last, entry);
  return 0;
}

void maple_clear(struct maple_tree* mt) {
  struct rb_root root = {mt->ma_root};
  struct maple_range *range, *next;
  set_root(mt, NULL);
  rbtree_postorder_for_each_entry_safe(range, next, &root, rb) kfree(range);
}
