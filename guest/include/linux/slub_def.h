// The structures behind a slab cache, in the layout of 6.1 i386 (CONFIG_SLUB, one node, per-CPU
// partial lists, hardened and shuffled free lists).
#ifndef _LINUX_SLUB_DEF_H
#define _LINUX_SLUB_DEF_H

#include <linux/kobject_mm32.h>
#include <linux/reciprocal_div.h>
#include <linux/slab.h>

struct kmem_cache_cpu {
  void** freelist;
  unsigned long tid;
  struct slab* slab;
  struct slab* partial;
};

struct kmem_cache_order_objects {
  unsigned int x;
};

struct kmem_cache_node;
struct kmem_cache {
  struct kmem_cache_cpu* cpu_slab;
  slab_flags_t flags;
  unsigned long min_partial;
  unsigned int size;
  unsigned int object_size;
  struct reciprocal_value reciprocal_size;
  unsigned int offset;
  unsigned int cpu_partial;
  unsigned int cpu_partial_slabs;
  struct kmem_cache_order_objects oo;
  struct kmem_cache_order_objects min;
  gfp_t allocflags;
  int refcount;
  void (*ctor)(void* object);
  unsigned int inuse;
  unsigned int align;
  unsigned int red_left_pad;
  const char* name;
  struct list_head list;
  struct kobject kobj;
  unsigned long random;
  unsigned int* random_seq;
  unsigned int useroffset;
  unsigned int usersize;
  struct kmem_cache_node* node[1];
};
_Static_assert(sizeof(struct kmem_cache) == 140, "struct kmem_cache of 6.1 i386");

#endif
