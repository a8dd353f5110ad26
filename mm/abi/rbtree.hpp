// Augmented red-black trees in guest memory, in the layout that guest C sees.
//
// Linux: struct rb_node, struct rb_root (include/linux/rbtree_types.h); balancing follows the usual
// rules, so a tree has the shape that Linux's has after the same insertions and removals.
// An Augment policy keeps a value per subtree:
//   static bool update(const Ram&, RbNode&)   recomputes the node's value from its children; true
//                                             when it changed.
// T1  Parents are followed with their colour bit (0: red, 1: black) cut off.
// T2  No loop here runs longer than kMaxDepth: links that a guest has damaged end in a failed check
//     of mm32's, never in an endless loop.
#pragma once

#include "mm/base/check.hpp"
#include "mm/base/ram.hpp"

namespace mm32 {

struct RbNode {
  std::uint32_t parent_color;
  GuestPtr<RbNode> right;
  GuestPtr<RbNode> left;
};
static_assert(sizeof(RbNode) == 12);

struct RbRoot {
  GuestPtr<RbNode> node;
};
static_assert(sizeof(RbRoot) == 4);

struct NoAugment {
  static bool update(const Ram&, RbNode&) { return false; }
};

namespace rb {

using Link = GuestPtr<RbNode>;
enum class Side : std::uint8_t { kLeft, kRight };

inline constexpr unsigned kMaxDepth = 128;

inline RbNode& at(const Ram& ram, Link link) { return ram.at(Link(link.raw & ~3u)); }
inline Link parent_of(const RbNode& node) { return Link(node.parent_color & ~3u); }
inline bool is_black(const RbNode& node) { return (node.parent_color & 1u) != 0; }
inline bool is_red_link(const Ram& ram, Link link) { return link && !is_black(at(ram, link)); }
inline void set_parent(RbNode& node, Link parent) {
  node.parent_color = parent.raw | (node.parent_color & 1u);
}
inline void set_black(RbNode& node) { node.parent_color |= 1u; }
inline void set_red(RbNode& node) { node.parent_color &= ~1u; }
inline void copy_color(RbNode& to, const RbNode& from) {
  to.parent_color = (to.parent_color & ~1u) | (from.parent_color & 1u);
}
inline Link& child(RbNode& node, Side side) { return side == Side::kLeft ? node.left : node.right; }
constexpr Side opposite(Side side) { return side == Side::kLeft ? Side::kRight : Side::kLeft; }

/// Counts the steps of one climb or descent (T2).
class Steps {
 public:
  void operator++() { MM_CHECK(++count_ < kMaxDepth); }

