// Hash tables that resize themselves. Linux: 6.1 include/linux/rhashtable.h.
//
// Everything is a call into the resident kernel; hash and key length are those that the table was
// made with, only the comparison function of `params` is looked at.
#ifndef _LINUX_RHASHTABLE_H
#define _LINUX_RHASHTABLE_H

#include <linux/bit_spinlock.h>
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/jhash.h>
#include <linux/list_nulls.h>
#include <linux/rculist.h>
#include <linux/rcupdate.h>
#include <linux/rhashtable-types.h>
#include <linux/spinlock.h>
#include <linux/workqueue.h>

#define RHT_NULLS_MARKER(ptr) ((void*)((unsigned long)(ptr) | 1))
#define INIT_RHT_NULLS_HEAD(ptr) ((ptr) = NULL)
static inline bool rht_is_a_nulls(const struct rhash_head* ptr) { return (unsigned long)ptr & 1; }
static inline void* rht_obj(const struct rhashtable* ht, const struct rhash_head* he) {
  return (char*)he - ht->p.head_offset;
}

// `key` NULL: the key is the one inside `object`.
void* mm32_rht_find(struct rhashtable* ht, const void* key, rht_obj_cmpfn_t cmp);
void* mm32_rht_insert(struct rhashtable* ht, const void* key, struct rhash_head* obj,
                      rht_obj_cmpfn_t cmp);
int mm32_rht_remove(struct rhashtable* ht, struct rhash_head* obj);
int mm32_rht_replace(struct rhashtable* ht, struct rhash_head* old, struct rhash_head* obj);
void* mm32_rht_object_key(struct rhashtable* ht, struct rhash_head* obj);

void* rhashtable_insert_slow(struct rhashtable* ht, const void* key, struct rhash_head* obj);
void rhashtable_walk_enter(struct rhashtable* ht, struct rhashtable_iter* iter);
void rhashtable_walk_exit(struct rhashtable_iter* iter);
int rhashtable_walk_start_check(struct rhashtable_iter* iter);
void* rhashtable_walk_next(struct rhashtable_iter* iter);
void* rhashtable_walk_peek(struct rhashtable_iter* iter);
void rhashtable_walk_stop(struct rhashtable_iter* iter);
void rhashtable_free_and_destroy(struct rhashtable* ht, void (*free_fn)(void* ptr, void* arg),
                                 void* arg);
void rhashtable_destroy(struct rhashtable* ht);
static inline void rhashtable_walk_start(struct rhashtable_iter* iter) {
  (void)rhashtable_walk_start_check(iter);
}

static inline void* rhashtable_lookup(struct rhashtable* ht, const void* key,
                                      const struct rhashtable_params params) {
  struct rhash_head* he = mm32_rht_find(ht, key, params.obj_cmpfn);
  return he ? rht_obj(ht, he) : NULL;
}
#define rhashtable_lookup_fast(ht, key, params) rhashtable_lookup(ht, key, params)
static inline int __mm32_rht_status(void* found) {
  return IS_ERR(found) ? PTR_ERR(found) : found ? -EEXIST : 0;
}
static inline int rhashtable_insert_fast(struct rhashtable* ht, struct rhash_head* obj,
                                         const struct rhashtable_params params) {
  return __mm32_rht_status(mm32_rht_insert(ht, NULL, obj, params.obj_cmpfn));
}
static inline int rhashtable_lookup_insert_key(struct rhashtable* ht, const void* key,
                                               struct rhash_head* obj,
                                               const struct rhashtable_params params) {
  return __mm32_rht_status(mm32_rht_insert(ht, key, obj, params.obj_cmpfn));
}
static inline void* rhashtable_lookup_get_insert_key(struct rhashtable* ht, const void* key,
                                                     struct rhash_head* obj,
                                                     const struct rhashtable_params params) {
  return mm32_rht_insert(ht, key, obj, params.obj_cmpfn);
}
static inline int rhashtable_lookup_insert_fast(struct rhashtable* ht, struct rhash_head* obj,
                                                const struct rhashtable_params params) {
  return rhashtable_lookup_insert_key(ht, mm32_rht_object_key(ht, obj), obj, params);
}
static inline void* rhashtable_lookup_get_insert_fast(struct rhashtable* ht, struct rhash_head* obj,
                                                      const struct rhashtable_params params) {
  return mm32_rht_insert(ht, mm32_rht_object_key(ht, obj), obj, params.obj_cmpfn);
}
static inline int rhashtable_remove_fast(struct rhashtable* ht, struct rhash_head* obj,
                                         const struct rhashtable_params params) {
  return mm32_rht_remove(ht, obj);
}
static inline int rhashtable_replace_fast(struct rhashtable* ht, struct rhash_head* old,
                                          struct rhash_head* obj,
                                          const struct rhashtable_params params) {
  return mm32_rht_replace(ht, old, obj);
}

