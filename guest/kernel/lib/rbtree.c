// Red-black trees, plain and augmented.
//
// R1 a red node has black children. R2 every way down meets the same number of black nodes.
// The two sides are one code: child(n, side) with side LEFT or RIGHT. An augmented tree's user is
// told of every rotation (old top, new top), of the copy of a node's place, and of what lies on the
// way up.
#include <linux/export.h>
#include <linux/rbtree.h>
#include <linux/rbtree_augmented.h>

enum side { RIGHT, LEFT };  // the order of the links in struct rb_node

typedef void (*rotate_fn)(struct rb_node* old, struct rb_node* top);

static struct rb_node** child(struct rb_node* node, enum side side) {
  return side == RIGHT ? &node->rb_right : &node->rb_left;
}
static bool is_red(const struct rb_node* node) { return node && !(node->__rb_parent_color & 1); }
static void set_parent_color(struct rb_node* node, struct rb_node* parent, int color) {
  node->__rb_parent_color = (unsigned long)parent | color;
}
static void set_parent(struct rb_node* node, struct rb_node* parent) {
  set_parent_color(node, parent, rb_color(node));
}

static void change_child(struct rb_node* old, struct rb_node* node, struct rb_node* parent,
                         struct rb_root* root) {
  if (!parent)
    WRITE_ONCE(root->rb_node, node);
  else
    WRITE_ONCE(*(parent->rb_left == old ? &parent->rb_left : &parent->rb_right), node);
}

// `top` takes the place and colour of `old`, which becomes its child of the given colour.
static void replace_top(struct rb_node* old, struct rb_node* top, struct rb_root* root,
                        int old_color) {
  struct rb_node* parent = rb_parent(old);
  top->__rb_parent_color = old->__rb_parent_color;
  set_parent_color(old, top, old_color);
  change_child(old, top, parent, root);
}

static void no_rotate(struct rb_node* old, struct rb_node* top) {}

static void insert_fix(struct rb_node* node, struct rb_root* root, rotate_fn rotate) {
  for (;;) {
    struct rb_node *parent = rb_parent(node), *grand, *uncle, *inner;
    enum side side;
    if (!parent) {
      set_parent_color(node, NULL, RB_BLACK);
      return;
    }
    if (!is_red(parent)) return;
    grand = rb_parent(parent);
    side = parent == grand->rb_left ? LEFT : RIGHT;
    uncle = *child(grand, !side);
    if (is_red(uncle)) {
      set_parent_color(uncle, grand, RB_BLACK);
      set_parent_color(parent, grand, RB_BLACK);
      node = grand;
      set_parent_color(node, rb_parent(node), RB_RED);
      continue;
    }
    if (node == *child(parent, !side)) {
      inner = *child(node, side);
      *child(parent, !side) = inner;
      *child(node, side) = parent;
      if (inner) set_parent_color(inner, parent, RB_BLACK);
      set_parent_color(parent, node, RB_RED);
      rotate(parent, node);
      parent = node;
    }
    inner = *child(parent, !side);
    *child(grand, side) = inner;
    *child(parent, !side) = grand;
    if (inner) set_parent_color(inner, grand, RB_BLACK);
    replace_top(grand, parent, root, RB_RED);
    rotate(grand, parent);
    return;
  }
}

void rb_insert_color(struct rb_node* node, struct rb_root* root) {
  insert_fix(node, root, no_rotate);
}
EXPORT_SYMBOL(rb_insert_color);
void __rb_insert_augmented(struct rb_node* node, struct rb_root* root,
                           void (*augment_rotate)(struct rb_node*, struct rb_node*)) {
  insert_fix(node, root, augment_rotate);
}
EXPORT_SYMBOL(__rb_insert_augmented);

// One side of `parent` has a black node too few; at the start that side is empty.
void __rb_erase_color(struct rb_node* parent, struct rb_root* root,
                      void (*rotate)(struct rb_node*, struct rb_node*)) {
  struct rb_node* node = NULL;
  for (;;) {
    enum side side = node == parent->rb_left ? LEFT : RIGHT;
    struct rb_node *sibling = *child(parent, !side), *far, *near;
    if (is_red(sibling)) {
      near = *child(sibling, side);
      *child(parent, !side) = near;
      *child(sibling, side) = parent;
      set_parent_color(near, parent, RB_BLACK);
      replace_top(parent, sibling, root, RB_RED);
      rotate(parent, sibling);
      sibling = near;
    }
    far = *child(sibling, !side);
    near = *child(sibling, side);
    if (!is_red(far) && !is_red(near)) {
      set_parent_color(sibling, parent, RB_RED);
      if (is_red(parent)) {
        set_parent_color(parent, rb_parent(parent), RB_BLACK);
        return;
      }
      node = parent;
      parent = rb_parent(node);
      if (!parent) return;
      continue;
    }
    if (!is_red(far)) {
      struct rb_node* outer = *child(near, !side);
      *child(sibling, side) = outer;
      *child(near, !side) = sibling;
      *child(parent, !side) = near;
      if (outer) set_parent_color(outer, sibling, RB_BLACK);
      rotate(sibling, near);
      far = sibling;
      sibling = near;
    }
    near = *child(sibling, side);
    *child(parent, !side) = near;
    *child(sibling, side) = parent;
    set_parent_color(far, sibling, RB_BLACK);
    if (near) set_parent(near, parent);
    replace_top(parent, sibling, root, RB_BLACK);
    rotate(parent, sibling);
    return;
  }
}
EXPORT_SYMBOL(__rb_erase_color);

