// The part of the slab allocator that calls guest code, panics or divides: constructors and the
// making of caches.
//
// The host never runs guest code (design D2). When an allocation needs a new slab of a cache with a
// constructor, ___slab_alloc says so with MM32_NEW_SLAB; the constructor is run here for every
// object, the slab is handed over, and the allocation is made again.
#include <linux/bug.h>
#include <linux/err.h>
#include <linux/export.h>
#include <linux/instruction_pointer.h>
#include <linux/kernel.h>
#include <linux/slub_def.h>

#include "bug_at.h"
#include "kernel.h"
#include "slab_host.h"

struct kmem_cache* kmalloc_caches[NR_KMALLOC_TYPES][KMALLOC_SHIFT_HIGH + 1];
EXPORT_SYMBOL(kmalloc_caches);

// A cache of size 0: Linux computes the reciprocal of the size of a slot, which is 0 as well.
static noinline u32 divide_by_slot_size(u32 d) {
  u32 quotient, rest;
  __asm__ volatile("divl %4" : "=a"(quotient), "=d"(rest) : "0"(0), "1"(0), "rm"(d));
  return quotient;
}

// Linux: sysfs_slab_add, which cannot name a directory so.
static noinline void kobject_add_internal(struct kobject* kobj) {
  WARN_AT(1, "lib/kobject.c", 210, "kobject: (%p): attempted to be registered with empty name!\n",
          kobj);
}

struct kmem_cache* kmem_cache_create_usercopy(const char* name, unsigned int size,
                                              unsigned int align, slab_flags_t flags,
                                              unsigned int useroffset, unsigned int usersize,
                                              void (*ctor)(void*)) {
  struct kmem_cache* s = __kmem_cache_create(name, size, align, flags, useroffset, usersize, ctor);
  if (!IS_ERR(s) && unlikely(!*s->name)) {
    kobject_add_internal(&s->kobj);
    kmem_cache_destroy(s);
    s = ERR_PTR(-EINVAL);
  }
  if (likely(!IS_ERR(s))) return s;
  if (PTR_ERR(s) == -EDOM) divide_by_slot_size(0);
  if (flags & SLAB_PANIC)
    panic("%s: Failed to create slab '%s'. Error %ld\n", __func__, name, PTR_ERR(s));
  pr_warn("%s(%s) failed with error %ld\n", __func__, name, PTR_ERR(s));
  dump_stack();
  return NULL;
}
EXPORT_SYMBOL(kmem_cache_create_usercopy);

struct kmem_cache*(kmem_cache_create)(const char* name, unsigned int size, unsigned int align,
                                      slab_flags_t flags, void (*ctor)(void*)) {
  return kmem_cache_create_usercopy(name, size, align, flags, 0, 0, ctor);
}
EXPORT_SYMBOL(kmem_cache_create);

static noinline void construct(struct kmem_cache* s, const struct mm32_new_slab* fresh) {
  unsigned long object = fresh->first;
  unsigned int i;
  /* Constructors of sources before 2.6.24 look at flags in their third parameter. */
  void (*ctor)(void*, struct kmem_cache*, unsigned long) = (void*)fresh->ctor;
  for (i = 0; i < fresh->objects; i++, object += fresh->stride)
    ctor((void*)object, s, SLAB_CTOR_CONSTRUCTOR);
  mm32_ctors_done(s, fresh->slab);
}

static void* cache_alloc(struct kmem_cache* s, gfp_t flags, unsigned long caller) {
  struct mm32_new_slab fresh;
  for (;;) {
    void* object = ___slab_alloc(s, flags, &fresh, caller);
    if (likely(object != MM32_NEW_SLAB)) return object;
    construct(s, &fresh);
  }
}

void* kmem_cache_alloc(struct kmem_cache* s, gfp_t flags) {
  return cache_alloc(s, flags, _RET_IP_);
}
EXPORT_SYMBOL(kmem_cache_alloc);

void* kmem_cache_alloc_node(struct kmem_cache* s, gfp_t flags, int node) {
  return cache_alloc(s, flags, _RET_IP_);
}
EXPORT_SYMBOL(kmem_cache_alloc_node);

void* kmem_cache_alloc_lru(struct kmem_cache* s, struct list_lru* lru, gfp_t flags) {
  return cache_alloc(s, flags, _RET_IP_);
}
EXPORT_SYMBOL(kmem_cache_alloc_lru);

int kmem_cache_alloc_bulk(struct kmem_cache* s, gfp_t flags, size_t size, void** p) {
  size_t i;
  for (i = 0; i < size; i++) {
    p[i] = cache_alloc(s, flags, _RET_IP_);
    if (unlikely(!p[i])) {
      kmem_cache_free_bulk(s, i, p);
      return 0;
    }
  }
  return i;
}
EXPORT_SYMBOL(kmem_cache_alloc_bulk);

void kmem_cache_init(void) { mm32_place_kmalloc_caches(kmalloc_caches); }
