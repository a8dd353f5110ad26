// Red-black trees. The colour is bit 0 of the parent link (0 red, 1 black), as in 6.1.
#ifndef _LINUX_RBTREE_H
#define _LINUX_RBTREE_H

#include <linux/compiler.h>
#include <linux/container_of.h>
#include <linux/types.h>

struct rb_node {
  unsigned long __rb_parent_color;
  struct rb_node* rb_right;
  struct rb_node* rb_left;
} __attribute__((aligned(sizeof(long))));
struct rb_root {
  struct rb_node* rb_node;
};
struct rb_root_cached {
  struct rb_root rb_root;
  struct rb_node* rb_leftmost;
};

#define RB_ROOT ((struct rb_root){NULL})
#define RB_ROOT_CACHED ((struct rb_root_cached){{NULL}, NULL})
#define RB_RED 0
#define RB_BLACK 1
#define rb_parent(r) ((struct rb_node*)((r)->__rb_parent_color & ~3))
#define rb_color(r) ((r)->__rb_parent_color & 1)
#define rb_entry(ptr, type, member) container_of(ptr, type, member)
#define rb_entry_safe(ptr, type, member)              \
  ({                                                  \
    typeof(ptr) ____ptr = (ptr);                      \
    ____ptr ? rb_entry(____ptr, type, member) : NULL; \
  })
#define RB_EMPTY_ROOT(root) (READ_ONCE((root)->rb_node) == NULL)
#define RB_EMPTY_NODE(node) ((node)->__rb_parent_color == (unsigned long)(node))
#define RB_CLEAR_NODE(node) ((node)->__rb_parent_color = (unsigned long)(node))
#define rb_init_node(node) RB_CLEAR_NODE(node)

void rb_insert_color(struct rb_node* node, struct rb_root* root);
void rb_erase(struct rb_node* node, struct rb_root* root);
struct rb_node* rb_next(const struct rb_node* node);
struct rb_node* rb_prev(const struct rb_node* node);
struct rb_node* rb_first(const struct rb_root* root);
struct rb_node* rb_last(const struct rb_root* root);
struct rb_node* rb_first_postorder(const struct rb_root* root);
struct rb_node* rb_next_postorder(const struct rb_node* node);
void rb_replace_node(struct rb_node* victim, struct rb_node* new_node, struct rb_root* root);
void rb_replace_node_rcu(struct rb_node* victim, struct rb_node* new_node, struct rb_root* root);

static inline void rb_link_node(struct rb_node* node, struct rb_node* parent,
                                struct rb_node** link) {
  node->__rb_parent_color = (unsigned long)parent;
  node->rb_left = node->rb_right = NULL;
  *link = node;
}
#define rb_link_node_rcu(node, parent, link) rb_link_node(node, parent, link)
#define rbtree_postorder_for_each_entry_safe(pos, n, root, field)                \
  for (pos = rb_entry_safe(rb_first_postorder(root), typeof(*pos), field);       \
       pos && ({                                                                 \
         n = rb_entry_safe(rb_next_postorder(&pos->field), typeof(*pos), field); \
         1;                                                                      \
       });                                                                       \
       pos = n)

#define rb_first_cached(root) ((root)->rb_leftmost)
static inline void rb_insert_color_cached(struct rb_node* node, struct rb_root_cached* root,
                                          bool leftmost) {
  if (leftmost) root->rb_leftmost = node;
  rb_insert_color(node, &root->rb_root);
}
static inline struct rb_node* rb_erase_cached(struct rb_node* node, struct rb_root_cached* root) {
  struct rb_node* leftmost = NULL;
  if (root->rb_leftmost == node) leftmost = root->rb_leftmost = rb_next(node);
  rb_erase(node, &root->rb_root);
  return leftmost;
}
static inline void rb_replace_node_cached(struct rb_node* victim, struct rb_node* new_node,
                                          struct rb_root_cached* root) {
  if (root->rb_leftmost == victim) root->rb_leftmost = new_node;
  rb_replace_node(victim, new_node, &root->rb_root);
}

static __always_inline void rb_add(struct rb_node* node, struct rb_root* tree,
                                   bool (*less)(struct rb_node*, const struct rb_node*)) {
  struct rb_node **link = &tree->rb_node, *parent = NULL;
  while (*link) {
    parent = *link;
    link = less(node, parent) ? &parent->rb_left : &parent->rb_right;
  }
  rb_link_node(node, parent, link);
  rb_insert_color(node, tree);
}
static __always_inline struct rb_node* rb_add_cached(struct rb_node* node,
                                                     struct rb_root_cached* tree,
                                                     bool (*less)(struct rb_node*,
                                                                  const struct rb_node*)) {
  struct rb_node **link = &tree->rb_root.rb_node, *parent = NULL;
  bool leftmost = true;
  while (*link) {
    parent = *link;
    if (less(node, parent)) {
      link = &parent->rb_left;
    } else {
      link = &parent->rb_right;
      leftmost = false;
    }
  }
  rb_link_node(node, parent, link);
  rb_insert_color_cached(node, tree, leftmost);
  return leftmost ? node : NULL;
}
static __always_inline struct rb_node* rb_find_add(struct rb_node* node, struct rb_root* tree,
                                                   int (*cmp)(struct rb_node*,
                                                              const struct rb_node*)) {
  struct rb_node **link = &tree->rb_node, *parent = NULL;
  while (*link) {
    int order;
    parent = *link;
    order = cmp(node, parent);
    if (order == 0) return parent;
    link = order < 0 ? &parent->rb_left : &parent->rb_right;
  }
  rb_link_node(node, parent, link);
  rb_insert_color(node, tree);
  return NULL;
}
static __always_inline struct rb_node* rb_find(const void* key, const struct rb_root* tree,
                                               int (*cmp)(const void* key, const struct rb_node*)) {
  struct rb_node* node = tree->rb_node;
  while (node) {
    int order = cmp(key, node);
    if (order == 0) return node;
    node = order < 0 ? node->rb_left : node->rb_right;
  }
  return NULL;
}
static __always_inline struct rb_node* rb_find_first(const void* key, const struct rb_root* tree,
                                                     int (*cmp)(const void* key,
                                                                const struct rb_node*)) {
  struct rb_node *node = tree->rb_node, *match = NULL;
  while (node) {
    int order = cmp(key, node);
    if (order == 0) match = node;
    node = order <= 0 ? node->rb_left : node->rb_right;
  }
  return match;
}
static __always_inline struct rb_node* rb_next_match(const void* key, struct rb_node* node,
                                                     int (*cmp)(const void* key,
                                                                const struct rb_node*)) {
  node = rb_next(node);
  return node && !cmp(key, node) ? node : NULL;
}
#define rb_for_each(node, key, tree, cmp)                    \
  for ((node) = rb_find_first((key), (tree), (cmp)); (node); \
       (node) = rb_next_match((key), (node), (cmp)))

#endif
