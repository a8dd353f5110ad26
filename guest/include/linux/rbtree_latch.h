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

// Inline in Linux.
void latch_tree_insert(struct latch_tree_node* node, struct latch_tree_root* root,
                       const struct latch_tree_ops* ops);
void latch_tree_erase(struct latch_tree_node* node, struct latch_tree_root* root,
                      const struct latch_tree_ops* ops);
struct latch_tree_node* latch_tree_find(void* key, struct latch_tree_root* root,
                                        const struct latch_tree_ops* ops);

#endif
