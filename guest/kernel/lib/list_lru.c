// Counted lists of one node, without memory cgroups. Linux: 6.1 mm/list_lru.c.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/list_lru.h>
#include <linux/slab.h>

#include "bug_at.h"

int __list_lru_init(struct list_lru* lru, bool memcg_aware, struct lock_class_key* key,
                    struct shrinker* shrinker) {
  lru->shrinker_id = -1;
  lru->memcg_aware = memcg_aware;
  lru->node = kzalloc(sizeof(*lru->node), GFP_KERNEL);
  if (!lru->node) return -ENOMEM;
  INIT_LIST_HEAD(&lru->node->lru.list);
  INIT_LIST_HEAD(&lru->list);
  xa_init(&lru->xa);
  return 0;
}
EXPORT_SYMBOL_GPL(__list_lru_init);
void list_lru_destroy(struct list_lru* lru) {
  kfree(lru->node);
  lru->node = NULL;
}
EXPORT_SYMBOL_GPL(list_lru_destroy);

static void count(struct list_lru* lru, long by) {
  lru->node->lru.nr_items += by;
  lru->node->nr_items += by;
}
bool list_lru_add(struct list_lru* lru, struct list_head* item) {
  if (!list_empty(item)) return false;
  spin_lock(&lru->node->lock);
  list_add_tail(item, &lru->node->lru.list);
  count(lru, 1);
  spin_unlock(&lru->node->lock);
  return true;
}
EXPORT_SYMBOL_GPL(list_lru_add);
bool list_lru_del(struct list_lru* lru, struct list_head* item) {
  if (list_empty(item)) return false;
  spin_lock(&lru->node->lock);
  list_del_init(item);
  count(lru, -1);
  spin_unlock(&lru->node->lock);
  return true;
}
EXPORT_SYMBOL_GPL(list_lru_del);
void list_lru_isolate(struct list_lru_one* list, struct list_head* item) {
  list_del_init(item);
  list->nr_items--;
}
EXPORT_SYMBOL_GPL(list_lru_isolate);
void list_lru_isolate_move(struct list_lru_one* list, struct list_head* item,
                           struct list_head* head) {
  list_move(item, head);
  list->nr_items--;
}
EXPORT_SYMBOL_GPL(list_lru_isolate_move);

unsigned long list_lru_count_node(struct list_lru* lru, int nid) { return lru->node->nr_items; }
EXPORT_SYMBOL_GPL(list_lru_count_node);
unsigned long list_lru_count_one(struct list_lru* lru, int nid, struct mem_cgroup* memcg) {
  return lru->node->lru.nr_items;
}
EXPORT_SYMBOL_GPL(list_lru_count_one);

unsigned long list_lru_walk_node(struct list_lru* lru, int nid, list_lru_walk_cb isolate,
                                 void* cb_arg, unsigned long* nr_to_walk) {
  struct list_lru_node* node = lru->node;
  struct list_head *item, *next;
  unsigned long isolated = 0;
  spin_lock(&node->lock);
again:
  list_for_each_safe(item, next, &node->lru.list) {
    enum lru_status status;
    if (!*nr_to_walk) break;
    --*nr_to_walk;
    status = isolate(item, &node->lru, &node->lock, cb_arg);
    if (status == LRU_REMOVED || status == LRU_REMOVED_RETRY) {
      isolated++;
      node->nr_items--;
    } else if (status == LRU_ROTATE) {
      list_move_tail(item, &node->lru.list);
    }
    // The callback has let go of the lock: what follows may have changed.
    if (status == LRU_REMOVED_RETRY || status == LRU_RETRY) goto again;
    BUG_ON_AT(status > LRU_RETRY, "mm/list_lru.c", 260);
  }
  spin_unlock(&node->lock);
  return isolated;
}
EXPORT_SYMBOL_GPL(list_lru_walk_node);
unsigned long list_lru_walk_one(struct list_lru* lru, int nid, struct mem_cgroup* memcg,
                                list_lru_walk_cb isolate, void* cb_arg, unsigned long* nr_to_walk) {
  return list_lru_walk_node(lru, nid, isolate, cb_arg, nr_to_walk);
}
EXPORT_SYMBOL_GPL(list_lru_walk_one);
