// Hints: which objects of a set should be roots, so that few are. Linux: 6.1 lib/objagg.c.
//
// The greedy algorithm: the object that can stand for most users becomes a root, what it can stand
// for becomes its deltas, and so on with the rest.
#include <linux/bitmap.h>
#include <linux/err.h>
#include <linux/export.h>
#include <linux/refcount.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "objagg.h"

struct objagg_hints {
  struct list_head hints;
  unsigned int refcount;
  unsigned int count;
  unsigned int roots;
  size_t raw_size;
};
struct graph {
  unsigned int count;
  struct objagg_obj** objects;  // NULL: done
  unsigned long* edges;         // count * count: can the first stand for the second?
};

const struct objagg_hint* objagg_hint_find(const struct objagg_hints* hints, const void* raw) {
  const struct objagg_hint* hint;
  list_for_each_entry(hint, &hints->hints, list) {
    if (!memcmp(hint->raw, raw, hints->raw_size)) return hint;
  }
  return NULL;
}
void objagg_hints_hold(struct objagg_hints* hints) { hints->refcount++; }
unsigned int objagg_hints_roots(const struct objagg_hints* hints) { return hints->roots; }

static struct objagg_hint* add_hint(struct objagg_hints* hints, struct objagg_obj* obj,
                                    struct objagg_hint* parent) {
  struct objagg_hint* hint = kzalloc(sizeof(*hint) + hints->raw_size, GFP_KERNEL);
  unsigned int users = obj->stats.user_count;
  if (!hint) return NULL;
  memcpy(hint->raw, obj->raw, hints->raw_size);
  hint->info = (struct objagg_obj_stats_info){
      .stats = {users, users}, .objagg_obj = obj, .is_root = !parent};
  hint->parent = parent;
  if (!parent) hint->root_id = hints->roots++;
  if (parent) parent->info.stats.delta_user_count += users;
  list_add(&hint->list, &hints->hints);
  hints->count++;
  return hint;
}

static bool stands_for(const struct graph* graph, unsigned int root, unsigned int other) {
  return test_bit(root * graph->count + other, graph->edges);
}
static unsigned int users_served(const struct graph* graph, unsigned int root) {
  unsigned int users = graph->objects[root]->stats.user_count, i;
  for (i = 0; i < graph->count; i++) {
    if (graph->objects[i] && stands_for(graph, root, i))
      users += graph->objects[i]->stats.user_count;
  }
  return users;
}
static int best_root(const struct graph* graph) {
  unsigned int most = 0, i;
  int best = -1;
  for (i = 0; i < graph->count; i++) {
    unsigned int users;
    if (!graph->objects[i]) continue;
    users = users_served(graph, i);
    if (users >= most) {
      most = users;
      best = i;
    }
  }
  return best;
}

static int fill_hints(struct objagg_hints* hints, struct graph* graph) {
  int root;
  while ((root = best_root(graph)) >= 0) {
    struct objagg_hint* parent = add_hint(hints, graph->objects[root], NULL);
    unsigned int i;
    if (!parent) return -ENOMEM;
    graph->objects[root] = NULL;
    for (i = 0; i < graph->count; i++) {
      if (!graph->objects[i] || !stands_for(graph, root, i)) continue;
      if (!add_hint(hints, graph->objects[i], parent)) return -ENOMEM;
      graph->objects[i] = NULL;
    }
  }
  return 0;
}

static int make_graph(struct objagg* objagg, struct graph* graph) {
  struct objagg_obj* obj;
  unsigned int i = 0, j;
  graph->count = 0;
  list_for_each_entry(obj, &objagg->objects, list) graph->count++;
  graph->objects = kcalloc(graph->count, sizeof(graph->objects[0]), GFP_KERNEL);
  graph->edges = bitmap_zalloc(graph->count * graph->count, GFP_KERNEL);
  if (!graph->objects || !graph->edges) return -ENOMEM;
  list_for_each_entry(obj, &objagg->objects, list) graph->objects[i++] = obj;
  for (i = 0; i < graph->count; i++) {
    for (j = 0; j < graph->count; j++) {
      if (i != j &&
          objagg->ops->delta_check(objagg->priv, graph->objects[i]->raw, graph->objects[j]->raw))
        __set_bit(i * graph->count + j, graph->edges);
    }
  }
  return 0;
}

struct objagg_hints* objagg_hints_get(struct objagg* objagg, enum objagg_opt_algo_type type) {
  struct objagg_hints* hints = kzalloc(sizeof(*hints), GFP_KERNEL);
  struct graph graph = {0};
  int error;
  if (!hints) return ERR_PTR(-ENOMEM);
  INIT_LIST_HEAD(&hints->hints);
  hints->refcount = 1;
  hints->raw_size = objagg->ops->obj_size;
  error = type == OBJAGG_OPT_ALGO_SIMPLE_GREEDY ? make_graph(objagg, &graph) : -EINVAL;
  if (!error) error = fill_hints(hints, &graph);
  kfree(graph.objects);
  bitmap_free(graph.edges);
  if (!error) return hints;
  objagg_hints_put(hints);
  return ERR_PTR(error);
}
EXPORT_SYMBOL(objagg_hints_get);

void objagg_hints_put(struct objagg_hints* hints) {
  struct objagg_hint *hint, *next;
  if (--hints->refcount) return;
  list_for_each_entry_safe(hint, next, &hints->hints, list) kfree(hint);
  kfree(hints);
}
EXPORT_SYMBOL(objagg_hints_put);

const struct objagg_stats* objagg_hints_stats_get(struct objagg_hints* hints) {
  struct objagg_stats* stats = objagg_stats_alloc(hints->count);
  struct objagg_hint* hint;
  unsigned int i = 0;
  if (!stats) return ERR_PTR(-ENOMEM);
  list_for_each_entry(hint, &hints->hints, list) stats->stats_info[i++] = hint->info;
  stats->root_count = hints->roots;
  objagg_stats_sort(stats);
  return stats;
}
EXPORT_SYMBOL(objagg_hints_stats_get);
