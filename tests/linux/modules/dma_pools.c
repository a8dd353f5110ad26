/* Pools of DMA memory: sizes, alignments, boundaries, wrong frees; managed ones. */
#include <linux/device.h>
#include <linux/dma-mapping.h>
#include <linux/dmapool.h>
#include <linux/err.h>
#include <linux/module.h>
#include <linux/slab.h>
static int __init m_init(void) {
  struct device* d = root_device_register("nq_root");
  struct dma_pool* p;
  void* v[8] = {};
  dma_addr_t a[8] = {};
  int i;
  static const struct {
    size_t size, align, bound;
  } c[] = {{64, 64, 0},   {0, 8, 0},     {100, 3, 0},        {100, 0, 0}, {8192, 8, 0},
           {200, 8, 256}, {200, 8, 100}, {5000, 4096, 4096}, {1, 1, 0},   {4096, 4096, 4096}};
  for (i = 0; i < ARRAY_SIZE(c); i++) {
    if (i == 1) d->coherent_dma_mask = DMA_BIT_MASK(32);
    p = dma_pool_create("nq", d, c[i].size, c[i].align, c[i].bound);
    pr_info("%d: %d\n", i, p != NULL);
    if (p) {
      int k;
      for (k = 0; k < 3; k++) v[k] = dma_pool_alloc(p, GFP_KERNEL, &a[k]);
      if (c[i].size < 4096)
        pr_info("apart %ld %ld phys %d\n", (long)(v[1] - v[0]), (long)(a[2] - a[1]),
                a[0] == virt_to_phys(v[0]));
      for (k = 0; k < 3; k++) dma_pool_free(p, v[k], a[k]);
      dma_pool_destroy(p);
    }
  }
  p = dma_pool_create("nq_busy", d, 48, 16, 0);
  v[0] = dma_pool_alloc(p, GFP_KERNEL, &a[0]);
  v[1] = dma_pool_zalloc(p, GFP_KERNEL, &a[1]);
  dma_pool_free(p, v[1], a[0] + 0x100000);
  dma_pool_free(p, v[0], a[0]);
  dma_pool_destroy(p);
  dma_pool_destroy(NULL);
  v[2] = dma_alloc_coherent(d, 10000, &a[2], GFP_KERNEL);
  pr_info("coherent %d %d\n", v[2] != NULL, (a[2] & 4095) == 0);
  if (v[2]) dma_free_coherent(d, 10000, v[2], a[2]);
  p = dmam_pool_create("nq_managed", d, 32, 8, 0);
  pr_info("managed %d\n", p != NULL);
  v[3] = dmam_alloc_coherent(d, 100, &a[3], GFP_KERNEL);
  pr_info("managed coherent %d\n", v[3] != NULL);
  root_device_unregister(d);
  return 0;
}
static void __exit m_exit(void) {}
module_init(m_init);
module_exit(m_exit);
MODULE_LICENSE("GPL");
