// Counted lists in the order of use. Linux: 6.1 mm/list_lru.c.
#ifndef _LRU_LIST_H
#define _LRU_LIST_H

#include <linux/list.h>
#include <linux/shrinker.h>
#include <linux/spinlock.h>
#include <linux/xarray.h>

struct mem_cgroup;
struct shrinker;
struct lock_class_key;
enum lru_status { LRU_REMOVED, LRU_REMOVED_RETRY, LRU_ROTATE, LRU_SKIP, LRU_RETRY };

struct list_lru_one {
  struct list_head list;
  long nr_items;
};
struct list_lru_node {
  spinlock_t lock;
  struct list_lru_one lru;
  long nr_items;
} __aligned(64);
struct list_lru {
  struct list_lru_node* node;
  struct list_head list;
  int shrinker_id;
  bool memcg_aware;
  struct xarray xa;
};
_Static_assert(sizeof(struct list_lru) == 32, "6.1 i386");

typedef enum lru_status (*list_lru_walk_cb)(struct list_head* item, struct list_lru_one* list,
                                            spinlock_t* lock, void* cb_arg);
int __list_lru_init(struct list_lru* lru, bool memcg_aware, struct lock_class_key* key,
                    struct shrinker* shrinker);
#define list_lru_init(lru) __list_lru_init((lru), false, NULL, NULL)
#define list_lru_init_memcg(lru, shrinker) __list_lru_init((lru), true, NULL, shrinker)
void list_lru_destroy(struct list_lru* lru);
bool list_lru_add(struct list_lru* lru, struct list_head* item);
bool list_lru_del(struct list_lru* lru, struct list_head* item);
void list_lru_isolate(struct list_lru_one* list, struct list_head* item);
void list_lru_isolate_move(struct list_lru_one* list, struct list_head* item,
                           struct list_head* head);
unsigned long list_lru_count_one(struct list_lru* lru, int nid, struct mem_cgroup* memcg);
unsigned long list_lru_count_node(struct list_lru* lru, int nid);
unsigned long list_lru_walk_one(struct list_lru* lru, int nid, struct mem_cgroup* memcg,
                                list_lru_walk_cb isolate, void* cb_arg, unsigned long* nr_to_walk);
unsigned long list_lru_walk_node(struct list_lru* lru, int nid, list_lru_walk_cb isolate,
                                 void* cb_arg, unsigned long* nr_to_walk);
#define list_lru_count(lru) list_lru_count_node(lru, 0)
static inline unsigned long list_lru_walk(struct list_lru* lru, list_lru_walk_cb isolate,
                                          void* cb_arg, unsigned long nr_to_walk) {
  return list_lru_walk_node(lru, 0, isolate, cb_arg, &nr_to_walk);
}
static inline unsigned long list_lru_shrink_count(struct list_lru* lru, struct shrink_control* sc) {
  return list_lru_count_one(lru, sc->nid, sc->memcg);
}
static inline unsigned long list_lru_shrink_walk(struct list_lru* lru, struct shrink_control* sc,
                                                 list_lru_walk_cb isolate, void* cb_arg) {
  return list_lru_walk_one(lru, sc->nid, sc->memcg, isolate, cb_arg, &sc->nr_to_scan);
}

struct callback_head;
struct list_lru_memcg;

struct list_lru_memcg {
  struct callback_head rcu;
  struct list_lru_one node[];
};
int memcg_list_lru_alloc(struct mem_cgroup* memcg, struct list_lru* lru, gfp_t gfp);
void memcg_reparent_list_lrus(struct mem_cgroup* memcg, struct mem_cgroup* parent);
unsigned long list_lru_walk_one_irq(struct list_lru* lru, int nid, struct mem_cgroup* memcg,
                                    list_lru_walk_cb isolate, void* cb_arg,
                                    unsigned long* nr_to_walk);

static inline unsigned long list_lru_shrink_walk_irq(struct list_lru* lru,
                                                     struct shrink_control* sc,
                                                     list_lru_walk_cb isolate, void* cb_arg) {
  return list_lru_walk_one_irq(lru, sc->nid, sc->memcg, isolate, cb_arg, &sc->nr_to_scan);
}

#endif
