/* kmem_cache: sizes, constructors, zeroing, bulk. */
#include <linux/module.h>
#include <linux/slab.h>

static int constructed;

static void constructor(void* object) {
  constructed++;
  memset(object, 0xc7, 100);
}

static int __init caches_init(void) {
  struct kmem_cache* plain = kmem_cache_create("lt_plain", 100, 0, 0, NULL);
  struct kmem_cache* made = kmem_cache_create("lt_ctor", 100, 0, SLAB_HWCACHE_ALIGN, constructor);
  unsigned char* object;
  void* bulk[10];
  int count;

  pr_info("size %u and %u\n", kmem_cache_size(plain), kmem_cache_size(made));
  object = kmem_cache_zalloc(plain, GFP_KERNEL);
  pr_info("zalloc %d %d\n", object[0], object[99]);
  kmem_cache_free(plain, object);
  object = kmem_cache_alloc(made, GFP_KERNEL);
  pr_info("constructed %d, first byte %x\n", constructed, object[0]);
  kmem_cache_free(made, object);
  count = kmem_cache_alloc_bulk(plain, GFP_KERNEL, 10, bulk);
  pr_info("bulk %d\n", count);
  kmem_cache_free_bulk(plain, count, bulk);
  pr_info("shrink %d\n", kmem_cache_shrink(made));
  kmem_cache_destroy(made);
  kmem_cache_destroy(plain);
  return 0;
}

static void __exit caches_exit(void) {}

module_init(caches_init);
module_exit(caches_exit);
MODULE_LICENSE("GPL");
