// kvmalloc: of slab, or of vmalloc where that has no room. In <linux/slab.h>, and in <linux/mm.h>,
// where it was until 5.16.
#ifndef _LINUX_KVMALLOC_MM32_H
#define _LINUX_KVMALLOC_MM32_H

#include <linux/gfp_types.h>
#include <linux/numa.h>
#include <linux/overflow.h>
#include <linux/types.h>

void* kvmalloc_node(size_t size, gfp_t flags, int node);
void kvfree(const void* addr);
void kvfree_sensitive(const void* addr, size_t len);
void* kvrealloc(const void* p, size_t oldsize, size_t newsize, gfp_t flags);
static inline void* kvmalloc(size_t size, gfp_t flags) {
  return kvmalloc_node(size, flags, NUMA_NO_NODE);
}
static inline void* kvzalloc_node(size_t size, gfp_t flags, int node) {
  return kvmalloc_node(size, flags | __GFP_ZERO, node);
}
static inline void* kvzalloc(size_t size, gfp_t flags) {
  return kvmalloc(size, flags | __GFP_ZERO);
}
static inline void* kvmalloc_array(size_t n, size_t size, gfp_t flags) {
  size_t bytes;
  if (unlikely(check_mul_overflow(n, size, &bytes))) return NULL;
  return kvmalloc(bytes, flags);
}
static inline void* kvcalloc(size_t n, size_t size, gfp_t flags) {
  return kvmalloc_array(n, size, flags | __GFP_ZERO);
}

#endif
