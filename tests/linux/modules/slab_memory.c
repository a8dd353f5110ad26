/* How many slabs a cache has after many allocations, after some frees, after all, after a shrink.
 */
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#define COUNT 4000

/* The parts of struct kmem_cache and struct kmem_cache_node of 6.1 that count. */
struct node {
  spinlock_t list_lock;
  unsigned long nr_partial;
  struct list_head partial;
  atomic_long_t nr_slabs;
  atomic_long_t total_objects;
};
struct cache {
  unsigned int words[34];
  struct node* node;
};

static void** objects;

static void show(const char* when, struct kmem_cache* s) {
  struct node* node = ((struct cache*)s)->node;
  pr_info("  %s: %ld slabs, %ld objects, %lu partial\n", when, atomic_long_read(&node->nr_slabs),
          atomic_long_read(&node->total_objects), node->nr_partial);
}

static void use(unsigned int size, slab_flags_t flags) {
  struct kmem_cache* s = kmem_cache_create("lt_memory", size, 0, flags | SLAB_NOLEAKTRACE, NULL);
  int count = size > 1000 ? COUNT / 10 : COUNT;
  int i;
  pr_info("size %u flags %x\n", size, flags);
  show("new", s);
  for (i = 0; i < count; i++) objects[i] = kmem_cache_alloc(s, GFP_KERNEL);
  show("full", s);
  for (i = 0; i < count; i += 2) kmem_cache_free(s, objects[i]);
  show("every second free", s);
  for (i = 0; i < count; i += 4) objects[i] = kmem_cache_alloc(s, GFP_KERNEL);
  show("half of them again", s);
  for (i = 0; i < count; i += 4) kmem_cache_free(s, objects[i]);
  for (i = 1; i < count; i += 2)
    if (i % 100 != 1) kmem_cache_free(s, objects[i]);
  show("one in a hundred left", s);
  pr_info("  shrink %d\n", kmem_cache_shrink(s));
  show("shrunk", s);
  for (i = 1; i < count; i += 100) kmem_cache_free(s, objects[i]);
  show("empty", s);
  pr_info("  shrink %d\n", kmem_cache_shrink(s));
  show("shrunk", s);
  kmem_cache_destroy(s);
}

static int __init slab_memory_init(void) {
  static const unsigned int sizes[] = {8,   24,   64,   100,  192,  300,
                                       700, 1024, 2000, 4096, 8192, 20000};
  int i;
  objects = vmalloc(COUNT * sizeof(void*));
  for (i = 0; i < ARRAY_SIZE(sizes); i++) {
    use(sizes[i], 0);
    use(sizes[i], SLAB_HWCACHE_ALIGN);
    use(sizes[i], SLAB_RED_ZONE | SLAB_POISON | SLAB_CONSISTENCY_CHECKS);
  }
  vfree(objects);
  return 0;
}

static void __exit slab_memory_exit(void) {}

module_init(slab_memory_init);
module_exit(slab_memory_exit);
MODULE_LICENSE("GPL");
