/*
 * Named entries in folders: what /proc, debugfs and sysfs have in common here.
 *
 * An entry is part of a larger structure of its file system. F1: names in a folder differ. F2: a
 * folder that is removed takes all below it along.
 */
#ifndef MM32_FS_TREE_H
#define MM32_FS_TREE_H

#include <linux/list.h>
#include <linux/types.h>

enum tree_kind { TREE_FOLDER, TREE_FILE, TREE_LINK };

struct tree_node {
  struct tree_node* parent;
  struct list_head children;
  struct list_head siblings;
  const char* name;
  umode_t mode;
  enum tree_kind kind;
};
#define TREE_ROOT(variable, text) \
  { .children = LIST_HEAD_INIT(variable.children), .name = text, .kind = TREE_FOLDER }

struct tree_node* tree_find(struct tree_node* parent, const char* name, size_t length);
/* False: no memory. The name is copied. */
bool tree_add(struct tree_node* parent, struct tree_node* node, const char* name, size_t length);
/* Takes `node` and all below it off the tree; `free` gets each, the deepest first. */
void tree_remove(struct tree_node* node, void (*free)(struct tree_node* node));

#endif
