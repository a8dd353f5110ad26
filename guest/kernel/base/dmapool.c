// Pools of small blocks that devices reach. A page of a pool is cut into blocks that do not cross
// the pool's boundary; a free block holds the offset of the next one.
// Linux: 6.1 mm/dmapool.c, whose last block before a boundary stays unused as it does here.
#include <linux/dma-mapping.h>
#include <linux/dmapool.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>

#include "../bug_at.h"
#include "devres.h"

unsigned int __mm32_init_on_alloc;

struct dma_pool {
  struct list_head page_list;
  spinlock_t lock;
  size_t size;
  struct device* dev;
  size_t allocation;
  size_t boundary;
  char name[32];
  struct list_head pools;
};

struct dma_page {
  struct list_head page_list;
  void* vaddr;
  dma_addr_t dma;
  unsigned int in_use;
  unsigned int offset;
};

struct dma_pool* dma_pool_create(const char* name, struct device* dev, size_t size, size_t align,
                                 size_t boundary) {
  struct dma_pool* pool;
  size_t allocation;
  if (align == 0)
    align = 1;
  else if (align & (align - 1))
    return NULL;
  if (size == 0) return NULL;
  size = ALIGN(max_t(size_t, size, 4), align);
  allocation = max_t(size_t, size, PAGE_SIZE);
  if (!boundary)
    boundary = allocation;
  else if (boundary < size || (boundary & (boundary - 1)))
    return NULL;
  pool = kmalloc_node(sizeof(*pool), GFP_KERNEL, dev_to_node(dev));
  if (!pool) return NULL;
  strscpy(pool->name, name, sizeof(pool->name));
  pool->dev = dev;
  INIT_LIST_HEAD(&pool->page_list);
  spin_lock_init(&pool->lock);
  pool->size = size;
  pool->boundary = boundary;
  pool->allocation = allocation;
  // The first pool of a device makes an attribute, which only a registered device can have.
  if (list_empty(&dev->dma_pools) && WARN_ON(!device_is_registered(dev))) {
    kfree(pool);
    return NULL;
  }
  list_add(&pool->pools, &dev->dma_pools);
  return pool;
}
EXPORT_SYMBOL(dma_pool_create);

static void cut_page(const struct dma_pool* pool, struct dma_page* page) {
  unsigned int offset = 0;
  unsigned int next_boundary = pool->boundary;
  do {
    unsigned int next = offset + pool->size;
    if (unlikely(next + pool->size >= next_boundary)) {
      next = next_boundary;
      next_boundary += pool->boundary;
    }
    *(unsigned int*)(page->vaddr + offset) = next;
    offset = next;
  } while (offset < pool->allocation);
}

static struct dma_page* new_page(struct dma_pool* pool, gfp_t mem_flags) {
  struct dma_page* page = kmalloc(sizeof(*page), mem_flags);
  if (!page) return NULL;
  page->vaddr = dma_alloc_coherent(pool->dev, pool->allocation, &page->dma, mem_flags);
  if (!page->vaddr) {
    kfree(page);
    return NULL;
  }
  cut_page(pool, page);
  page->in_use = 0;
  page->offset = 0;
  return page;
}

static struct dma_page* page_with_room(struct dma_pool* pool) {
  struct dma_page* page;
  list_for_each_entry(page, &pool->page_list, page_list) {
    if (page->offset < pool->allocation) return page;
  }
  return NULL;
}

void* dma_pool_alloc(struct dma_pool* pool, gfp_t mem_flags, dma_addr_t* handle) {
  struct dma_page* page;
  unsigned long flags;
  unsigned int offset;
  void* block;
  spin_lock_irqsave(&pool->lock, flags);
  page = page_with_room(pool);
  if (!page) {
    spin_unlock_irqrestore(&pool->lock, flags);
    page = new_page(pool, mem_flags & ~__GFP_ZERO);
    if (!page) return NULL;
    spin_lock_irqsave(&pool->lock, flags);
    list_add(&page->page_list, &pool->page_list);
  }
  page->in_use++;
  offset = page->offset;
  page->offset = *(unsigned int*)(page->vaddr + offset);
  block = page->vaddr + offset;
  *handle = page->dma + offset;
  spin_unlock_irqrestore(&pool->lock, flags);
  if (__mm32_init_on_alloc || (mem_flags & __GFP_ZERO)) memset(block, 0, pool->size);
  return block;
}
EXPORT_SYMBOL(dma_pool_alloc);

static struct dma_page* page_of(struct dma_pool* pool, dma_addr_t dma) {
  struct dma_page* page;
  list_for_each_entry(page, &pool->page_list, page_list) {
    if (dma >= page->dma && dma < page->dma + pool->allocation) return page;
  }
  return NULL;
}

void dma_pool_free(struct dma_pool* pool, void* vaddr, dma_addr_t dma) {
  struct dma_page* page;
  unsigned long flags;
  spin_lock_irqsave(&pool->lock, flags);
  page = page_of(pool, dma);
  if (page) {
    page->in_use--;
    *(unsigned int*)vaddr = page->offset;
    page->offset = vaddr - page->vaddr;
  }
  spin_unlock_irqrestore(&pool->lock, flags);
  if (!page) dev_err(pool->dev, "%s %s, %p/%pad (bad dma)\n", __func__, pool->name, vaddr, &dma);
}
EXPORT_SYMBOL(dma_pool_free);

void dma_pool_destroy(struct dma_pool* pool) {
  struct dma_page *page, *next;
  if (unlikely(!pool)) return;
  list_del(&pool->pools);
  list_for_each_entry_safe(page, next, &pool->page_list, page_list) {
    if (page->in_use)
      dev_err(pool->dev, "%s %s, %p busy\n", __func__, pool->name, page->vaddr);
    else
      dma_free_coherent(pool->dev, pool->allocation, page->vaddr, page->dma);
    list_del(&page->page_list);
    kfree(page);
  }
  kfree(pool);
}
EXPORT_SYMBOL(dma_pool_destroy);

static void dmam_pool_release(struct device* dev, void* res) {
  dma_pool_destroy(*(struct dma_pool**)res);
}
static int dmam_pool_match(struct device* dev, void* res, void* match_data) {
  return *(struct dma_pool**)res == match_data;
}

struct dma_pool* dmam_pool_create(const char* name, struct device* dev, size_t size, size_t align,
                                  size_t allocation) {
  struct dma_pool** ptr = devres_alloc(dmam_pool_release, sizeof(*ptr), GFP_KERNEL);
  struct dma_pool* pool;
  if (!ptr) return NULL;
  pool = *ptr = dma_pool_create(name, dev, size, align, allocation);
  if (pool)
    devres_add(dev, ptr);
  else
    devres_free(ptr);
  return pool;
}
EXPORT_SYMBOL(dmam_pool_create);

void dmam_pool_destroy(struct dma_pool* pool) {
  WARN_ON_AT(devres_release(pool->dev, dmam_pool_release, dmam_pool_match, pool), "mm/dmapool.c",
             527);
}
EXPORT_SYMBOL(dmam_pool_destroy);
