// The address sanitizer, which Debian's kernels do not have: nothing is poisoned, nothing is
// tagged.
#ifndef _LINUX_KASAN_H
#define _LINUX_KASAN_H

#include <linux/types.h>

struct kmem_cache;
struct page;
struct slab;
struct task_struct;
struct vm_struct;

#define KASAN_VMALLOC_NONE 0x00u
#define KASAN_VMALLOC_INIT 0x01u
#define KASAN_VMALLOC_VM_ALLOC 0x02u
#define KASAN_VMALLOC_PROT_NORMAL 0x04u
static inline void kasan_enable_current(void) {}
static inline void kasan_disable_current(void) {}
static inline bool kasan_has_integrated_init(void) { return false; }
static inline void kasan_unpoison_range(const void* address, size_t size) {}
static inline void kasan_poison_pages(struct page* page, unsigned int order, bool init) {}
static inline void kasan_unpoison_pages(struct page* page, unsigned int order, bool init) {}
static inline void kasan_unpoison_task_stack(struct task_struct* task) {}
static inline void kasan_unpoison_object_data(struct kmem_cache* cache, void* object) {}
static inline void kasan_poison_object_data(struct kmem_cache* cache, void* object) {}
static inline void* kasan_kmalloc(struct kmem_cache* s, const void* object, size_t size,
                                  gfp_t flags) {
  return (void*)object;
}
static inline void* kasan_kmalloc_large(const void* ptr, size_t size, gfp_t flags) {
  return (void*)ptr;
}
static inline void* kasan_krealloc(const void* object, size_t new_size, gfp_t flags) {
  return (void*)object;
}
static inline void kasan_kfree_large(void* ptr) {}
static inline bool kasan_check_byte(const void* address) { return true; }
static inline void* kasan_reset_tag(const void* address) { return (void*)address; }
static inline void kasan_record_aux_stack(void* ptr) {}
static inline void kasan_record_aux_stack_noalloc(void* ptr) {}
static inline void kasan_poison_vmalloc(const void* start, unsigned long size) {}
static inline void* kasan_unpoison_vmalloc(const void* start, unsigned long size,
                                           unsigned int flags) {
  return (void*)start;
}
static inline int kasan_alloc_module_shadow(void* addr, size_t size, gfp_t gfp_mask) { return 0; }
static inline void kasan_free_module_shadow(const struct vm_struct* vm) {}
static inline void kasan_non_canonical_hook(unsigned long addr) {}
static inline size_t kasan_metadata_size(struct kmem_cache* cache) { return 0; }

#endif