static void no_propagate(struct rb_node* node, struct rb_node* stop) {}
static void no_copy(struct rb_node* old, struct rb_node* node) {}
static const struct rb_augment_callbacks no_callbacks = {no_propagate, no_copy, no_rotate};

// The leftmost node below node->rb_right moves to the place of `node`. Returns where black is
// missing.
static struct rb_node* erase_inner(struct rb_node* node, struct rb_root* root,
                                   const struct rb_augment_callbacks* augment) {
  struct rb_node *successor = node->rb_right, *parent, *orphan, *missing = NULL;
  if (!successor->rb_left) {
    parent = successor;
    orphan = successor->rb_right;
    augment->copy(node, successor);
  } else {
    do {
      parent = successor;
      successor = successor->rb_left;
    } while (successor->rb_left);
    orphan = successor->rb_right;
    parent->rb_left = orphan;
    successor->rb_right = node->rb_right;
    set_parent(node->rb_right, successor);
    augment->copy(node, successor);
    augment->propagate(parent, successor);
  }
  successor->rb_left = node->rb_left;
  set_parent(node->rb_left, successor);
  change_child(node, successor, rb_parent(node), root);
  if (orphan)
    set_parent_color(orphan, parent, RB_BLACK);
  else if (!is_red(successor))
    missing = parent;
  successor->__rb_parent_color = node->__rb_parent_color;
  augment->propagate(successor, NULL);
  return missing;
}

void __mm32_rb_erase(struct rb_node* node, struct rb_root* root,
                     const struct rb_augment_callbacks* augment) {
  struct rb_node *only, *parent = rb_parent(node), *missing = NULL;
  if (node->rb_left && node->rb_right) {
    missing = erase_inner(node, root, augment);
  } else {
    only = node->rb_left ? node->rb_left : node->rb_right;
    change_child(node, only, parent, root);
    if (only)
      only->__rb_parent_color = node->__rb_parent_color;
    else if (!is_red(node))
      missing = parent;
    augment->propagate(parent, NULL);
  }
  if (missing) __rb_erase_color(missing, root, augment->rotate);
}
EXPORT_SYMBOL(__mm32_rb_erase);

void rb_erase(struct rb_node* node, struct rb_root* root) {
  __mm32_rb_erase(node, root, &no_callbacks);
}
EXPORT_SYMBOL(rb_erase);

static struct rb_node* outermost(struct rb_node* node, enum side side) {
  if (!node) return NULL;
  while (*child(node, side)) node = *child(node, side);
  return node;
}
struct rb_node* rb_first(const struct rb_root* root) {
  return outermost(root->rb_node, LEFT);
}
EXPORT_SYMBOL(rb_first);
struct rb_node* rb_last(const struct rb_root* root) {
  return outermost(root->rb_node, RIGHT);
}
EXPORT_SYMBOL(rb_last);

static struct rb_node* neighbour(struct rb_node* node, enum side side) {
  struct rb_node* parent;
  if (RB_EMPTY_NODE(node)) return NULL;
  if (*child(node, side)) return outermost(*child(node, side), !side);
  while ((parent = rb_parent(node)) && node == *child(parent, side)) node = parent;
  return parent;
}
struct rb_node* rb_next(const struct rb_node* node) {
  return neighbour((struct rb_node*)node, RIGHT);
}
EXPORT_SYMBOL(rb_next);
struct rb_node* rb_prev(const struct rb_node* node) {
  return neighbour((struct rb_node*)node, LEFT);
}
EXPORT_SYMBOL(rb_prev);

static struct rb_node* deepest_left(struct rb_node* node) {
  for (;;) {
    if (node->rb_left)
      node = node->rb_left;
    else if (node->rb_right)
      node = node->rb_right;
    else
      return node;
  }
}
struct rb_node* rb_first_postorder(const struct rb_root* root) {
  return root->rb_node ? deepest_left(root->rb_node) : NULL;
}
EXPORT_SYMBOL(rb_first_postorder);
struct rb_node* rb_next_postorder(const struct rb_node* node) {
  struct rb_node* parent;
  if (!node) return NULL;
  parent = rb_parent(node);
  if (parent && node == parent->rb_left && parent->rb_right) return deepest_left(parent->rb_right);
  return parent;
}
EXPORT_SYMBOL(rb_next_postorder);

void rb_replace_node(struct rb_node* victim, struct rb_node* node, struct rb_root* root) {
  *node = *victim;
  if (victim->rb_left) set_parent(victim->rb_left, node);
  if (victim->rb_right) set_parent(victim->rb_right, node);
  change_child(victim, node, rb_parent(victim), root);
}
EXPORT_SYMBOL(rb_replace_node);
void rb_replace_node_rcu(struct rb_node* victim, struct rb_node* node, struct rb_root* root) {
  rb_replace_node(victim, node, root);
}
EXPORT_SYMBOL(rb_replace_node_rcu);
