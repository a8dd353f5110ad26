/* Wrong calls that the machine survives: what is said about them, and what they return. */
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

static void constructor(void* object) {}

static int __init kmalloc_misuse_init(void) {
  struct kmem_cache* s = kmem_cache_create("lt_misuse", 104, 0, SLAB_NOLEAKTRACE, NULL);
  struct kmem_cache* other = kmem_cache_create("lt_other", 104, 0, SLAB_NOLEAKTRACE, NULL);
  struct kmem_cache* made = kmem_cache_create("lt_made", 100, 0, 0, constructor);
  void* page = (void*)__get_free_page(GFP_KERNEL);
  char* large = kmalloc(20000, GFP_KERNEL);
  void* bulk[4];
  kmem_cache_free(other, kmem_cache_alloc(s, GFP_KERNEL));
  kmem_cache_free(s, kmalloc(100, GFP_KERNEL));
  kmem_cache_free(s, page);
  kmem_cache_free(s, page);
  pr_info("ksize of a page %zu, inside a block %zu\n", ksize(page), ksize(large + 4096));
  kfree(page);
  kfree(ERR_PTR(0));
  kfree((void*)8);
  pr_info("too large %d %d\n", kmalloc((4 << 20) + 1, GFP_KERNEL) != NULL,
          kmalloc(8 << 20, GFP_KERNEL) != NULL);
  pr_info("with wrong flags %d\n", kmalloc(100, GFP_KERNEL | __GFP_HIGHMEM) != NULL);
  pr_info("zeroed and constructed %d\n", kmem_cache_zalloc(made, GFP_KERNEL) != NULL);
  pr_info("too large a cache %d\n", kmem_cache_create("lt_8M", 8 << 20, 0, 0, NULL) != NULL);
  pr_info("wrong flags of a cache %d\n", kmem_cache_create("lt_1", 10, 0, 0x1, NULL) != NULL);
  pr_info("wrong user region %d\n",
          kmem_cache_create_usercopy("lt_u", 100, 0, SLAB_NOLEAKTRACE, 90, 20, NULL) != NULL);
  pr_info("bulk %d\n", kmem_cache_alloc_bulk(s, GFP_KERNEL, 4, bulk));
  kfree_bulk(4, bulk);
  pr_info("double free of a large block\n");
  kfree(large);
  kfree(large);
  bulk[0] = kmem_cache_alloc(other, GFP_KERNEL);
  kmem_cache_destroy(other);
  kmem_cache_destroy(NULL);
  return 0;
}

static void __exit kmalloc_misuse_exit(void) {}

module_init(kmalloc_misuse_init);
module_exit(kmalloc_misuse_exit);
MODULE_LICENSE("GPL");
