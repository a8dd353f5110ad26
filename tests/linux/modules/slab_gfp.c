/* The GFP flags of slab allocations, wrong ones too, and where the memory lies. */
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
static int __init m_init(void) {
  struct kmem_cache* dma = kmem_cache_create("ng_dma", 100, 0, SLAB_CACHE_DMA, NULL);
  struct kmem_cache* dma32 = kmem_cache_create("ng_dma32", 100, 0, SLAB_CACHE_DMA32, NULL);
  struct kmem_cache* acc = kmem_cache_create("ng_acc", 100, 0, SLAB_ACCOUNT, NULL);
  void* p;
  int i;
  static const gfp_t flags[] = {GFP_KERNEL,
                                GFP_ATOMIC,
                                GFP_NOWAIT,
                                GFP_DMA,
                                GFP_KERNEL | GFP_DMA,
                                GFP_KERNEL | __GFP_RECLAIMABLE,
                                GFP_KERNEL_ACCOUNT,
                                GFP_NOIO,
                                GFP_NOFS,
                                GFP_USER,
                                GFP_KERNEL | __GFP_NOFAIL,
                                GFP_KERNEL | __GFP_COMP,
                                GFP_KERNEL | __GFP_DMA32,
                                GFP_HIGHUSER,
                                GFP_HIGHUSER_MOVABLE,
                                GFP_KERNEL | __GFP_MOVABLE,
                                0,
                                GFP_KERNEL | (1u << 31),
                                GFP_KERNEL | __GFP_RECLAIMABLE | GFP_DMA | __GFP_ACCOUNT,
                                GFP_KERNEL | __GFP_THISNODE};
  for (i = 0; i < ARRAY_SIZE(flags); i++) {
    p = kmalloc(300, flags[i]);
    pr_info("%d: %d dma %d\n", i, p != NULL, virt_to_phys(p) < (16 << 20));
    kfree(p);
    p = kmalloc(20000, flags[i]);
    pr_info("%d: large %d dma %d\n", i, p != NULL, virt_to_phys(p) < (16 << 20));
    kfree(p);
  }
  p = kmem_cache_alloc(dma, GFP_KERNEL);
  pr_info("dma %d\n", virt_to_phys(p) < (16 << 20));
  kmem_cache_free(dma, p);
  p = kmem_cache_alloc(dma, GFP_KERNEL | GFP_DMA);
  pr_info("dma %d\n", virt_to_phys(p) < (16 << 20));
  kmem_cache_free(dma, p);
  p = kmem_cache_alloc(dma32, GFP_KERNEL);
  pr_info("dma32 %d\n", p != NULL);
  kmem_cache_free(dma32, p);
  p = kmem_cache_alloc(acc, GFP_KERNEL | __GFP_HIGHMEM);
  pr_info("highmem %d\n", p != NULL);
  kmem_cache_free(acc, p);
  pr_info("costly %d\n", kmalloc(4 << 20, GFP_KERNEL | __GFP_NOFAIL) != NULL);
  kmem_cache_destroy(dma);
  kmem_cache_destroy(dma32);
  kmem_cache_destroy(acc);
  return 0;
}
static void __exit m_exit(void) {}
module_init(m_init);
module_exit(m_exit);
MODULE_LICENSE("GPL");
