// Resizable hash tables: making, resizing and destroying. Linux: 6.1 lib/rhashtable.c.
#include <linux/export.h>
#include <linux/log2.h>
#include <linux/mm.h>
#include <linux/random.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "rht.h"

#define DEFAULT_SIZE 64U
#define MIN_SIZE 4U

struct rhash_head** rht_slot(struct bucket_table* tbl, unsigned int bucket) {
  return (struct rhash_head**)&tbl->buckets[bucket & (tbl->size - 1)];
}
struct rhash_head* rht_first(struct bucket_table* tbl, unsigned int bucket) {
  struct rhash_head** slot = rht_slot(tbl, bucket);
  unsigned long first = (unsigned long)*slot & ~1UL;
  return first ? (struct rhash_head*)first : RHT_NULLS_MARKER(slot);
}
void rht_push(struct bucket_table* tbl, unsigned int bucket, struct rhash_head* he) {
  RCU_INIT_POINTER(he->next, rht_first(tbl, bucket));
  rcu_assign_pointer(*rht_slot(tbl, bucket), he);
}
unsigned int rht_bucket_of_key(const struct rhashtable* ht, const struct bucket_table* tbl,
                               const void* key) {
  return ht->p.hashfn(key, ht->key_len, tbl->hash_rnd) & (tbl->size - 1);
}
unsigned int rht_bucket_of(const struct rhashtable* ht, const struct bucket_table* tbl,
                           const struct rhash_head* he) {
  const char* object = rht_obj(ht, he);
  if (!ht->p.obj_hashfn) return rht_bucket_of_key(ht, tbl, object + ht->p.key_offset);
  return ht->p.obj_hashfn(object, ht->p.key_len ?: ht->key_len, tbl->hash_rnd) & (tbl->size - 1);
}

static struct bucket_table* table_alloc(unsigned int size, gfp_t gfp) {
  struct bucket_table* tbl =
      kvzalloc(sizeof(struct bucket_table) + size * sizeof(struct rhash_head*), gfp);
  if (!tbl) return NULL;
  tbl->size = size;
  tbl->hash_rnd = get_random_u32();
  INIT_LIST_HEAD(&tbl->walkers);
  return tbl;
}
static void table_free(struct rcu_head* head) {
  kvfree(container_of(head, struct bucket_table, rcu));
}
bool rht_is_replaced(const struct bucket_table* tbl) { return tbl->rcu.func == table_free; }

// Moves a chain from its end, as Linux does: the order in the new chains is visible to walks.
static void move_chain(struct rhashtable* ht, struct bucket_table* old, unsigned int bucket,
                       struct bucket_table* tbl) {
  while (!rht_is_a_nulls(rht_first(old, bucket))) {
    struct rhash_head** link = rht_slot(old, bucket);
    struct rhash_head* he = rht_first(old, bucket);
    for (; !rht_is_a_nulls(he->next); he = he->next) link = &he->next;
    if (link == rht_slot(old, bucket))
      *link = NULL;
    else
      *link = RHT_NULLS_MARKER(rht_slot(old, bucket));
    rht_push(tbl, rht_bucket_of(ht, tbl, he), he);
  }
}

static void replace_table(struct rhashtable* ht, struct bucket_table* tbl) {
  struct bucket_table* old = ht->tbl;
  struct rhashtable_walker* walker;
  rcu_assign_pointer(ht->tbl, tbl);
  list_for_each_entry(walker, &old->walkers, list) walker->tbl = NULL;
  old->rcu.func = table_free;
  call_rcu(&old->rcu, table_free);
}

int rht_resize(struct rhashtable* ht, unsigned int size, gfp_t gfp) {
  struct bucket_table* tbl = table_alloc(size, gfp);
  unsigned int bucket;
  if (!tbl) return -ENOMEM;
  for (bucket = 0; bucket < ht->tbl->size; bucket++) move_chain(ht, ht->tbl, bucket, tbl);
  replace_table(ht, tbl);
  return 0;
}

static unsigned int shrunk_size(const struct rhashtable* ht) {
  unsigned int count = atomic_read(&ht->nelems);
  unsigned int size = count ? roundup_pow_of_two(count * 3 / 2) : 0;
  return max_t(unsigned int, size, ht->p.min_size);
}

// The table doubles at 75 % and shrinks below 30 %.
void rht_adapt(struct rhashtable* ht, gfp_t gfp) {
  unsigned int size = ht->tbl->size;
  unsigned int count = atomic_read(&ht->nelems);
  if (count > size / 4 * 3 && (!ht->p.max_size || size < ht->p.max_size))
    rht_resize(ht, size * 2, gfp);
  else if (ht->p.automatic_shrinking && count < size * 3 / 10 && size > ht->p.min_size &&
           shrunk_size(ht) < size)
    rht_resize(ht, shrunk_size(ht), gfp);
}

static void deferred_worker(struct work_struct* work) {
  struct rhashtable* ht = container_of(work, struct rhashtable, run_work);
  mutex_lock(&ht->mutex);
  rht_adapt(ht, GFP_KERNEL);
  mutex_unlock(&ht->mutex);
}

