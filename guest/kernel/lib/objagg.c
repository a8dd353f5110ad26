// Objects that share: a new one becomes a delta of the first root that takes it, or a root.
// Linux: 6.1 lib/objagg.c.
#include "objagg.h"

#include <linux/bug.h>
#include <linux/err.h>
#include <linux/export.h>
#include <linux/slab.h>
#include <linux/sort.h>
#include <linux/string.h>

const void* objagg_obj_root_priv(const struct objagg_obj* obj) {
  return obj->parent ? obj->parent->priv : obj->priv;
}
EXPORT_SYMBOL(objagg_obj_root_priv);
const void* objagg_obj_delta_priv(const struct objagg_obj* obj) {
  return obj->parent ? obj->priv : NULL;
}
EXPORT_SYMBOL(objagg_obj_delta_priv);
const void* objagg_obj_raw(const struct objagg_obj* obj) { return obj->raw; }
EXPORT_SYMBOL(objagg_obj_raw);

static struct objagg_obj* get_object(struct objagg* objagg, const void* raw);
static void put_object(struct objagg* objagg, struct objagg_obj* obj);

static struct objagg_obj* find_object(struct objagg* objagg, const void* raw) {
  struct objagg_obj* obj;
  list_for_each_entry(obj, &objagg->objects, list) {
    if (!memcmp(obj->raw, raw, objagg->ops->obj_size)) return obj;
  }
  return NULL;
}

static int become_delta(struct objagg* objagg, struct objagg_obj* obj, struct objagg_obj* parent) {
  void* priv = objagg->ops->delta_create(objagg->priv, parent->raw, obj->raw);
  if (IS_ERR(priv)) return PTR_ERR(priv);
  obj->priv = priv;
  obj->parent = parent;
  return 0;
}

static int choose_root_id(struct objagg* objagg, struct objagg_obj* obj,
                          const struct objagg_hint* hint) {
  unsigned int min = hint ? hint->root_id : 0;
  int id;
  obj->root_id = OBJAGG_OBJ_ROOT_ID_INVALID;
  if (!objagg->hints) return 0;
  if (!hint) min = objagg_hints_roots(objagg->hints);
  id = ida_alloc_range(&objagg->root_ids, min, hint ? min : ~0U, GFP_KERNEL);
  if (id < 0) return id;
  obj->root_id = id;
  return 0;
}
static void drop_root_id(struct objagg* objagg, unsigned int id) {
  if (objagg->hints && id != OBJAGG_OBJ_ROOT_ID_INVALID) ida_free(&objagg->root_ids, id);
}
static int become_root(struct objagg* objagg, struct objagg_obj* obj,
                       const struct objagg_hint* hint) {
  int error = choose_root_id(objagg, obj, hint);
  if (error) return error;
  obj->priv = objagg->ops->root_create(objagg->priv, obj->raw, obj->root_id);
  if (!IS_ERR(obj->priv)) return 0;
  drop_root_id(objagg, obj->root_id);
  return PTR_ERR(obj->priv);
}

// 1: there is a hint and it was followed, 0: there is none that could be, negative: an error.
static int follow_hint(struct objagg* objagg, struct objagg_obj* obj) {
  const struct objagg_hint* hint = objagg->hints ? objagg_hint_find(objagg->hints, obj->raw) : NULL;
  struct objagg_obj* parent;
  int error;
  if (!hint) return 0;
  if (!hint->parent) {
    error = become_root(objagg, obj, hint);
    return error ? error : 1;
  }
  parent = get_object(objagg, hint->parent->raw);
  if (IS_ERR(parent)) return PTR_ERR(parent);
  if (become_delta(objagg, obj, parent) == 0) return 1;
  put_object(objagg, parent);
  return 0;
}

static int find_place(struct objagg* objagg, struct objagg_obj* obj) {
  struct objagg_obj* root;
  int result = follow_hint(objagg, obj);
  if (result) return result < 0 ? result : 0;
  list_for_each_entry(root, &objagg->objects, list) {
    if (root->parent || become_delta(objagg, obj, root)) continue;
    root->refcount++;
    return 0;
  }
  return become_root(objagg, obj, NULL);
}

static struct objagg_obj* create_object(struct objagg* objagg, const void* raw) {
  struct objagg_obj* obj = kzalloc(sizeof(*obj) + objagg->ops->obj_size, GFP_KERNEL);
  int error;
  if (!obj) return ERR_PTR(-ENOMEM);
  obj->refcount = 1;
  memcpy(obj->raw, raw, objagg->ops->obj_size);
  error = find_place(objagg, obj);
  if (error) {
    kfree(obj);
    return ERR_PTR(error);
  }
  list_add(&obj->list, &objagg->objects);
  return obj;
}

