// Red-black trees whose nodes carry something computed from their subtree.
#ifndef _LINUX_RBTREE_AUGMENTED_H
#define _LINUX_RBTREE_AUGMENTED_H

#include <linux/compiler.h>
#include <linux/rbtree.h>

struct rb_augment_callbacks {
  void (*propagate)(struct rb_node* node, struct rb_node* stop);
  void (*copy)(struct rb_node* old, struct rb_node* new_node);
  void (*rotate)(struct rb_node* old, struct rb_node* new_node);
};
void __rb_insert_augmented(struct rb_node* node, struct rb_root* root,
                           void (*augment_rotate)(struct rb_node* old, struct rb_node* new_node));
void __rb_erase_color(struct rb_node* parent, struct rb_root* root,
                      void (*augment_rotate)(struct rb_node* old, struct rb_node* new_node));
void __mm32_rb_erase(struct rb_node* node, struct rb_root* root,
                     const struct rb_augment_callbacks* augment);

static inline void rb_insert_augmented(struct rb_node* node, struct rb_root* root,
                                       const struct rb_augment_callbacks* augment) {
  __rb_insert_augmented(node, root, augment->rotate);
}
static inline void rb_insert_augmented_cached(struct rb_node* node, struct rb_root_cached* root,
                                              bool newleft,
                                              const struct rb_augment_callbacks* augment) {
  if (newleft) root->rb_leftmost = node;
  rb_insert_augmented(node, &root->rb_root, augment);
}
static inline void rb_erase_augmented(struct rb_node* node, struct rb_root* root,
                                      const struct rb_augment_callbacks* augment) {
  __mm32_rb_erase(node, root, augment);
}
static inline void rb_erase_augmented_cached(struct rb_node* node, struct rb_root_cached* root,
                                             const struct rb_augment_callbacks* augment) {
  if (root->rb_leftmost == node) root->rb_leftmost = rb_next(node);
  rb_erase_augmented(node, &root->rb_root, augment);
}

// RBCOMPUTE(node, exit) recomputes node's value; it returns true when `exit` is set and nothing
// changed.
#define RB_DECLARE_CALLBACKS(RBSTATIC, RBNAME, RBSTRUCT, RBFIELD, RBAUGMENTED, RBCOMPUTE) \
  static inline void RBNAME##_propagate(struct rb_node* rb, struct rb_node* stop) {       \
    while (rb != stop) {                                                                  \
      RBSTRUCT* node = rb_entry(rb, RBSTRUCT, RBFIELD);                                   \
      if (RBCOMPUTE(node, true)) break;                                                   \
      rb = rb_parent(&node->RBFIELD);                                                     \
    }                                                                                     \
  }                                                                                       \
  static inline void RBNAME##_copy(struct rb_node* rb_old, struct rb_node* rb_new) {      \
    RBSTRUCT* from = rb_entry(rb_old, RBSTRUCT, RBFIELD);                                 \
    RBSTRUCT* to = rb_entry(rb_new, RBSTRUCT, RBFIELD);                                   \
    to->RBAUGMENTED = from->RBAUGMENTED;                                                  \
  }                                                                                       \
  static void RBNAME##_rotate(struct rb_node* rb_old, struct rb_node* rb_new) {           \
    RBSTRUCT* from = rb_entry(rb_old, RBSTRUCT, RBFIELD);                                 \
    RBSTRUCT* to = rb_entry(rb_new, RBSTRUCT, RBFIELD);                                   \
    to->RBAUGMENTED = from->RBAUGMENTED;                                                  \
    RBCOMPUTE(from, false);                                                               \
  }                                                                                       \
  RBSTATIC const struct rb_augment_callbacks RBNAME = {                                   \
      .propagate = RBNAME##_propagate, .copy = RBNAME##_copy, .rotate = RBNAME##_rotate};
#define RB_DECLARE_CALLBACKS_MAX(RBSTATIC, RBNAME, RBSTRUCT, RBFIELD, RBTYPE, RBAUGMENTED, \
                                 RBCOMPUTE)                                                \
  static inline bool RBNAME##_compute_max(RBSTRUCT* node, bool exit) {                     \
    RBTYPE max = RBCOMPUTE(node);                                                          \
    struct rb_node* sides[2] = {node->RBFIELD.rb_left, node->RBFIELD.rb_right};            \
    int side;                                                                              \
    for (side = 0; side < 2; side++) {                                                     \
      if (sides[side]) {                                                                   \
        RBSTRUCT* child = rb_entry(sides[side], RBSTRUCT, RBFIELD);                        \
        if (child->RBAUGMENTED > max) max = child->RBAUGMENTED;                            \
      }                                                                                    \
    }                                                                                      \
    if (exit && node->RBAUGMENTED == max) return true;                                     \
    node->RBAUGMENTED = max;                                                               \
    return false;                                                                          \
  }                                                                                        \
  RB_DECLARE_CALLBACKS(RBSTATIC, RBNAME, RBSTRUCT, RBFIELD, RBAUGMENTED, RBNAME##_compute_max)

static inline void rb_set_parent(struct rb_node* rb, struct rb_node* p) {
  rb->__rb_parent_color = rb_color(rb) + (unsigned long)p;
}
static inline void rb_set_parent_color(struct rb_node* rb, struct rb_node* p, int color) {
  rb->__rb_parent_color = (unsigned long)p + color;
}
#define rb_is_red(rb) (!rb_color(rb))
#define rb_is_black(rb) rb_color(rb)
#define rb_red_parent(red) ((struct rb_node*)(red)->__rb_parent_color)

#endif
