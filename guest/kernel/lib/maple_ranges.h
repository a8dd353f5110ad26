// The ranges below maple trees: disjoint, sorted, each with an entry that is not NULL.
//
// They hang in a red-black tree by their first index; ma_root is its root. Linux keeps the same map
// in a B-tree of 16 slots a node.
#ifndef GUEST_KERNEL_LIB_MAPLE_RANGES_H
#define GUEST_KERNEL_LIB_MAPLE_RANGES_H

#include <linux/maple_tree.h>
#include <linux/rbtree.h>

struct maple_range {
  struct rb_node rb;
  unsigned long first, last;
  void* entry;
  unsigned long gap;     // free indices between the range before and this one
  unsigned long widest;  // the largest gap in the subtree
};
// The lowest range that ends at or behind the index; the highest that begins at or before it.
struct maple_range* maple_at_or_after(const struct maple_tree* mt, unsigned long index);
struct maple_range* maple_at_or_before(const struct maple_tree* mt, unsigned long index);
struct maple_range* maple_after(struct maple_range* range);
struct maple_range* maple_before(struct maple_range* range);
// The next range behind, or before, `range` (NULL: from the end) whose gap has `size` or more.
struct maple_range* maple_next_gap(const struct maple_tree* mt, struct maple_range* range,
                                   unsigned long size);
struct maple_range* maple_previous_gap(const struct maple_tree* mt, struct maple_range* range,
                                       unsigned long size);
// Makes [first, last] map to `entry`, or to nothing. -ENOMEM leaves the map as it was.
int maple_set(struct maple_tree* mt, unsigned long first, unsigned long last, void* entry,
              gfp_t gfp);
void maple_clear(struct maple_tree* mt);

#endif