 private:
  unsigned count_ = 0;
};

inline Link leftmost(const Ram& ram, Link link) {
  for (Steps s; link && at(ram, link).left; ++s) link = at(ram, link).left;
  return link;
}
inline Link first(const Ram& ram, const RbRoot& root) { return leftmost(ram, root.node); }

/// In-order successor; null after the last. Linux: rb_next.
inline Link next(const Ram& ram, const RbNode& node) {
  if (node.right) return leftmost(ram, node.right);
  Link below = guest_ptr(node);
  Link up = parent_of(node);
  for (Steps s; up && at(ram, up).right == below; ++s) {
    below = up;
    up = parent_of(at(ram, up));
  }
  return up;
}

/// Recomputes the augmented values from `link` up to the root.
template <class Augment>
void update_path(const Ram& ram, Link link) {
  for (Steps s; link; ++s) {
    Augment::update(ram, at(ram, link));
    link = parent_of(at(ram, link));
  }
}

namespace detail {

inline void replace_in_parent(const Ram& ram, RbRoot& root, Link parent, Link from, Link to) {
  if (!parent)
    root.node = to;
  else if (at(ram, parent).left == from)
    at(ram, parent).left = to;
  else
    at(ram, parent).right = to;
}

// Rotates `node` down to `side`; its child on the other side takes its place.
template <class Augment>
void rotate(const Ram& ram, RbRoot& root, RbNode& node, Side side) {
  const Link self = guest_ptr(node);
  const Link up = child(node, opposite(side));
  RbNode& riser = at(ram, up);
  const Link middle = child(riser, side);
  child(node, opposite(side)) = middle;
  if (middle) set_parent(at(ram, middle), self);
  replace_in_parent(ram, root, parent_of(node), self, up);
  set_parent(riser, parent_of(node));
  child(riser, side) = self;
  set_parent(node, up);
  Augment::update(ram, node);
  Augment::update(ram, riser);
}

template <class Augment>
void rebalance_insert(const Ram& ram, RbRoot& root, Link link) {
  for (Steps s;; ++s) {
    RbNode& node = at(ram, link);
    const Link up = parent_of(node);
    if (!up) return set_black(node);
    RbNode& parent = at(ram, up);
    if (is_black(parent)) return;
    const Link top = parent_of(parent);
    MM_CHECK(top);  // a red node is never the root
    RbNode& grandparent = at(ram, top);
    const Side side = grandparent.left == up ? Side::kLeft : Side::kRight;
    const Link uncle = child(grandparent, opposite(side));
    if (is_red_link(ram, uncle)) {
      set_black(at(ram, uncle));
      set_black(parent);
      set_red(grandparent);
      link = top;
      continue;
    }
    Link middle = up;
    if (child(parent, opposite(side)) == link) {
      rotate<Augment>(ram, root, parent, side);
      middle = link;
    }
    set_black(at(ram, middle));
    set_red(grandparent);
    return rotate<Augment>(ram, root, grandparent, opposite(side));
  }
}

// `link` (may be null), a child of `up`, lacks one black node on its paths.
template <class Augment>
void rebalance_erase(const Ram& ram, RbRoot& root, Link link, Link up) {
  for (Steps s; up && !is_red_link(ram, link); ++s) {
    RbNode& parent = at(ram, up);
    const Side side = parent.left == link ? Side::kLeft : Side::kRight;
    Link brother = child(parent, opposite(side));
    MM_CHECK(brother);
    if (!is_black(at(ram, brother))) {
      set_black(at(ram, brother));
      set_red(parent);
      rotate<Augment>(ram, root, parent, side);
      brother = child(parent, opposite(side));
      MM_CHECK(brother);
    }
    RbNode& sibling = at(ram, brother);
    const Link near = child(sibling, side);
    const Link far = child(sibling, opposite(side));
    if (!is_red_link(ram, near) && !is_red_link(ram, far)) {
      set_red(sibling);
      link = up;
      up = parent_of(parent);
      continue;
    }
    if (!is_red_link(ram, far)) {
      set_black(at(ram, near));
      set_red(sibling);
      rotate<Augment>(ram, root, sibling, opposite(side));
      brother = near;
    }
    RbNode& riser = at(ram, brother);
    copy_color(riser, parent);
    set_black(parent);
    if (child(riser, opposite(side))) set_black(at(ram, child(riser, opposite(side))));
    return rotate<Augment>(ram, root, parent, side);
  }
  if (link) set_black(at(ram, link));
}

}  // namespace detail

/// Hangs `node` below `parent` (null: the tree is empty) at `side` and balances the tree.
template <class Augment>
void insert(const Ram& ram, RbRoot& root, RbNode& node, Link parent, Side side) {
  node.parent_color = parent.raw;  // red
  node.left = node.right = Link();
  if (parent)
    child(at(ram, parent), side) = guest_ptr(node);
  else
    root.node = guest_ptr(node);
  update_path<Augment>(ram, guest_ptr(node));
  detail::rebalance_insert<Augment>(ram, root, guest_ptr(node));
}

/// Takes `node`, which must be in the tree, out of it.
template <class Augment>
void erase(const Ram& ram, RbRoot& root, RbNode& node) {
  const Link self = guest_ptr(node);
  Link orphan;  // takes the place of the node that leaves its position
  Link hole;    // the orphan's parent
  bool lost_black = is_black(node);
  if (!node.left || !node.right) {
    orphan = node.left ? node.left : node.right;
    hole = parent_of(node);
    detail::replace_in_parent(ram, root, hole, self, orphan);
    if (orphan) set_parent(at(ram, orphan), hole);
  } else {
    const Link heir = leftmost(ram, node.right);
    RbNode& successor = at(ram, heir);
    lost_black = is_black(successor);
    orphan = successor.right;
    hole = parent_of(successor) == self ? heir : parent_of(successor);
    if (hole != heir) {
      at(ram, hole).left = orphan;
      if (orphan) set_parent(at(ram, orphan), hole);
      successor.right = node.right;
      set_parent(at(ram, successor.right), heir);
    }
    successor.left = node.left;
    set_parent(at(ram, successor.left), heir);
    detail::replace_in_parent(ram, root, parent_of(node), self, heir);
    successor.parent_color = node.parent_color;
  }
  update_path<Augment>(ram, hole);
  if (lost_black) detail::rebalance_erase<Augment>(ram, root, orphan, hole);
}

}  // namespace rb
}  // namespace mm32
