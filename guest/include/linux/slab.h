// kmalloc and slab caches.
//
// kmalloc is __kmalloc here for every size. The names of old kernels (kmem_cache_t, the sixth
// argument of kmem_cache_create, SLAB_KERNEL …) compile too.
#ifndef _LINUX_SLAB_H
#define _LINUX_SLAB_H

#include <linux/cache.h>
#include <linux/gfp.h>
#include <linux/instruction_pointer.h>
#include <linux/kasan.h>
#include <linux/kvmalloc_mm32.h>
#include <linux/numa.h>
#include <linux/overflow.h>
#include <linux/percpu-refcount.h>
#include <linux/types.h>
#include <linux/version.h>
#include <linux/workqueue.h>

#define SLAB_CONSISTENCY_CHECKS ((slab_flags_t)0x00000100U)
#define SLAB_DEBUG_FREE SLAB_CONSISTENCY_CHECKS
#define SLAB_RED_ZONE ((slab_flags_t)0x00000400U)
#define SLAB_POISON ((slab_flags_t)0x00000800U)
#define SLAB_KMALLOC ((slab_flags_t)0x00001000U)
#define SLAB_HWCACHE_ALIGN ((slab_flags_t)0x00002000U)
#define SLAB_CACHE_DMA ((slab_flags_t)0x00004000U)
#define SLAB_CACHE_DMA32 ((slab_flags_t)0x00008000U)
#define SLAB_STORE_USER ((slab_flags_t)0x00010000U)
#define SLAB_RECLAIM_ACCOUNT ((slab_flags_t)0x00020000U)
#define SLAB_TEMPORARY SLAB_RECLAIM_ACCOUNT
#define SLAB_PANIC ((slab_flags_t)0x00040000U)
#define SLAB_TYPESAFE_BY_RCU ((slab_flags_t)0x00080000U)
#define SLAB_DESTROY_BY_RCU SLAB_TYPESAFE_BY_RCU
#define SLAB_MEM_SPREAD ((slab_flags_t)0x00100000U)
#define SLAB_TRACE ((slab_flags_t)0x00200000U)
#define SLAB_NOLEAKTRACE ((slab_flags_t)0x00800000U)
#define SLAB_ACCOUNT ((slab_flags_t)0x04000000U)
#define SLAB_NO_USER_FLAGS ((slab_flags_t)0x10000000U)
#define SLAB_NOTRACK 0
#define SLAB_MUST_HWCACHE_ALIGN SLAB_HWCACHE_ALIGN
#define SLAB_CTOR_CONSTRUCTOR 1UL
#define SLAB_CTOR_ATOMIC 2UL
#define SLAB_CTOR_VERIFY 4UL

#define ZERO_SIZE_PTR ((void*)16)
#define ZERO_OR_NULL_PTR(x) ((unsigned long)(x) <= (unsigned long)ZERO_SIZE_PTR)
#define ARCH_KMALLOC_MINALIGN 8
#define ARCH_SLAB_MINALIGN 8
#define ARCH_DMA_MINALIGN 8
#define KMALLOC_SHIFT_HIGH (PAGE_SHIFT + 1)
#define KMALLOC_SHIFT_MAX (MAX_ORDER + PAGE_SHIFT - 1)
#define KMALLOC_SHIFT_LOW 3
#define KMALLOC_MAX_SIZE (1UL << KMALLOC_SHIFT_MAX)
#define KMALLOC_MAX_CACHE_SIZE (1UL << KMALLOC_SHIFT_HIGH)
#define KMALLOC_MAX_ORDER (KMALLOC_SHIFT_MAX - PAGE_SHIFT)
#define KMALLOC_MIN_SIZE (1 << KMALLOC_SHIFT_LOW)
#define SLAB_OBJ_MIN_SIZE KMALLOC_MIN_SIZE

enum kmalloc_cache_type {
  KMALLOC_NORMAL = 0,
  KMALLOC_CGROUP,
  KMALLOC_RECLAIM,
  KMALLOC_DMA,
  NR_KMALLOC_TYPES
};

struct kmem_cache;
typedef struct kmem_cache kmem_cache_t;
extern struct kmem_cache* kmalloc_caches[NR_KMALLOC_TYPES][KMALLOC_SHIFT_HIGH + 1];
struct list_lru;

struct kmem_cache*(kmem_cache_create)(const char* name, unsigned int size, unsigned int align,
                                      slab_flags_t flags, void (*ctor)(void*));
