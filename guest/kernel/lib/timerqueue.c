// Timers in a red-black tree, equal times in the order of adding. Linux: 6.1 lib/timerqueue.c.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/timerqueue.h>

#include "bug_at.h"

bool timerqueue_add(struct timerqueue_head* head, struct timerqueue_node* node) {
  struct rb_node **link = &head->rb_root.rb_root.rb_node, *parent = NULL;
  bool first = true;
  WARN_ON_ONCE_AT(!RB_EMPTY_NODE(&node->node), "lib/timerqueue.c", 38);
  while (*link) {
    parent = *link;
    if (node->expires < rb_entry(parent, struct timerqueue_node, node)->expires) {
      link = &parent->rb_left;
    } else {
      link = &parent->rb_right;
      first = false;
    }
  }
  rb_link_node(&node->node, parent, link);
  rb_insert_color_cached(&node->node, &head->rb_root, first);
  return first;
}
EXPORT_SYMBOL_GPL(timerqueue_add);
bool timerqueue_del(struct timerqueue_head* head, struct timerqueue_node* node) {
  WARN_ON_ONCE_AT(RB_EMPTY_NODE(&node->node), "lib/timerqueue.c", 55);
  rb_erase_cached(&node->node, &head->rb_root);
  RB_CLEAR_NODE(&node->node);
  return !RB_EMPTY_ROOT(&head->rb_root.rb_root);
}
EXPORT_SYMBOL_GPL(timerqueue_del);
struct timerqueue_node* timerqueue_iterate_next(struct timerqueue_node* node) {
  return node ? rb_entry_safe(rb_next(&node->node), struct timerqueue_node, node) : NULL;
}
EXPORT_SYMBOL_GPL(timerqueue_iterate_next);