static inline struct rhlist_head* rhltable_lookup(struct rhltable* hlt, const void* key,
                                                  const struct rhashtable_params params) {
  struct rhash_head* he = mm32_rht_find(&hlt->ht, key, params.obj_cmpfn);
  return he ? container_of(he, struct rhlist_head, rhead) : NULL;
}
static inline int rhltable_insert_key(struct rhltable* hlt, const void* key,
                                      struct rhlist_head* list,
                                      const struct rhashtable_params params) {
  return PTR_ERR_OR_ZERO(mm32_rht_insert(&hlt->ht, key, &list->rhead, params.obj_cmpfn));
}
static inline int rhltable_insert(struct rhltable* hlt, struct rhlist_head* list,
                                  const struct rhashtable_params params) {
  return rhltable_insert_key(hlt, mm32_rht_object_key(&hlt->ht, &list->rhead), list, params);
}
static inline int rhltable_remove(struct rhltable* hlt, struct rhlist_head* list,
                                  const struct rhashtable_params params) {
  return mm32_rht_remove(&hlt->ht, &list->rhead);
}
#define rhltable_walk_enter(hlt, iter) rhashtable_walk_enter(&(hlt)->ht, iter)
#define rhltable_free_and_destroy(hlt, free_fn, arg) \
  rhashtable_free_and_destroy(&(hlt)->ht, free_fn, arg)
#define rhltable_destroy(hlt) rhltable_free_and_destroy(hlt, NULL, NULL)
#define rhl_for_each_rcu(pos, list) for (pos = list; pos; pos = rcu_dereference_raw(pos->next))
#define rhl_for_each_entry_rcu(tpos, pos, list, member)               \
  for (pos = list; pos && ({                                          \
                     tpos = container_of(pos, typeof(*tpos), member); \
                     1;                                               \
                   });                                                \
       pos = rcu_dereference_raw(pos->next))

struct bucket_table;
struct rhash_lock_head;
struct rhashtable;

#define RHT_ELASTICITY 16u
struct rhash_lock_head** rht_bucket_nested(const struct bucket_table* tbl, unsigned int hash);
struct rhash_lock_head** __rht_bucket_nested(const struct bucket_table* tbl, unsigned int hash);
struct rhash_lock_head** rht_bucket_nested_insert(struct rhashtable* ht, struct bucket_table* tbl,
                                                  unsigned int hash);

// Chains of a bucket, for those who hold its lock or keep everybody else away.
#define rht_dereference(p, ht) (p)
#define rht_dereference_rcu(p, ht) rcu_dereference_raw(p)
#define rht_entry(tpos, pos, member)                 \
  ({                                                 \
    tpos = container_of(pos, typeof(*tpos), member); \
    1;                                               \
  })
#define rht_for_each_from(pos, head, tbl, hash) \
  for (pos = head; !rht_is_a_nulls(pos); pos = (pos)->next)
static inline struct rhash_head* __rht_ptr(struct rhash_lock_head* p,
                                           struct rhash_lock_head* const* bkt) {
  const unsigned long head = (unsigned long)p & ~1UL;
  return (struct rhash_head*)(head ?: (unsigned long)RHT_NULLS_MARKER(bkt));
}
static inline struct rhash_head* rht_ptr_exclusive(struct rhash_lock_head* const* bkt) {
  return __rht_ptr(*bkt, bkt);
}
static inline struct rhash_head* rht_ptr_rcu(struct rhash_lock_head* const* bkt) {
  return __rht_ptr(READ_ONCE(*bkt), bkt);
}

#endif
