// Entries of resizable hash tables: finding, inserting, removing. Linux: 6.1 lib/rhashtable.c and
// include/linux/rhashtable.h.
#include <linux/export.h>
#include <linux/gfp.h>
#include <linux/string.h>

#include "rht.h"

#define ELASTICITY 16

static bool matches(struct rhashtable* ht, const void* key, const struct rhash_head* he,
                    rht_obj_cmpfn_t cmp) {
  struct rhashtable_compare_arg arg = {.ht = ht, .key = key};
  const char* object = rht_obj(ht, he);
  if (!cmp) cmp = ht->p.obj_cmpfn;
  return cmp ? !cmp(&arg, object) : !memcmp(object + ht->p.key_offset, key, ht->p.key_len);
}

void* mm32_rht_object_key(struct rhashtable* ht, struct rhash_head* obj) {
  return (char*)rht_obj(ht, obj) + ht->p.key_offset;
}
EXPORT_SYMBOL_GPL(mm32_rht_object_key);

// The link to the entry with the key in `bucket`, or NULL. *length counts what was passed.
static struct rhash_head** find_link(struct rhashtable* ht, unsigned int bucket, const void* key,
                                     rht_obj_cmpfn_t cmp, unsigned int* length) {
  struct bucket_table* tbl = ht->tbl;
  struct rhash_head** link = rht_slot(tbl, bucket);
  struct rhash_head* he = rht_first(tbl, bucket);
  for (*length = 0; !rht_is_a_nulls(he); link = &he->next, he = he->next, ++*length) {
    if (matches(ht, key, he, cmp)) return link;
  }
  return NULL;
}
static struct rhash_head* target(struct rhash_head** link) {
  return (struct rhash_head*)((unsigned long)*link & ~1UL);
}
// A link that is a bucket is NULL where a chain would end.
static void set_link(struct rhashtable* ht, struct rhash_head** link, struct rhash_head* next) {
  unsigned long at = (unsigned long)link - (unsigned long)ht->tbl->buckets;
  bool is_bucket = at < ht->tbl->size * sizeof(*link);
  rcu_assign_pointer(*link, is_bucket && rht_is_a_nulls(next) ? NULL : next);
}

void* mm32_rht_find(struct rhashtable* ht, const void* key, rht_obj_cmpfn_t cmp) {
  unsigned int length;
  struct rhash_head** link = find_link(ht, rht_bucket_of_key(ht, ht->tbl, key), key, cmp, &length);
  return link ? target(link) : NULL;
}
EXPORT_SYMBOL_GPL(mm32_rht_find);

// What has the key already: in a list table the new entry goes in front of those with its key.
static void* join(struct rhashtable* ht, struct rhash_head** link, struct rhash_head* obj) {
  struct rhash_head* found = target(link);
  struct rhlist_head* list = container_of(obj, struct rhlist_head, rhead);
  if (!ht->rhlist) return rht_obj(ht, found);
  RCU_INIT_POINTER(list->next, container_of(found, struct rhlist_head, rhead));
  RCU_INIT_POINTER(obj->next, found->next);
  set_link(ht, link, obj);
  return NULL;
}

void* mm32_rht_insert(struct rhashtable* ht, const void* key, struct rhash_head* obj,
                      rht_obj_cmpfn_t cmp) {
  unsigned int length = 0, count = atomic_read(&ht->nelems), size = ht->tbl->size;
  struct rhash_head** link =
      key ? find_link(ht, rht_bucket_of(ht, ht->tbl, obj), key, cmp, &length) : NULL;
  if (link) return join(ht, link, obj);
  if (count >= ht->max_elems) return ERR_PTR(-E2BIG);
  if ((count > size && (!ht->p.max_size || size < ht->p.max_size)) || length >= ELASTICITY) {
    bool full = count > size / 4 * 3;
    if (full ? rht_resize(ht, size * 2, GFP_ATOMIC | __GFP_NOWARN)
             : rht_resize(ht, size, GFP_ATOMIC | __GFP_NOWARN))
      return ERR_PTR(-ENOMEM);
  }
  if (ht->rhlist) container_of(obj, struct rhlist_head, rhead)->next = NULL;
  rht_push(ht->tbl, rht_bucket_of(ht, ht->tbl, obj), obj);
  atomic_inc(&ht->nelems);
  if (count + 1 > ht->tbl->size / 4 * 3 && (!ht->p.max_size || ht->tbl->size < ht->p.max_size))
    schedule_work(&ht->run_work);
  return NULL;
}
EXPORT_SYMBOL_GPL(mm32_rht_insert);

void* rhashtable_insert_slow(struct rhashtable* ht, const void* key, struct rhash_head* obj) {
  void* result;
  rcu_read_lock();
  result = mm32_rht_insert(ht, key, obj, NULL);
  rcu_read_unlock();
  return result;
}
EXPORT_SYMBOL_GPL(rhashtable_insert_slow);

// The chain entry whose list holds `obj`, and the link to it.
static struct rhash_head** find_object(struct rhashtable* ht, struct rhash_head* obj) {
  unsigned int bucket = rht_bucket_of(ht, ht->tbl, obj);
  struct rhash_head** link = rht_slot(ht->tbl, bucket);
  struct rhash_head* he = rht_first(ht->tbl, bucket);
  for (; !rht_is_a_nulls(he); link = &he->next, he = he->next) {
    struct rhlist_head* list = container_of(he, struct rhlist_head, rhead);
    if (he == obj) return link;
    if (!ht->rhlist) continue;
    for (list = list->next; list; list = list->next) {
      if (&list->rhead == obj) return link;
    }
  }
  return NULL;
}

static void leave_list(struct rhashtable* ht, struct rhash_head** link, struct rhash_head* obj) {
  struct rhlist_head* gone = container_of(obj, struct rhlist_head, rhead);
  struct rhlist_head** list = &container_of(target(link), struct rhlist_head, rhead)->next;
  if (target(link) != obj) {
    while (*list != gone) list = &(*list)->next;
    rcu_assign_pointer(*list, gone->next);
    return;
  }
  RCU_INIT_POINTER(gone->next->rhead.next, obj->next);
  set_link(ht, link, &gone->next->rhead);
}

int mm32_rht_remove(struct rhashtable* ht, struct rhash_head* obj) {
  struct rhash_head** link = find_object(ht, obj);
  bool shared;
  if (!link) return -ENOENT;
  shared =
      ht->rhlist && (target(link) != obj || container_of(obj, struct rhlist_head, rhead)->next);
  if (shared) {
    leave_list(ht, link, obj);
    return 0;
  }
  set_link(ht, link, obj->next);
  atomic_dec(&ht->nelems);
  if (ht->p.automatic_shrinking && atomic_read(&ht->nelems) < ht->tbl->size * 3 / 10 &&
      ht->tbl->size > ht->p.min_size)
    schedule_work(&ht->run_work);
  return 0;
}
EXPORT_SYMBOL_GPL(mm32_rht_remove);

int mm32_rht_replace(struct rhashtable* ht, struct rhash_head* old, struct rhash_head* obj) {
  struct rhash_head** link;
  if (rht_bucket_of(ht, ht->tbl, old) != rht_bucket_of(ht, ht->tbl, obj)) return -EINVAL;
  link = find_object(ht, old);
  if (!link) return -ENOENT;
  RCU_INIT_POINTER(obj->next, old->next);
  set_link(ht, link, obj);
  return 0;
}
EXPORT_SYMBOL_GPL(mm32_rht_replace);
