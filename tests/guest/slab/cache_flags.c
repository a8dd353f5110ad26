/* What the slub_debug= of this machine makes of a few caches, and how %p shows a pointer. */
#include <linux/module.h>
#include <linux/slab.h>

struct kmem_cache {
  void* cpu_slab;
  slab_flags_t flags;
};
#define DEBUG_BITS 0x210d00 /* F Z P U T */

static int __init cache_flags_init(void) {
  static const char* const names[] = {"dentry2", "cf_a", "cf_ab", "kmalloc-x"};
  struct kmem_cache* s;
  int i;
  for (i = 0; i < ARRAY_SIZE(names); i++) {
    s = kmem_cache_create(names[i], 72, 0, SLAB_RECLAIM_ACCOUNT, NULL);
    pr_info("%s %x\n", names[i], s->flags & DEBUG_BITS);
    kmem_cache_destroy(s);
  }
  pr_info("kmalloc-64 %x\n", kmalloc_caches[KMALLOC_NORMAL][6]->flags & DEBUG_BITS);
  pr_info("%p\n", kmalloc_caches);
  return 0;
}

static void __exit cache_flags_exit(void) {}

module_init(cache_flags_init);
module_exit(cache_flags_exit);
MODULE_LICENSE("GPL");

// mm32-expect: log ^kmalloc-64 0$
