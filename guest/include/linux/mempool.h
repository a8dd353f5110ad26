// Memory pools: allocations that succeed while min_nr elements are kept in reserve.
#ifndef _LINUX_MEMPOOL_H
#define _LINUX_MEMPOOL_H

#include <linux/version.h>
#include <linux/compiler.h>
#include <linux/slab.h>
#include <linux/spinlock_types.h>
#include <linux/types.h>
#include <linux/wait.h>
#include <linux/wait_types_mm32.h>

typedef void*(mempool_alloc_t)(gfp_t gfp_mask, void* pool_data);
typedef void(mempool_free_t)(void* element, void* pool_data);
typedef struct mempool_s {
  spinlock_t lock;
  int min_nr;
  int curr_nr;
  void** elements;
  void* pool_data;
  mempool_alloc_t* alloc;
  mempool_free_t* free;
  wait_queue_head_t wait;
} mempool_t;
_Static_assert(sizeof(mempool_t) == 40, "mempool_t of 6.1 i386");

static inline bool mempool_initialized(mempool_t* pool) { return pool->elements != NULL; }
void mempool_exit(mempool_t* pool);
int mempool_init_node(mempool_t* pool, int min_nr, mempool_alloc_t* alloc_fn,
                      mempool_free_t* free_fn, void* pool_data, gfp_t gfp_mask, int node_id);
int mempool_init(mempool_t* pool, int min_nr, mempool_alloc_t* alloc_fn, mempool_free_t* free_fn,
                 void* pool_data);
mempool_t* mempool_create(int min_nr, mempool_alloc_t* alloc_fn, mempool_free_t* free_fn,
                          void* pool_data);
mempool_t* mempool_create_node(int min_nr, mempool_alloc_t* alloc_fn, mempool_free_t* free_fn,
                               void* pool_data, gfp_t gfp_mask, int nid);
int mempool_resize(mempool_t* pool, int new_min_nr);
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 1, 0)
#define mempool_resize(pool, new_min_nr, ...) (mempool_resize)(pool, new_min_nr)
#endif
void mempool_destroy(mempool_t* pool);
void* mempool_alloc(mempool_t* pool, gfp_t gfp_mask);
void mempool_free(void* element, mempool_t* pool);
void* mempool_alloc_slab(gfp_t gfp_mask, void* pool_data);
void mempool_free_slab(void* element, void* pool_data);
void* mempool_kmalloc(gfp_t gfp_mask, void* pool_data);
void mempool_kfree(void* element, void* pool_data);
void* mempool_alloc_pages(gfp_t gfp_mask, void* pool_data);
void mempool_free_pages(void* element, void* pool_data);
#define mempool_init_slab_pool(pool, min_nr, kc) \
  mempool_init(pool, min_nr, mempool_alloc_slab, mempool_free_slab, (void*)(kc))
#define mempool_create_slab_pool(min_nr, kc) \
  mempool_create((min_nr), mempool_alloc_slab, mempool_free_slab, (void*)(kc))
#define mempool_init_kmalloc_pool(pool, min_nr, size) \
  mempool_init(pool, min_nr, mempool_kmalloc, mempool_kfree, (void*)(size))
#define mempool_create_kmalloc_pool(min_nr, size) \
  mempool_create((min_nr), mempool_kmalloc, mempool_kfree, (void*)(size))
#define mempool_init_page_pool(pool, min_nr, order) \
  mempool_init(pool, min_nr, mempool_alloc_pages, mempool_free_pages, (void*)(long)(order))
#define mempool_create_page_pool(min_nr, order) \
  mempool_create((min_nr), mempool_alloc_pages, mempool_free_pages, (void*)(long)(order))

#endif
