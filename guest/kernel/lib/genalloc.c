// Pools of special memory: bitmaps over chunks, with a choice of fitting rules.
// Linux: 6.1 lib/genalloc.c.
#include <linux/bitmap.h>
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/genalloc.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/vmalloc.h>

#include "../bug_at.h"

static size_t chunk_size(const struct gen_pool_chunk* chunk) {
  return chunk->end_addr - chunk->start_addr + 1;
}

struct gen_pool* gen_pool_create(int min_alloc_order, int nid) {
  struct gen_pool* pool = kzalloc(sizeof(*pool), GFP_KERNEL);
  if (!pool) return NULL;
  spin_lock_init(&pool->lock);
  INIT_LIST_HEAD(&pool->chunks);
  pool->min_alloc_order = min_alloc_order;
  pool->algo = gen_pool_first_fit;
  return pool;
}
EXPORT_SYMBOL(gen_pool_create);

int gen_pool_add_owner(struct gen_pool* pool, unsigned long virt, phys_addr_t phys, size_t size,
                       int nid, void* owner) {
  unsigned long nbits = size >> pool->min_alloc_order;
  struct gen_pool_chunk* chunk =
      vzalloc(sizeof(*chunk) + BITS_TO_LONGS(nbits) * sizeof(unsigned long));
  if (!chunk) return -ENOMEM;
  chunk->phys_addr = phys;
  chunk->start_addr = virt;
  chunk->end_addr = virt + size - 1;
  chunk->owner = owner;
  atomic_set(&chunk->avail, size);
  spin_lock(&pool->lock);
  list_add(&chunk->next_chunk, &pool->chunks);
  spin_unlock(&pool->lock);
  return 0;
}
EXPORT_SYMBOL(gen_pool_add_owner);

void gen_pool_destroy(struct gen_pool* pool) {
  struct gen_pool_chunk *chunk, *next;
  list_for_each_entry_safe(chunk, next, &pool->chunks, next_chunk) {
    unsigned long nbits = chunk_size(chunk) >> pool->min_alloc_order;
    list_del(&chunk->next_chunk);
    BUG_ON_AT(find_first_bit(chunk->bits, nbits) < nbits, "lib/genalloc.c", 255);
    vfree(chunk);
  }
  kfree_const(pool->name);
  kfree(pool);
}
EXPORT_SYMBOL(gen_pool_destroy);

unsigned long gen_pool_alloc_algo_owner(struct gen_pool* pool, size_t size, genpool_algo_t algo,
                                        void* data, void** owner) {
  int order = pool->min_alloc_order;
  unsigned long nbits = (size + (1UL << order) - 1) >> order, address = 0, start, flags;
  struct gen_pool_chunk* chunk;
  if (owner) *owner = NULL;
  if (!size) return 0;
  spin_lock_irqsave(&pool->lock, flags);
  list_for_each_entry(chunk, &pool->chunks, next_chunk) {
    unsigned long end = chunk_size(chunk) >> order;
    if (size > (size_t)atomic_read(&chunk->avail)) continue;
    start = algo(chunk->bits, end, 0, nbits, data, pool, chunk->start_addr);
    if (start >= end) continue;
    bitmap_set(chunk->bits, start, nbits);
    address = chunk->start_addr + (start << order);
    atomic_sub(nbits << order, &chunk->avail);
    if (owner) *owner = chunk->owner;
    break;
  }
  spin_unlock_irqrestore(&pool->lock, flags);
  return address;
}
EXPORT_SYMBOL(gen_pool_alloc_algo_owner);

static struct gen_pool_chunk* chunk_of(struct gen_pool* pool, unsigned long addr) {
  struct gen_pool_chunk* chunk;
  list_for_each_entry(chunk, &pool->chunks, next_chunk) {
    if (addr >= chunk->start_addr && addr <= chunk->end_addr) return chunk;
  }
  return NULL;
}