struct kmem_cache* kmem_cache_create_usercopy(const char* name, unsigned int size,
                                              unsigned int align, slab_flags_t flags,
                                              unsigned int useroffset, unsigned int usersize,
                                              void (*ctor)(void*));
void(kmem_cache_destroy)(struct kmem_cache* s);
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 19)
#define kmem_cache_destroy(s) ((kmem_cache_destroy)(s), 0)
#endif
int kmem_cache_shrink(struct kmem_cache* s);
unsigned int kmem_cache_size(struct kmem_cache* s);
void* kmem_cache_alloc(struct kmem_cache* s, gfp_t flags) __malloc;
void* kmem_cache_alloc_node(struct kmem_cache* s, gfp_t flags, int node) __malloc;
void* kmem_cache_alloc_lru(struct kmem_cache* s, struct list_lru* lru, gfp_t flags);
void kmem_cache_free(struct kmem_cache* s, void* objp);
int kmem_cache_alloc_bulk(struct kmem_cache* s, gfp_t flags, size_t size, void** p);
void kmem_cache_free_bulk(struct kmem_cache* s, size_t size, void** p);

// Before 2.6.24 a destructor followed the constructor, which had three parameters; then, until
// 2.6.26, the object was the second of two.
#if LINUX_VERSION_CODE >= KERNEL_VERSION(2, 6, 24) && \
    LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 27) && !defined(__clang__)
#define __MM32_CACHE5(name, size, align, flags, ctor)                                     \
  ({                                                                                      \
    static void (*__ctor_mm32)(struct kmem_cache*, void*);                                \
    auto void __construct_mm32(void*);                                                    \
    void __construct_mm32(void* object) { __ctor_mm32(NULL, object); }                    \
    __ctor_mm32 = (ctor);                                                                 \
    (kmem_cache_create)(name, size, align, flags, __ctor_mm32 ? __construct_mm32 : NULL); \
  })
#else
#define __MM32_CACHE5(name, size, align, flags, ctor) \
  (kmem_cache_create)(name, size, align, flags, (void (*)(void*))(ctor))
#endif
#define __MM32_CACHE6(name, size, align, flags, ctor, dtor) \
  (kmem_cache_create)(name, size, align, flags, (void (*)(void*))(ctor))
// Since 6.12 what is seldom given may stand in a structure; there NULL means the defaults.
struct kmem_cache_args {
  unsigned int align;
  unsigned int useroffset;
  unsigned int usersize;
  unsigned int freeptr_offset;
  bool use_freeptr_offset;
  void (*ctor)(void*);
};
static inline struct kmem_cache* __kmem_cache_create_args(const char* name, unsigned int size,
                                                          struct kmem_cache_args* args,
                                                          slab_flags_t flags) {
  return args ? kmem_cache_create_usercopy(name, size, args->align, flags, args->useroffset,
                                           args->usersize, args->ctor)
              : (kmem_cache_create)(name, size, 0, flags, NULL);
}
#define __MM32_CACHE4(name, size, args, flags) __kmem_cache_create_args(name, size, args, flags)
#define __MM32_PICK6(a, b, c, d, e, f, name, ...) name
#define kmem_cache_create(...) \
  __MM32_PICK6(__VA_ARGS__, __MM32_CACHE6, __MM32_CACHE5, __MM32_CACHE4, 0)(__VA_ARGS__)

#define KMALLOC_NOT_NORMAL_BITS (__GFP_RECLAIMABLE | __GFP_DMA | __GFP_ACCOUNT)
static __always_inline enum kmalloc_cache_type kmalloc_type(gfp_t flags) {
  if (likely(!(flags & KMALLOC_NOT_NORMAL_BITS))) return KMALLOC_NORMAL;
  if (flags & __GFP_DMA) return KMALLOC_DMA;
  return flags & __GFP_RECLAIMABLE ? KMALLOC_RECLAIM : KMALLOC_CGROUP;
}
// The second index of kmalloc_caches for a size up to KMALLOC_MAX_CACHE_SIZE.
static __always_inline unsigned int kmalloc_index(size_t size) {
  if (!size) return 0;
  if (size <= KMALLOC_MIN_SIZE) return KMALLOC_SHIFT_LOW;
  if (size > 64 && size <= 96) return 1;
  if (size > 128 && size <= 192) return 2;
  return 32 - __builtin_clz((unsigned int)size - 1);
}

#define KMEM_CACHE(__struct, __flags)                                                              \
  (kmem_cache_create)(#__struct, sizeof(struct __struct), __alignof__(struct __struct), (__flags), \
                      NULL)
