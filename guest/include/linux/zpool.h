// Pools of compressed pages.
#ifndef _LINUX_ZPOOL_H
#define _LINUX_ZPOOL_H

#include <linux/types.h>

struct list_head;
struct module;
struct zpool;
struct zpool_driver;
struct zpool_ops;

struct zpool_ops {
  int (*evict)(struct zpool*, unsigned long);
};
enum zpool_mapmode { ZPOOL_MM_RW, ZPOOL_MM_RO, ZPOOL_MM_WO, ZPOOL_MM_DEFAULT = 0 };
bool zpool_has_pool(char* type);
struct zpool* zpool_create_pool(const char* type, const char* name, gfp_t gfp,
                                const struct zpool_ops* ops);
const char* zpool_get_type(struct zpool* pool);
void zpool_destroy_pool(struct zpool* pool);
bool zpool_malloc_support_movable(struct zpool* pool);
int zpool_malloc(struct zpool* pool, size_t size, gfp_t gfp, unsigned long* handle);
void zpool_free(struct zpool* pool, unsigned long handle);
int zpool_shrink(struct zpool* pool, unsigned int pages, unsigned int* reclaimed);
void* zpool_map_handle(struct zpool* pool, unsigned long handle, enum zpool_mapmode mm);
void zpool_unmap_handle(struct zpool* pool, unsigned long handle);
u64 zpool_get_total_size(struct zpool* pool);
struct zpool_driver {
  char* type;
  struct module* owner;
  atomic_t refcount;
  struct list_head list;
  void* (*create)(const char*, gfp_t, const struct zpool_ops*, struct zpool*);
  void (*destroy)(void*);
  bool malloc_support_movable;
  int (*malloc)(void*, size_t, gfp_t, unsigned long*);
  void (*free)(void*, unsigned long);
  int (*shrink)(void*, unsigned int, unsigned int*);
  bool sleep_mapped;
  void* (*map)(void*, unsigned long, enum zpool_mapmode);
  void (*unmap)(void*, unsigned long);
  u64 (*total_size)(void*);
};
void zpool_register_driver(struct zpool_driver* driver);
int zpool_unregister_driver(struct zpool_driver* driver);
bool zpool_evictable(struct zpool* pool);
bool zpool_can_sleep_mapped(struct zpool* pool);

#endif
