// Red-black trees in two copies.
#ifndef _LINUX_RBTREE_LATCH_H
#define _LINUX_RBTREE_LATCH_H

#include <linux/rbtree.h>
#include <linux/rcupdate.h>
#include <linux/seqlock.h>

struct latch_tree_node;
struct latch_tree_ops;
struct latch_tree_root;
struct rb_node;
struct rb_root;

struct latch_tree_node {
  struct rb_node node[2];
};
struct latch_tree_root {
  seqcount_latch_t seq;
  struct rb_root tree[2];
};
struct latch_tree_ops {
  bool (*less)(struct latch_tree_node*, struct latch_tree_node*);
  int (*comp)(void*, struct latch_tree_node*);
};

static __always_inline struct latch_tree_node* __lt_from_rb(struct rb_node* node, int idx) {
  return container_of(node, struct latch_tree_node, node[idx]);
}
static __always_inline void __lt_insert(struct latch_tree_node* ltn, struct latch_tree_root* ltr,
                                        int idx,
                                        bool (*less)(struct latch_tree_node* a,
                                                     struct latch_tree_node* b)) {
  struct rb_node** link = &ltr->tree[idx].rb_node;
  struct rb_node* parent = NULL;
  while (*link) {
    parent = *link;
    link = less(ltn, __lt_from_rb(parent, idx)) ? &parent->rb_left : &parent->rb_right;
  }
  rb_link_node_rcu(&ltn->node[idx], parent, link);
  rb_insert_color(&ltn->node[idx], &ltr->tree[idx]);
}
static __always_inline void __lt_erase(struct latch_tree_node* ltn, struct latch_tree_root* ltr,
                                       int idx) {
  rb_erase(&ltn->node[idx], &ltr->tree[idx]);
}
static __always_inline struct latch_tree_node* __lt_find(
    void* key, struct latch_tree_root* ltr, int idx,
    int (*comp)(void* key, struct latch_tree_node* node)) {
  struct rb_node* node = READ_ONCE(ltr->tree[idx].rb_node);
  while (node) {
    int order = comp(key, __lt_from_rb(node, idx));
    if (!order) return __lt_from_rb(node, idx);
    node = order < 0 ? READ_ONCE(node->rb_left) : READ_ONCE(node->rb_right);
  }
  return NULL;
}
// The writer turns the readers away from the copy that it changes.
static __always_inline void latch_tree_insert(struct latch_tree_node* node,
                                              struct latch_tree_root* root,
                                              const struct latch_tree_ops* ops) {
  raw_write_seqcount_latch(&root->seq);
  __lt_insert(node, root, 0, ops->less);
  raw_write_seqcount_latch(&root->seq);
  __lt_insert(node, root, 1, ops->less);
}
static __always_inline void latch_tree_erase(struct latch_tree_node* node,
                                             struct latch_tree_root* root,
                                             const struct latch_tree_ops* ops) {
  raw_write_seqcount_latch(&root->seq);
  __lt_erase(node, root, 0);
  raw_write_seqcount_latch(&root->seq);
  __lt_erase(node, root, 1);
}
static __always_inline struct latch_tree_node* latch_tree_find(void* key,
                                                               struct latch_tree_root* root,
                                                               const struct latch_tree_ops* ops) {
  struct latch_tree_node* node;
  unsigned int seq;
  do {
    seq = raw_read_seqcount_latch(&root->seq);
    node = __lt_find(key, root, seq & 1, ops->comp);
  } while (raw_read_seqcount_latch_retry(&root->seq, seq));
  return node;
}

#endif
