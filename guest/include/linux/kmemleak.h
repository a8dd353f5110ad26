#include <linux/slab.h>

// Inline in Linux.
struct vm_struct;
void kmemleak_init(void);
void kmemleak_alloc(const void* ptr, size_t size, int min_count, gfp_t gfp);
void kmemleak_alloc_recursive(const void* ptr, size_t size, int min_count, slab_flags_t flags,
                              gfp_t gfp);
void kmemleak_alloc_percpu(const void* ptr, size_t size, gfp_t gfp);
void kmemleak_vmalloc(const struct vm_struct* area, size_t size, gfp_t gfp);
void kmemleak_free(const void* ptr);
void kmemleak_free_part(const void* ptr, size_t size);
void kmemleak_free_recursive(const void* ptr, slab_flags_t flags);
void kmemleak_free_percpu(const void* ptr);
void kmemleak_update_trace(const void* ptr);
void kmemleak_not_leak(const void* ptr);
void kmemleak_ignore(const void* ptr);
void kmemleak_scan_area(const void* ptr, size_t size, gfp_t gfp);
void kmemleak_erase(void** ptr);
void kmemleak_no_scan(const void* ptr);
void kmemleak_alloc_phys(phys_addr_t phys, size_t size, gfp_t gfp);
void kmemleak_free_part_phys(phys_addr_t phys, size_t size);
void kmemleak_ignore_phys(phys_addr_t phys);