static struct objagg_obj* get_object(struct objagg* objagg, const void* raw) {
  struct objagg_obj* obj = find_object(objagg, raw);
  if (!obj) return create_object(objagg, raw);
  obj->refcount++;
  return obj;
}

static void put_object(struct objagg* objagg, struct objagg_obj* obj) {
  struct objagg_obj* parent = obj->parent;
  if (--obj->refcount) return;
  list_del(&obj->list);
  if (parent) {
    objagg->ops->delta_destroy(objagg->priv, obj->priv);
    put_object(objagg, parent);
  } else {
    objagg->ops->root_destroy(objagg->priv, obj->priv);
    drop_root_id(objagg, obj->root_id);
  }
  kfree(obj);
}

static void count_user(struct objagg_obj* obj, int by) {
  obj->stats.user_count += by;
  obj->stats.delta_user_count += by;
  if (obj->parent) obj->parent->stats.delta_user_count += by;
}

struct objagg_obj* objagg_obj_get(struct objagg* objagg, void* raw) {
  struct objagg_obj* obj = get_object(objagg, raw);
  if (!IS_ERR(obj)) count_user(obj, 1);
  return obj;
}
EXPORT_SYMBOL(objagg_obj_get);
void objagg_obj_put(struct objagg* objagg, struct objagg_obj* obj) {
  count_user(obj, -1);
  put_object(objagg, obj);
}
EXPORT_SYMBOL(objagg_obj_put);

struct objagg* objagg_create(const struct objagg_ops* ops, struct objagg_hints* hints, void* priv) {
  struct objagg* objagg;
  if (WARN_ON(!ops || !ops->root_create || !ops->root_destroy || !ops->delta_check ||
              !ops->delta_create || !ops->delta_destroy))
    return ERR_PTR(-EINVAL);
  objagg = kzalloc(sizeof(*objagg), GFP_KERNEL);
  if (!objagg) return ERR_PTR(-ENOMEM);
  objagg->ops = ops;
  objagg->priv = priv;
  INIT_LIST_HEAD(&objagg->objects);
  ida_init(&objagg->root_ids);
  if (hints) {
    objagg_hints_hold(hints);
    objagg->hints = hints;
  }
  return objagg;
}
EXPORT_SYMBOL(objagg_create);

void objagg_destroy(struct objagg* objagg) {
  ida_destroy(&objagg->root_ids);
  if (objagg->hints) objagg_hints_put(objagg->hints);
  WARN_ON(!list_empty(&objagg->objects));
  kfree(objagg);
}
EXPORT_SYMBOL(objagg_destroy);

static int compare_stats(const void* a, const void* b) {
  const struct objagg_obj_stats_info *first = a, *second = b;
  if (first->is_root != second->is_root) return second->is_root - first->is_root;
  if (first->stats.delta_user_count != second->stats.delta_user_count)
    return second->stats.delta_user_count - first->stats.delta_user_count;
  return second->stats.user_count - first->stats.user_count;
}
struct objagg_stats* objagg_stats_alloc(unsigned int count) {
  struct objagg_stats* stats =
      kzalloc(sizeof(*stats) + count * sizeof(stats->stats_info[0]), GFP_KERNEL);
  if (stats) stats->stats_info_count = count;
  return stats;
}
void objagg_stats_sort(struct objagg_stats* stats) {
  sort(stats->stats_info, stats->stats_info_count, sizeof(stats->stats_info[0]), compare_stats,
       NULL);
}

const struct objagg_stats* objagg_stats_get(struct objagg* objagg) {
  struct objagg_stats* stats;
  struct objagg_obj* obj;
  unsigned int count = 0;
  list_for_each_entry(obj, &objagg->objects, list) count++;
  stats = objagg_stats_alloc(count);
  if (!stats) return ERR_PTR(-ENOMEM);
  count = 0;
  list_for_each_entry(obj, &objagg->objects, list) {
    stats->stats_info[count++] = (struct objagg_obj_stats_info){
        .stats = obj->stats, .objagg_obj = obj, .is_root = !obj->parent};
    stats->root_count += !obj->parent;
  }
  objagg_stats_sort(stats);
  return stats;
}
EXPORT_SYMBOL(objagg_stats_get);
void objagg_stats_put(const struct objagg_stats* stats) { kfree(stats); }
EXPORT_SYMBOL(objagg_stats_put);
