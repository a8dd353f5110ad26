// Resources that live as long as a device: what is taken in its name is given back, last first,
// when the last reference to it goes.
#ifndef _LINUX_DEVICE_DEVRES_H
#define _LINUX_DEVICE_DEVRES_H

#include <linux/gfp.h>
#include <linux/kernel.h>
#include <linux/numa.h>
#include <linux/overflow.h>
#include <linux/types.h>

struct device;
typedef void (*dr_release_t)(struct device* dev, void* res);
typedef int (*dr_match_t)(struct device* dev, void* res, void* match_data);

void* __devres_alloc_node(dr_release_t release, size_t size, gfp_t gfp, int nid, const char* name);
#define devres_alloc(release, size, gfp) \
  __devres_alloc_node(release, size, gfp, NUMA_NO_NODE, #release)
#define devres_alloc_node(release, size, gfp, nid) \
  __devres_alloc_node(release, size, gfp, nid, #release)
void devres_for_each_res(struct device* dev, dr_release_t release, dr_match_t match,
                         void* match_data, void (*fn)(struct device*, void*, void*), void* data);
void devres_free(void* res);
void devres_add(struct device* dev, void* res);
void* devres_find(struct device* dev, dr_release_t release, dr_match_t match, void* match_data);
void* devres_get(struct device* dev, void* new_res, dr_match_t match, void* match_data);
void* devres_remove(struct device* dev, dr_release_t release, dr_match_t match, void* match_data);
int devres_destroy(struct device* dev, dr_release_t release, dr_match_t match, void* match_data);
int devres_release(struct device* dev, dr_release_t release, dr_match_t match, void* match_data);
void* devres_open_group(struct device* dev, void* id, gfp_t gfp);
void devres_close_group(struct device* dev, void* id);
void devres_remove_group(struct device* dev, void* id);
int devres_release_group(struct device* dev, void* id);

void* devm_kmalloc(struct device* dev, size_t size, gfp_t gfp);
void* devm_krealloc(struct device* dev, void* ptr, size_t size, gfp_t gfp);
void devm_kfree(struct device* dev, const void* p);
char* devm_kstrdup(struct device* dev, const char* s, gfp_t gfp);
const char* devm_kstrdup_const(struct device* dev, const char* s, gfp_t gfp);
char* devm_kvasprintf(struct device* dev, gfp_t gfp, const char* fmt, va_list ap);
char* devm_kasprintf(struct device* dev, gfp_t gfp, const char* fmt, ...);
void* devm_kmemdup(struct device* dev, const void* src, size_t len, gfp_t gfp);
unsigned long devm_get_free_pages(struct device* dev, gfp_t gfp_mask, unsigned int order);
void devm_free_pages(struct device* dev, unsigned long addr);
static inline void* devm_kzalloc(struct device* dev, size_t size, gfp_t gfp) {
  return devm_kmalloc(dev, size, gfp | __GFP_ZERO);
}
static inline void* devm_kmalloc_array(struct device* dev, size_t n, size_t size, gfp_t flags) {
  size_t bytes;
  if (unlikely(check_mul_overflow(n, size, &bytes))) return NULL;
  return devm_kmalloc(dev, bytes, flags);
}
static inline void* devm_kcalloc(struct device* dev, size_t n, size_t size, gfp_t flags) {
  return devm_kmalloc_array(dev, n, size, flags | __GFP_ZERO);
}

int devm_add_action(struct device* dev, void (*action)(void*), void* data);
void devm_remove_action(struct device* dev, void (*action)(void*), void* data);
void devm_release_action(struct device* dev, void (*action)(void*), void* data);
static inline int devm_add_action_or_reset(struct device* dev, void (*action)(void*), void* data) {
  int ret = devm_add_action(dev, action, data);
  if (ret) action(data);
  return ret;
}

#endif
