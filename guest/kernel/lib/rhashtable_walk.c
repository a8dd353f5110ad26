// Walks over resizable hash tables. Linux: 6.1 lib/rhashtable.c.
//
// A walk rests on an entry (iter->p) of bucket iter->slot, of which iter->skip entries were
// returned. Between stop and start the walker is on its table's list, whose resizing clears
// walker.tbl: the walk then begins anew and says -EAGAIN.
#include <linux/export.h>

#include "rht.h"

void rhashtable_walk_enter(struct rhashtable* ht, struct rhashtable_iter* iter) {
  *iter = (struct rhashtable_iter){.ht = ht, .walker = {.tbl = ht->tbl}};
  list_add(&iter->walker.list, &iter->walker.tbl->walkers);
}
EXPORT_SYMBOL_GPL(rhashtable_walk_enter);
void rhashtable_walk_exit(struct rhashtable_iter* iter) {
  if (iter->walker.tbl) list_del(&iter->walker.list);
}
EXPORT_SYMBOL_GPL(rhashtable_walk_exit);

// Finds the entry of the last return again, by address.
static void find_again(struct rhashtable_iter* iter) {
  struct rhash_head* he = rht_first(iter->walker.tbl, iter->slot);
  unsigned int skip = 0;
  for (; !rht_is_a_nulls(he); he = he->next) {
    struct rhlist_head* list = container_of(he, struct rhlist_head, rhead);
    do {
      skip++;
      if (iter->ht->rhlist ? list == iter->list : he == iter->p) {
        iter->p = he;
        iter->skip = skip;
        return;
      }
      list = iter->ht->rhlist ? list->next : NULL;
    } while (list);
  }
  iter->p = NULL;
}

int rhashtable_walk_start_check(struct rhashtable_iter* iter) {
  rcu_read_lock();
  if (iter->walker.tbl) list_del(&iter->walker.list);
  if (iter->end_of_table) return 0;
  if (!iter->walker.tbl) {
    iter->walker.tbl = iter->ht->tbl;
    iter->slot = 0;
    iter->skip = 0;
    return -EAGAIN;
  }
  if (iter->p) find_again(iter);
  return 0;
}
EXPORT_SYMBOL_GPL(rhashtable_walk_start_check);

static void* rest_on(struct rhashtable_iter* iter, struct rhash_head* he,
                     struct rhlist_head* list) {
  iter->skip++;
  iter->p = he;
  iter->list = list;
  return rht_obj(iter->ht, iter->ht->rhlist ? &list->rhead : he);
}

// The entry of the chain behind the first iter->skip ones.
static void* behind_skipped(struct rhashtable_iter* iter) {
  struct rhash_head* he = rht_first(iter->walker.tbl, iter->slot);
  unsigned int skip = iter->skip;
  for (; !rht_is_a_nulls(he); he = he->next) {
    struct rhlist_head* list = container_of(he, struct rhlist_head, rhead);
    do {
      if (!skip) return rest_on(iter, he, list);
      skip--;
      list = iter->ht->rhlist ? list->next : NULL;
    } while (list);
  }
  return NULL;
}

static void* find_next(struct rhashtable_iter* iter) {
  struct bucket_table* tbl = iter->walker.tbl;
  if (!tbl) return NULL;
  for (; iter->slot < tbl->size; iter->slot++, iter->skip = 0) {
    void* object = behind_skipped(iter);
    if (object) return object;
  }
  iter->p = NULL;
  if (iter->ht->tbl != tbl) {
    iter->walker.tbl = iter->ht->tbl;
    iter->slot = 0;
    iter->skip = 0;
    return ERR_PTR(-EAGAIN);
  }
  iter->end_of_table = true;
  return NULL;
}

void* rhashtable_walk_next(struct rhashtable_iter* iter) {
  struct rhash_head* he = iter->p;
  struct rhlist_head* list = iter->list;
  if (he) {
    list = iter->ht->rhlist ? list->next : NULL;
    if (!list) {
      he = he->next;
      list = container_of(he, struct rhlist_head, rhead);
    }
    if (!rht_is_a_nulls(he)) return rest_on(iter, he, list);
    iter->skip = 0;
    iter->slot++;
  }
  return find_next(iter);
}
EXPORT_SYMBOL_GPL(rhashtable_walk_next);

void* rhashtable_walk_peek(struct rhashtable_iter* iter) {
  if (iter->p) return rht_obj(iter->ht, iter->ht->rhlist ? &iter->list->rhead : iter->p);
  if (iter->skip) iter->skip--;
  return find_next(iter);
}
EXPORT_SYMBOL_GPL(rhashtable_walk_peek);

void rhashtable_walk_stop(struct rhashtable_iter* iter) {
  struct bucket_table* tbl = iter->walker.tbl;
  if (tbl && rht_is_replaced(tbl))
    iter->walker.tbl = NULL;
  else if (tbl)
    list_add(&iter->walker.list, &tbl->walkers);
  rcu_read_unlock();
}
EXPORT_SYMBOL_GPL(rhashtable_walk_stop);
