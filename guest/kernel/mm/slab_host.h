// Exports of the host that guest/kernel/mm calls and that modules do not know.
#ifndef GUEST_KERNEL_MM_HOST_H
#define GUEST_KERNEL_MM_HOST_H

#include <linux/types.h>

struct kmem_cache;
struct page;

#define MM32_KMALLOC_TYPES 4

// A slab whose objects must be constructed (emu/export/slab.cpp writes it).
struct mm32_new_slab {
  struct page* slab;
  void (*ctor)(void* object);
  unsigned long first;   // address of the first object
  unsigned int stride;   // to the next one
  unsigned int objects;  // how many
};

// An object, NULL, or MM32_NEW_SLAB and what to construct in *fresh. `caller` is who asked.
#define MM32_NEW_SLAB ((void*)1)
void* mm32_cache_alloc(struct kmem_cache* s, gfp_t flags, struct mm32_new_slab* fresh,
                       unsigned long caller);
void mm32_ctors_done(struct kmem_cache* s, struct page* slab);

// From now on `table` is where the host looks kmalloc's caches up, as inline code of modules does.
void mm32_place_kmalloc_caches(void* table);

#endif