#define KMEM_CACHE_USERCOPY(__struct, __flags, __field)                                        \
  kmem_cache_create_usercopy(#__struct, sizeof(struct __struct), __alignof__(struct __struct), \
                             (__flags), offsetof(struct __struct, __field),                    \
                             sizeof_field(struct __struct, __field), NULL)

void* __kmalloc(size_t size, gfp_t flags) __malloc __alloc_size(1);
void* __kmalloc_node(size_t size, gfp_t flags, int node) __malloc;
void* __kmalloc_node_track_caller(size_t size, gfp_t flags, int node, unsigned long caller);
void* kmalloc_trace(struct kmem_cache* s, gfp_t flags, size_t size);
void* kmalloc_large(size_t size, gfp_t flags);
void kfree(const void* objp);
void kfree_sensitive(const void* objp);
void* kmalloc_node_trace(struct kmem_cache* s, gfp_t flags, int node, size_t size);
void* kmalloc_large_node(size_t size, gfp_t flags, int node);
#define kzfree(x) kfree_sensitive(x)
size_t ksize(const void* objp);
#define __ksize(objp) ksize(objp)
size_t kmalloc_size_roundup(size_t size);
void* __must_check krealloc(const void* objp, size_t new_size, gfp_t flags);
bool kmem_dump_obj(void* object);

static __always_inline void* kmalloc(size_t size, gfp_t flags) { return __kmalloc(size, flags); }
static inline void* kmalloc_node(size_t size, gfp_t flags, int node) {
  return __kmalloc_node(size, flags, node);
}
static inline void* kzalloc(size_t size, gfp_t flags) { return kmalloc(size, flags | __GFP_ZERO); }
static inline void* kzalloc_node(size_t size, gfp_t flags, int node) {
  return kmalloc_node(size, flags | __GFP_ZERO, node);
}
static inline void* kmalloc_array(size_t n, size_t size, gfp_t flags) {
  size_t bytes;
  if (unlikely(check_mul_overflow(n, size, &bytes))) return NULL;
  return __kmalloc(bytes, flags);
}
static inline void* kcalloc(size_t n, size_t size, gfp_t flags) {
  return kmalloc_array(n, size, flags | __GFP_ZERO);
}
#define kmalloc_array_node(n, size, flags, node) kmalloc_array(n, size, flags)
#define kcalloc_node(n, size, flags, node) kcalloc(n, size, flags)
static inline void* __must_check krealloc_array(void* p, size_t new_n, size_t new_size,
                                                gfp_t flags) {
  size_t bytes;
  if (unlikely(check_mul_overflow(new_n, new_size, &bytes))) return NULL;
  return krealloc(p, bytes, flags);
}
static inline void* kmem_cache_zalloc(struct kmem_cache* k, gfp_t flags) {
  return kmem_cache_alloc(k, flags | __GFP_ZERO);
}
#define kmalloc_node_track_caller(size, flags, node) \
  __kmalloc_node_track_caller(size, flags, node, _RET_IP_)
#define kmalloc_track_caller(size, flags) \
  __kmalloc_node_track_caller(size, flags, NUMA_NO_NODE, _RET_IP_)
static inline void kfree_bulk(size_t size, void** p) { kmem_cache_free_bulk(NULL, size, p); }
static inline bool slab_is_available(void) { return true; }

#define SLAB_ATOMIC GFP_ATOMIC
#define SLAB_KERNEL GFP_KERNEL
#define SLAB_NOFS GFP_NOFS
#define SLAB_NOIO GFP_NOIO
#define SLAB_USER GFP_USER
#define SLAB_DMA GFP_DMA

#define SLAB_DEBUG_OBJECTS 0
#define SLAB_FAILSLAB 0
#define SLAB_KASAN 0
#define SLAB_SKIP_KFENCE 0
#define __assume_kmalloc_alignment __assume_aligned(ARCH_KMALLOC_MINALIGN)
#define __assume_slab_alignment __assume_aligned(ARCH_SLAB_MINALIGN)
#define __assume_page_alignment __assume_aligned(PAGE_SIZE)
#define slab_prepare_cpu NULL
#define slab_dead_cpu NULL
void kmem_cache_init(void);
void kmem_cache_init_late(void);

static inline unsigned int arch_slab_minalign(void) { return ARCH_SLAB_MINALIGN; }

#include <linux/cleanup.h>
#include <linux/err.h>
#include <linux/old_memory_mm32.h>

DEFINE_FREE(kfree, void*, if (!IS_ERR_OR_NULL(_T)) kfree(_T))

#endif