static u32 hash_words(const void* key, u32 length, u32 seed) { return jhash2(key, length, seed); }
static u32 hash_bytes(const void* key, u32 length, u32 seed) { return jhash(key, length, seed); }

static void choose_hash(struct rhashtable* ht) {
  ht->key_len = ht->p.key_len;
  if (ht->p.hashfn) return;
  ht->p.hashfn = hash_bytes;
  if (ht->key_len % sizeof(u32)) return;
  ht->key_len /= sizeof(u32);
  ht->p.hashfn = hash_words;
}

int rhashtable_init(struct rhashtable* ht, const struct rhashtable_params* params) {
  unsigned int size = DEFAULT_SIZE;
  if ((!params->key_len && !params->obj_hashfn) || (params->obj_hashfn && !params->obj_cmpfn))
    return -EINVAL;
  memset(ht, 0, sizeof(*ht));
  mutex_init(&ht->mutex);
  spin_lock_init(&ht->lock);
  ht->p = *params;
  if (params->min_size) ht->p.min_size = roundup_pow_of_two(params->min_size);
  ht->max_elems = 1U << 31;
  if (params->max_size) {
    ht->p.max_size = rounddown_pow_of_two(params->max_size);
    if (ht->p.max_size < ht->max_elems / 2) ht->max_elems = ht->p.max_size * 2;
  }
  ht->p.min_size = max_t(u16, ht->p.min_size, MIN_SIZE);
  if (params->nelem_hint) size = roundup_pow_of_two(params->nelem_hint * 4 / 3);
  choose_hash(ht);
  ht->tbl = table_alloc(max_t(unsigned int, size, ht->p.min_size), GFP_KERNEL);
  if (!ht->tbl) ht->tbl = table_alloc(ht->p.min_size, GFP_KERNEL | __GFP_NOFAIL);
  INIT_WORK(&ht->run_work, deferred_worker);
  return 0;
}
EXPORT_SYMBOL_GPL(rhashtable_init);

int rhltable_init(struct rhltable* hlt, const struct rhashtable_params* params) {
  int error = rhashtable_init(&hlt->ht, params);
  hlt->ht.rhlist = true;
  return error;
}
EXPORT_SYMBOL_GPL(rhltable_init);

static void free_entry(struct rhashtable* ht, struct rhash_head* he,
                       void (*free_fn)(void* ptr, void* arg), void* arg) {
  struct rhlist_head* list = container_of(he, struct rhlist_head, rhead);
  if (!ht->rhlist) {
    free_fn(rht_obj(ht, he), arg);
    return;
  }
  while (list) {
    struct rhlist_head* next = list->next;
    free_fn(rht_obj(ht, &list->rhead), arg);
    list = next;
  }
}

void rhashtable_free_and_destroy(struct rhashtable* ht, void (*free_fn)(void* ptr, void* arg),
                                 void* arg) {
  struct bucket_table* tbl = ht->tbl;
  unsigned int bucket;
  cancel_work_sync(&ht->run_work);
  for (bucket = 0; free_fn && bucket < tbl->size; bucket++) {
    struct rhash_head* he = rht_first(tbl, bucket);
    while (!rht_is_a_nulls(he)) {
      struct rhash_head* next = he->next;
      free_entry(ht, he, free_fn, arg);
      he = next;
    }
  }
  kvfree(tbl);
}
EXPORT_SYMBOL_GPL(rhashtable_free_and_destroy);
void rhashtable_destroy(struct rhashtable* ht) { rhashtable_free_and_destroy(ht, NULL, NULL); }
EXPORT_SYMBOL_GPL(rhashtable_destroy);

// Nested tables do not occur; code of the real headers has calls for them.
struct rhash_lock_head** rht_bucket_nested(const struct bucket_table* tbl, unsigned int hash);
struct rhash_lock_head** rht_bucket_nested(const struct bucket_table* tbl, unsigned int hash) {
  return (struct rhash_lock_head**)rht_slot((struct bucket_table*)tbl, hash);
}
EXPORT_SYMBOL_GPL(rht_bucket_nested);
struct rhash_lock_head** __rht_bucket_nested(const struct bucket_table* tbl, unsigned int hash);
struct rhash_lock_head** __rht_bucket_nested(const struct bucket_table* tbl, unsigned int hash) {
  return rht_bucket_nested(tbl, hash);
}
EXPORT_SYMBOL_GPL(__rht_bucket_nested);
struct rhash_lock_head** rht_bucket_nested_insert(struct rhashtable* ht, struct bucket_table* tbl,
                                                  unsigned int hash);
struct rhash_lock_head** rht_bucket_nested_insert(struct rhashtable* ht, struct bucket_table* tbl,
                                                  unsigned int hash) {
  return rht_bucket_nested(tbl, hash);
}
EXPORT_SYMBOL_GPL(rht_bucket_nested_insert);
