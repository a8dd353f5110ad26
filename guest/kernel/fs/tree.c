#include "fs/tree.h"

#include <linux/slab.h>
#include <linux/string.h>

struct tree_node* tree_find(struct tree_node* parent, const char* name, size_t length) {
  struct tree_node* node;

  list_for_each_entry(
      node, &parent->children,
      siblings) if (strlen(node->name) == length && !memcmp(node->name, name, length)) return node;
  return NULL;
}

bool tree_add(struct tree_node* parent, struct tree_node* node, const char* name, size_t length) {
  node->name = kmemdup_nul(name, length, GFP_KERNEL);
  if (!node->name) return false;
  node->parent = parent;
  INIT_LIST_HEAD(&node->children);
  list_add_tail(&node->siblings, &parent->children);
  return true;
}

static void remove_one(struct tree_node* node, void (*free)(struct tree_node* node)) {
  const char* name = node->name;

  list_del(&node->siblings);
  free(node);
  kfree(name);
}

void tree_remove(struct tree_node* node, void (*free)(struct tree_node* node)) {
  struct tree_node* next = node;

  while (next) {
    struct tree_node* parent = next->parent;

    if (!list_empty(&next->children)) {
      next = list_first_entry(&next->children, struct tree_node, siblings);
      continue;
    }
    remove_one(next, free);
    if (next == node) break;
    next = parent;
  }
}
