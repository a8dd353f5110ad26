// Flushes of virtually indexed or incoherent caches: a PC has none, so that nothing is done.
#ifndef _ASM_GENERIC_CACHEFLUSH_H
#define _ASM_GENERIC_CACHEFLUSH_H

#include <linux/compiler.h>
#include <linux/string.h>
#include <linux/types.h>

struct address_space;
struct mm_struct;
struct page;
struct vm_area_struct;

#define ARCH_IMPLEMENTS_FLUSH_DCACHE_PAGE 0
static inline void flush_cache_all(void) {}
static inline void flush_cache_mm(struct mm_struct* mm) {}
static inline void flush_cache_dup_mm(struct mm_struct* mm) {}
static inline void flush_cache_range(struct vm_area_struct* vma, unsigned long start,
                                     unsigned long end) {}
static inline void flush_cache_page(struct vm_area_struct* vma, unsigned long vmaddr,
                                    unsigned long pfn) {}
static inline void flush_dcache_page(struct page* page) {}
static inline void flush_dcache_mmap_lock(struct address_space* mapping) {}
static inline void flush_dcache_mmap_unlock(struct address_space* mapping) {}
static inline void flush_icache_range(unsigned long start, unsigned long end) {}
#define flush_icache_user_range flush_icache_range
static inline void flush_icache_page(struct vm_area_struct* vma, struct page* page) {}
static inline void flush_cache_vmap(unsigned long start, unsigned long end) {}
static inline void flush_cache_vunmap(unsigned long start, unsigned long end) {}
#define copy_to_user_page(vma, page, vaddr, dst, src, len) memcpy(dst, src, len)
#define copy_from_user_page(vma, page, vaddr, dst, src, len) memcpy(dst, src, len)

#endif
