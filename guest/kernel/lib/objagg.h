// What the two files of object aggregation share.
//
// A1 an object without parent is a root and has root_priv, another has delta_priv and a parent that
// is a root. A2 a parent holds one reference for each of its deltas. A3 delta_user_count
// counts an object's own users and, of a root, those of its deltas.
#ifndef GUEST_KERNEL_LIB_OBJAGG_H
#define GUEST_KERNEL_LIB_OBJAGG_H

#include <linux/idr.h>
#include <linux/list.h>
#include <linux/objagg.h>

struct objagg {
  const struct objagg_ops* ops;
  void* priv;
  struct list_head objects;
  struct objagg_hints* hints;
  struct ida root_ids;
};
struct objagg_obj {
  struct list_head list;
  struct objagg_obj* parent;
  void* priv;  // of the delta or of the root
  unsigned int root_id;
  unsigned int refcount;
  struct objagg_obj_stats stats;
  unsigned long raw[];
};
// What the hints say about one object.
struct objagg_hint {
  struct list_head list;
  struct objagg_hint* parent;
  unsigned int root_id;
  struct objagg_obj_stats_info info;
  unsigned long raw[];
};

const struct objagg_hint* objagg_hint_find(const struct objagg_hints* hints, const void* raw);
void objagg_hints_hold(struct objagg_hints* hints);
unsigned int objagg_hints_roots(const struct objagg_hints* hints);
// Roots first, then by users; 0: not enough memory.
struct objagg_stats* objagg_stats_alloc(unsigned int count);
void objagg_stats_sort(struct objagg_stats* stats);

#endif
