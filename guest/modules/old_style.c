/*
 * Code in the manner of 2.4 and 2.6: init_module by name, levels in angle brackets, a cache with a
 * destructor argument, kmap_atomic with a slot. It compiles unchanged.
 */
#include <linux/config.h>
#include <linux/highmem.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>

MODULE_LICENSE("GPL");

static kmem_cache_t* cache;

int init_module(void) {
  struct page* page;
  char* mapped;
  void* object;

  cache = kmem_cache_create("old_style", 100, 0, SLAB_HWCACHE_ALIGN, NULL, NULL);
  if (cache == NULL) return -ENOMEM;
  object = kmem_cache_alloc(cache, SLAB_KERNEL);
  printk("<1>object of %u bytes: %s\n", kmem_cache_size(cache), object ? "there" : "missing");
  if (object) kmem_cache_free(cache, object);

  page = alloc_page(GFP_HIGHUSER);
  if (page == NULL) goto out;
  mapped = kmap_atomic(page, KM_USER0);
  strcpy(mapped, "written through kmap_atomic");
  printk(KERN_INFO "%s\n", mapped);
  kunmap_atomic(mapped, KM_USER0);
  __free_page(page);
  printk("<6>done\n");
  return 0;
out:
  kmem_cache_destroy(cache);
  return -ENOMEM;
}

void cleanup_module(void) { kmem_cache_destroy(cache); }
