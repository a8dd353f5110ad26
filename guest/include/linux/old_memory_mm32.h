// Slab, vmalloc and highmem calls as they were in earlier versions; part of <linux/slab.h>.
#include <linux/slab.h>
#ifndef _LINUX_OLD_MEMORY_MM32_H
#define _LINUX_OLD_MEMORY_MM32_H

#include <linux/version.h>

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 8, 0)
// krealloc that leaves the old object to the caller.
static inline void* __krealloc(const void* p, size_t new_size, gfp_t flags) {
  const size_t old_size = p ? ksize(p) : 0;
  void* copy;
  if (!new_size) return ZERO_SIZE_PTR;
  if (old_size >= new_size) return (void*)p;
  copy = kmalloc(new_size, flags);
  if (copy && p) __builtin_memcpy(copy, p, old_size);
  return copy;
}
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 20, 0)
#include <linux/vmalloc.h>  // <asm/io.h> of x86 brought it along
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 39)
static inline void* mempool_kzalloc(gfp_t gfp_mask, void* pool_data) {
  return kzalloc((size_t)pool_data, gfp_mask);
}
#define mempool_create_kzalloc_pool(min_nr, size) \
  mempool_create(min_nr, mempool_kzalloc, mempool_kfree, (void*)(size_t)(size))
#include <linux/slub_def.h>
#define kmem_cache_name(s) ((s)->name)
#define kmem_ptr_validate(s, p) ((void)(s), virt_addr_valid(p))
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 23)
#define SLAB_NO_REAP 0
#define SLAB_MUST_HWCACHE_ALIGN SLAB_HWCACHE_ALIGN
#define SLAB_LEVEL_MASK GFP_LEVEL_MASK
#endif

#endif
