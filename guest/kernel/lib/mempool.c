// Memory pools. Elements in reserve are a stack; an allocation takes one only after the allocator
// has failed, and one that may wait then sleeps until somebody frees an element.
// Linux: 6.1 mm/mempool.c.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/mempool.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>

#include "../bug_at.h"
#include "sched/sched.h"

void mempool_exit(mempool_t* pool) {
  while (pool->curr_nr) pool->free(pool->elements[--pool->curr_nr], pool->pool_data);
  kfree(pool->elements);
  pool->elements = NULL;
}
EXPORT_SYMBOL(mempool_exit);

void mempool_destroy(mempool_t* pool) {
  if (!pool) return;
  mempool_exit(pool);
  kfree(pool);
}
EXPORT_SYMBOL(mempool_destroy);

int mempool_init_node(mempool_t* pool, int min_nr, mempool_alloc_t* alloc_fn,
                      mempool_free_t* free_fn, void* pool_data, gfp_t gfp_mask, int node_id) {
  spin_lock_init(&pool->lock);
  pool->min_nr = min_nr;
  pool->curr_nr = 0;
  pool->pool_data = pool_data;
  pool->alloc = alloc_fn;
  pool->free = free_fn;
  pool->wait = (wait_queue_head_t){.head = LIST_HEAD_INIT(pool->wait.head)};
  pool->elements = kmalloc_array(min_nr, sizeof(void*), gfp_mask);
  if (!pool->elements) return -ENOMEM;
  while (pool->curr_nr < min_nr) {
    void* element = alloc_fn(gfp_mask, pool_data);
    if (!element) {
      mempool_exit(pool);
      return -ENOMEM;
    }
    pool->elements[pool->curr_nr++] = element;
  }
  return 0;
}
EXPORT_SYMBOL(mempool_init_node);
int mempool_init(mempool_t* pool, int min_nr, mempool_alloc_t* alloc_fn, mempool_free_t* free_fn,
                 void* pool_data) {
  return mempool_init_node(pool, min_nr, alloc_fn, free_fn, pool_data, GFP_KERNEL, NUMA_NO_NODE);
}
EXPORT_SYMBOL(mempool_init);

mempool_t* mempool_create_node(int min_nr, mempool_alloc_t* alloc_fn, mempool_free_t* free_fn,
                               void* pool_data, gfp_t gfp_mask, int nid) {
  mempool_t* pool = kzalloc(sizeof(*pool), gfp_mask);
  if (!pool) return NULL;
  if (!mempool_init_node(pool, min_nr, alloc_fn, free_fn, pool_data, gfp_mask, nid)) return pool;
  kfree(pool);
  return NULL;
}
EXPORT_SYMBOL(mempool_create_node);
mempool_t* mempool_create(int min_nr, mempool_alloc_t* alloc_fn, mempool_free_t* free_fn,
                          void* pool_data) {
  return mempool_create_node(min_nr, alloc_fn, free_fn, pool_data, GFP_KERNEL, NUMA_NO_NODE);
}
EXPORT_SYMBOL(mempool_create);

int mempool_resize(mempool_t* pool, int new_min_nr) {
  void** elements;
  BUG_ON_AT(new_min_nr <= 0, "mm/mempool.c", 324);
  while (pool->curr_nr > new_min_nr) pool->free(pool->elements[--pool->curr_nr], pool->pool_data);
  elements = kmalloc_array(new_min_nr, sizeof(void*), GFP_KERNEL);
  if (!elements) return -ENOMEM;
  memcpy(elements, pool->elements, pool->curr_nr * sizeof(void*));
  kfree(pool->elements);
  pool->elements = elements;
  pool->min_nr = new_min_nr;
  while (pool->curr_nr < new_min_nr) {
    void* element = pool->alloc(GFP_KERNEL, pool->pool_data);
    if (!element) break;
    pool->elements[pool->curr_nr++] = element;
  }
  return 0;
}
EXPORT_SYMBOL(mempool_resize);

// An element of the allocator, or else of the reserve.
static void* try_alloc(mempool_t* pool, gfp_t gfp_mask) {
  unsigned long flags;
  mempool_alloc_t* const alloc = READ_ONCE(pool->alloc);
  void* element = alloc(gfp_mask, pool->pool_data);
  if (element) return element;
  spin_lock_irqsave(&pool->lock, flags);
  if (pool->curr_nr) element = pool->elements[--pool->curr_nr];
  spin_unlock_irqrestore(&pool->lock, flags);
  return element;
}

void* mempool_alloc(mempool_t* pool, gfp_t gfp_mask) {
  gfp_t gfp_temp;
  gfp_mask |= __GFP_NOMEMALLOC | __GFP_NORETRY | __GFP_NOWARN;
  gfp_temp = gfp_mask & ~(__GFP_DIRECT_RECLAIM | __GFP_IO);
  for (;;) {
    void* element = try_alloc(pool, gfp_temp);
    if (element) return element;
    if (gfp_temp == gfp_mask && !(gfp_mask & __GFP_DIRECT_RECLAIM)) return NULL;
    if (gfp_temp == gfp_mask) wait_for_others("an element of a mempool");
    gfp_temp = gfp_mask;
  }
}
EXPORT_SYMBOL(mempool_alloc);

void mempool_free(void* element, mempool_t* pool) {
  unsigned long flags;
  if (unlikely(!element)) return;
  spin_lock_irqsave(&pool->lock, flags);
  if (pool->curr_nr < pool->min_nr) {
    pool->elements[pool->curr_nr++] = element;
    element = NULL;
  }
  spin_unlock_irqrestore(&pool->lock, flags);
  if (element) pool->free(element, pool->pool_data);
}
EXPORT_SYMBOL(mempool_free);

void* mempool_alloc_slab(gfp_t gfp_mask, void* pool_data) {
  return kmem_cache_alloc(pool_data, gfp_mask);
}
EXPORT_SYMBOL(mempool_alloc_slab);
void mempool_free_slab(void* element, void* pool_data) { kmem_cache_free(pool_data, element); }
EXPORT_SYMBOL(mempool_free_slab);
void* mempool_kmalloc(gfp_t gfp_mask, void* pool_data) {
  return kmalloc((size_t)pool_data, gfp_mask);
}
EXPORT_SYMBOL(mempool_kmalloc);
void mempool_kfree(void* element, void* pool_data) { kfree(element); }
EXPORT_SYMBOL(mempool_kfree);
void* mempool_alloc_pages(gfp_t gfp_mask, void* pool_data) {
  return alloc_pages(gfp_mask, (int)(long)pool_data);
}
EXPORT_SYMBOL(mempool_alloc_pages);
void mempool_free_pages(void* element, void* pool_data) {
  __free_pages(element, (int)(long)pool_data);
}
EXPORT_SYMBOL(mempool_free_pages);
