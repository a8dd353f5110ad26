// Exports of the host that guest/kernel/mm calls and that modules do not know.
#ifndef GUEST_KERNEL_MM_HOST_H
#define GUEST_KERNEL_MM_HOST_H

#include <linux/types.h>

struct kmem_cache;
struct page;

// A slab whose objects must be constructed (emu/export/slab.cpp writes it).
struct mm32_new_slab {
  struct page* slab;
  void (*ctor)(void* object);
  unsigned long first;   // address of the first object
  unsigned int stride;   // to the next one
  unsigned int objects;  // how many
};

// An object, NULL, or MM32_NEW_SLAB and what to construct in *fresh. `caller` is who asked.
// The names of this call and the next are those of the kernel's functions, because they are what a
// report shows.
#define MM32_NEW_SLAB ((void*)1)
void* ___slab_alloc(struct kmem_cache* s, gfp_t flags, struct mm32_new_slab* fresh,
                    unsigned long caller);
// A cache or an ERR_PTR; -EDOM for a cache whose size makes the kernel divide by zero.
struct kmem_cache* __kmem_cache_create(const char* name, unsigned int size, unsigned int align,
                                       slab_flags_t flags, unsigned int useroffset,
                                       unsigned int usersize, void (*ctor)(void*));
void mm32_ctors_done(struct kmem_cache* s, struct page* slab);

// From now on `table` is where the host looks kmalloc's caches up, as inline code of modules does.
void mm32_place_kmalloc_caches(void* table);

#endif