void gen_pool_free_owner(struct gen_pool* pool, unsigned long addr, size_t size, void** owner) {
  int order = pool->min_alloc_order;
  unsigned long nbits = (size + (1UL << order) - 1) >> order, start, flags;
  struct gen_pool_chunk* chunk = chunk_of(pool, addr);
  BUG_ON_AT(!chunk, "lib/genalloc.c", 518);
  BUG_ON_AT(addr + size - 1 > chunk->end_addr, "lib/genalloc.c", 505);
  start = (addr - chunk->start_addr) >> order;
  spin_lock_irqsave(&pool->lock, flags);
  BUG_ON_AT(find_next_zero_bit(chunk->bits, start + nbits, start) < start + nbits, "lib/genalloc.c",
            508);
  bitmap_clear(chunk->bits, start, nbits);
  atomic_add(nbits << order, &chunk->avail);
  spin_unlock_irqrestore(&pool->lock, flags);
  if (owner) *owner = chunk->owner;
}
EXPORT_SYMBOL(gen_pool_free_owner);

phys_addr_t gen_pool_virt_to_phys(struct gen_pool* pool, unsigned long addr) {
  struct gen_pool_chunk* chunk = chunk_of(pool, addr);
  return chunk ? chunk->phys_addr + (addr - chunk->start_addr) : (phys_addr_t)-1;
}
EXPORT_SYMBOL(gen_pool_virt_to_phys);

void* gen_pool_dma_alloc_algo(struct gen_pool* pool, size_t size, dma_addr_t* dma,
                              genpool_algo_t algo, void* data) {
  unsigned long address = pool ? gen_pool_alloc_algo(pool, size, algo, data) : 0;
  if (address && dma) *dma = gen_pool_virt_to_phys(pool, address);
  return (void*)address;
}
EXPORT_SYMBOL(gen_pool_dma_alloc_algo);
void* gen_pool_dma_alloc(struct gen_pool* pool, size_t size, dma_addr_t* dma) {
  return pool ? gen_pool_dma_alloc_algo(pool, size, dma, pool->algo, pool->data) : NULL;
}
EXPORT_SYMBOL(gen_pool_dma_alloc);
void* gen_pool_dma_alloc_align(struct gen_pool* pool, size_t size, dma_addr_t* dma, int align) {
  struct genpool_data_align data = {.align = align};
  return gen_pool_dma_alloc_algo(pool, size, dma, gen_pool_first_fit_align, &data);
}
EXPORT_SYMBOL(gen_pool_dma_alloc_align);

static void* cleared(void* address, size_t size) {
  return address ? memset(address, 0, size) : NULL;
}
void* gen_pool_dma_zalloc(struct gen_pool* pool, size_t size, dma_addr_t* dma) {
  return cleared(gen_pool_dma_alloc(pool, size, dma), size);
}
EXPORT_SYMBOL(gen_pool_dma_zalloc);
void* gen_pool_dma_zalloc_algo(struct gen_pool* pool, size_t size, dma_addr_t* dma,
                               genpool_algo_t algo, void* data) {
  return cleared(gen_pool_dma_alloc_algo(pool, size, dma, algo, data), size);
}
EXPORT_SYMBOL(gen_pool_dma_zalloc_algo);
void* gen_pool_dma_zalloc_align(struct gen_pool* pool, size_t size, dma_addr_t* dma, int align) {
  return cleared(gen_pool_dma_alloc_align(pool, size, dma, align), size);
}
EXPORT_SYMBOL(gen_pool_dma_zalloc_align);

void gen_pool_for_each_chunk(struct gen_pool* pool,
                             void (*func)(struct gen_pool*, struct gen_pool_chunk*, void*),
                             void* data) {
  struct gen_pool_chunk* chunk;
  list_for_each_entry(chunk, &pool->chunks, next_chunk) func(pool, chunk, data);
}
EXPORT_SYMBOL(gen_pool_for_each_chunk);

