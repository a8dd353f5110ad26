// Trees of intervals [start, last].
#ifndef _LINUX_INTERVAL_TREE_H
#define _LINUX_INTERVAL_TREE_H

#include <linux/rbtree.h>

struct interval_tree_node {
  struct rb_node rb;
  unsigned long start;
  unsigned long last;
  unsigned long __subtree_last;
};
void interval_tree_insert(struct interval_tree_node* node, struct rb_root_cached* root);
void interval_tree_remove(struct interval_tree_node* node, struct rb_root_cached* root);
struct interval_tree_node* interval_tree_iter_first(struct rb_root_cached* root,
                                                    unsigned long start, unsigned long last);
struct interval_tree_node* interval_tree_iter_next(struct interval_tree_node* node,
                                                   unsigned long start, unsigned long last);

#endif
