// Pools of compressed objects, whichever allocator is behind them, and pages that a driver is able
// to move. Linux 6.1: mm/zpool.c, mm/compaction.c.
#include <linux/export.h>
#include <linux/list.h>
#include <linux/migrate.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/page-flags.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include <linux/zpool.h>

#include "../bug_at.h"

struct zpool {
  struct zpool_driver* driver;
  void* pool;
  const struct zpool_ops* ops;
  bool evictable;
  bool can_sleep_mapped;
};

static LIST_HEAD(drivers);

void zpool_register_driver(struct zpool_driver* driver) {
  atomic_set(&driver->refcount, 0);
  list_add(&driver->list, &drivers);
}
EXPORT_SYMBOL(zpool_register_driver);

int zpool_unregister_driver(struct zpool_driver* driver) {
  const int users = atomic_read(&driver->refcount);
  WARN_ON_AT(users < 0, "mm/zpool.c", 58);
  if (users > 0) return -EBUSY;
  list_del(&driver->list);
  return 0;
}
EXPORT_SYMBOL(zpool_unregister_driver);

static struct zpool_driver* get_driver(const char* type) {
  struct zpool_driver* driver;
  list_for_each_entry(driver, &drivers, list) {
    if (strcmp(driver->type, type)) continue;
    if (!try_module_get(driver->owner)) return NULL;
    atomic_inc(&driver->refcount);
    return driver;
  }
  return NULL;
}

static void put_driver(struct zpool_driver* driver) {
  atomic_dec(&driver->refcount);
  module_put(driver->owner);
}

bool zpool_has_pool(char* type) {
  struct zpool_driver* driver = get_driver(type);
  if (driver) put_driver(driver);
  return driver != NULL;
}
EXPORT_SYMBOL(zpool_has_pool);

struct zpool* zpool_create_pool(const char* type, const char* name, gfp_t gfp,
                                const struct zpool_ops* ops) {
  struct zpool_driver* driver = get_driver(type);
  struct zpool* zpool;
  if (!driver) {
    pr_err("zpool: no driver for type %s\n", type);
    return NULL;
  }
  zpool = kmalloc(sizeof(*zpool), gfp);
  if (!zpool) goto put;
  zpool->driver = driver;
  zpool->ops = ops;
  zpool->evictable = driver->shrink && ops && ops->evict;
  zpool->can_sleep_mapped = driver->sleep_mapped;
  zpool->pool = driver->create(name, gfp, ops, zpool);
  if (zpool->pool) return zpool;
  pr_err("zpool: couldn't create %s pool\n", type);
  kfree(zpool);
put:
  put_driver(driver);
  return NULL;
}
EXPORT_SYMBOL(zpool_create_pool);

void zpool_destroy_pool(struct zpool* zpool) {
  zpool->driver->destroy(zpool->pool);
  put_driver(zpool->driver);
  kfree(zpool);
}
EXPORT_SYMBOL(zpool_destroy_pool);

const char* zpool_get_type(struct zpool* zpool) { return zpool->driver->type; }
EXPORT_SYMBOL(zpool_get_type);
bool zpool_malloc_support_movable(struct zpool* zpool) {
  return zpool->driver->malloc_support_movable;
}
EXPORT_SYMBOL(zpool_malloc_support_movable);
int zpool_malloc(struct zpool* zpool, size_t size, gfp_t gfp, unsigned long* handle) {
  return zpool->driver->malloc(zpool->pool, size, gfp, handle);
}
EXPORT_SYMBOL(zpool_malloc);
void zpool_free(struct zpool* zpool, unsigned long handle) {
  zpool->driver->free(zpool->pool, handle);
}
EXPORT_SYMBOL(zpool_free);
int zpool_shrink(struct zpool* zpool, unsigned int pages, unsigned int* reclaimed) {
  return zpool->driver->shrink ? zpool->driver->shrink(zpool->pool, pages, reclaimed) : -EINVAL;
}
EXPORT_SYMBOL(zpool_shrink);
void* zpool_map_handle(struct zpool* zpool, unsigned long handle, enum zpool_mapmode mapmode) {
  return zpool->driver->map(zpool->pool, handle, mapmode);
}
EXPORT_SYMBOL(zpool_map_handle);
void zpool_unmap_handle(struct zpool* zpool, unsigned long handle) {
  zpool->driver->unmap(zpool->pool, handle);
}
EXPORT_SYMBOL(zpool_unmap_handle);
u64 zpool_get_total_size(struct zpool* zpool) { return zpool->driver->total_size(zpool->pool); }
EXPORT_SYMBOL(zpool_get_total_size);
bool zpool_evictable(struct zpool* zpool) { return zpool->evictable; }
EXPORT_SYMBOL(zpool_evictable);
bool zpool_can_sleep_mapped(struct zpool* zpool) { return zpool->can_sleep_mapped; }
EXPORT_SYMBOL(zpool_can_sleep_mapped);

// The lower bits of a page's mapping say that its owner, whose operations the rest points at, can
// move it.
void __SetPageMovable(struct page* page, const struct movable_operations* mops) {
  page->mapping = (void*)((unsigned long)mops | PAGE_MAPPING_MOVABLE);
}
EXPORT_SYMBOL(__SetPageMovable);

void __ClearPageMovable(struct page* page) { page->mapping = (void*)PAGE_MAPPING_MOVABLE; }
EXPORT_SYMBOL(__ClearPageMovable);

// There are no huge pages of hugetlbfs.
#undef PageHuge
#undef PageHeadHuge
int PageHuge(struct page* page);
int PageHuge(struct page* page) { return 0; }
EXPORT_SYMBOL_GPL(PageHuge);
int PageHeadHuge(struct page* page);
int PageHeadHuge(struct page* page) { return 0; }
EXPORT_SYMBOL_GPL(PageHeadHuge);