bool gen_pool_has_addr(struct gen_pool* pool, unsigned long start, size_t size) {
  struct gen_pool_chunk* chunk = chunk_of(pool, start);
  return chunk && start + size - 1 <= chunk->end_addr;
}
EXPORT_SYMBOL(gen_pool_has_addr);

size_t gen_pool_avail(struct gen_pool* pool) {
  struct gen_pool_chunk* chunk;
  size_t bytes = 0;
  list_for_each_entry(chunk, &pool->chunks, next_chunk) bytes += atomic_read(&chunk->avail);
  return bytes;
}
EXPORT_SYMBOL_GPL(gen_pool_avail);
size_t gen_pool_size(struct gen_pool* pool) {
  struct gen_pool_chunk* chunk;
  size_t bytes = 0;
  list_for_each_entry(chunk, &pool->chunks, next_chunk) bytes += chunk_size(chunk);
  return bytes;
}
EXPORT_SYMBOL_GPL(gen_pool_size);

void gen_pool_set_algo(struct gen_pool* pool, genpool_algo_t algo, void* data) {
  pool->algo = algo ? algo : gen_pool_first_fit;
  pool->data = data;
}
EXPORT_SYMBOL(gen_pool_set_algo);

unsigned long gen_pool_first_fit(unsigned long* map, unsigned long size, unsigned long start,
                                 unsigned int nr, void* data, struct gen_pool* pool,
                                 unsigned long start_addr) {
  return bitmap_find_next_zero_area(map, size, start, nr, 0);
}
EXPORT_SYMBOL(gen_pool_first_fit);

unsigned long gen_pool_first_fit_align(unsigned long* map, unsigned long size, unsigned long start,
                                       unsigned int nr, void* data, struct gen_pool* pool,
                                       unsigned long start_addr) {
  int order = pool->min_alloc_order;
  struct genpool_data_align* align = data;
  unsigned long mask = ((align->align + (1UL << order) - 1) >> order) - 1;
  unsigned long offset = (start_addr & (align->align - 1)) >> order;
  return bitmap_find_next_zero_area_off(map, size, start, nr, mask, offset);
}
EXPORT_SYMBOL(gen_pool_first_fit_align);

unsigned long gen_pool_fixed_alloc(unsigned long* map, unsigned long size, unsigned long start,
                                   unsigned int nr, void* data, struct gen_pool* pool,
                                   unsigned long start_addr) {
  struct genpool_data_fixed* fixed = data;
  unsigned long bit = fixed->offset >> pool->min_alloc_order;
  if (WARN_ON_AT(fixed->offset & ((1UL << pool->min_alloc_order) - 1), "lib/genalloc.c", 706))
    return size;
  return bitmap_find_next_zero_area(map, size, bit, nr, 0) == bit ? bit : size;
}
EXPORT_SYMBOL(gen_pool_fixed_alloc);

unsigned long gen_pool_first_fit_order_align(unsigned long* map, unsigned long size,
                                             unsigned long start, unsigned int nr, void* data,
                                             struct gen_pool* pool, unsigned long start_addr) {
  return bitmap_find_next_zero_area(map, size, start, nr, roundup_pow_of_two(nr) - 1);
}
EXPORT_SYMBOL(gen_pool_first_fit_order_align);

unsigned long gen_pool_best_fit(unsigned long* map, unsigned long size, unsigned long start,
                                unsigned int nr, void* data, struct gen_pool* pool,
                                unsigned long start_addr) {
  unsigned long best = size, best_len = size + 1;
  unsigned long at = bitmap_find_next_zero_area(map, size, start, nr, 0);
  while (at < size) {
    unsigned long end = find_next_bit(map, size, at + nr);
    if (end - at < best_len) {
      best_len = end - at;
      best = at;
      if (best_len == nr) break;
    }
    at = bitmap_find_next_zero_area(map, size, end + 1, nr, 0);
  }
  return best;
}
EXPORT_SYMBOL(gen_pool_best_fit);
