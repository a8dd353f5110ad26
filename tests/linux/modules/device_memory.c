/* Memory that belongs to a device: devm_*, devres groups, dma_pool, coherent memory. */
#include <linux/device.h>
#include <linux/dma-mapping.h>
#include <linux/dmapool.h>
#include <linux/module.h>
#include <linux/slab.h>
static void act(void* data) { pr_info("action %s\n", (char*)data); }
static void res_release(struct device* dev, void* res) {
  pr_info("release %d of %s\n", *(int*)res, dev_name(dev));
}
static int res_match(struct device* dev, void* res, void* data) {
  return *(int*)res == *(int*)data;
}
static void add(struct device* dev, int n) {
  int* r = devres_alloc(res_release, sizeof(int), GFP_KERNEL);
  *r = n;
  devres_add(dev, r);
}
static void own_release(struct device* dev) { pr_info("device %s released\n", dev_name(dev)); }
static struct device own;
static u64 mask = DMA_BIT_MASK(32);
static void family(struct device* dev) {
  char *p, *q;
  int n, i;
  p = devm_kzalloc(dev, 100, GFP_KERNEL);
  pr_info("%d %zu\n", p[99], ksize(p - 24));
  q = devm_krealloc(dev, p, 104, GFP_KERNEL);
  pr_info("same %d\n", p == q);
  p = devm_krealloc(dev, q, 200, GFP_KERNEL);
  pr_info("same %d zero %d\n", p == q, p[50]);
  pr_info("%lx\n", (unsigned long)devm_krealloc(dev, p, 0, GFP_KERNEL));
  pr_info("%lx\n", (unsigned long)devm_kmalloc(dev, 0, GFP_KERNEL));
  devm_kfree(dev, NULL);
  pr_info("%s %s\n", devm_kstrdup(dev, "dup", GFP_KERNEL),
          devm_kasprintf(dev, GFP_KERNEL, "%d+%d", 1, 2));
  pr_info("%d\n", devm_kstrdup(dev, NULL, GFP_KERNEL) == NULL);
  pr_info("%s\n", (char*)devm_kmemdup(dev, "mem", 4, GFP_KERNEL));
  pr_info("%d\n", devm_kcalloc(dev, 0x10000, 0x10001, GFP_KERNEL) == NULL);
  p = devm_kmalloc_array(dev, 10, 10, GFP_KERNEL);
  devm_kfree(dev, p);
  p = (char*)devm_get_free_pages(dev, GFP_KERNEL, 1);
  p[8191] = 1;
  q = (char*)devm_get_free_pages(dev, GFP_KERNEL, 0);
  devm_free_pages(dev, (unsigned long)q);
  for (i = 1; i < 4; i++) add(dev, i);
  pr_info("add %d\n", devm_add_action(dev, act, "one"));
  pr_info("add %d\n", devm_add_action_or_reset(dev, act, "two"));
  devm_add_action(dev, act, "three");
  devm_remove_action(dev, act, "three");
  devm_add_action(dev, act, "four");
  devm_release_action(dev, act, "four");
  n = 2;
  pr_info("found %d\n", *(int*)devres_find(dev, res_release, res_match, &n));
  pr_info("destroy %d %d\n", devres_destroy(dev, res_release, res_match, &n),
          devres_destroy(dev, res_release, res_match, &n));
  n = 3;
  pr_info("release %d\n", devres_release(dev, res_release, res_match, &n));
  p = devres_open_group(dev, NULL, GFP_KERNEL);
  add(dev, 10);
  add(dev, 11);
  devres_close_group(dev, p);
  add(dev, 12);
  q = devres_open_group(dev, NULL, GFP_KERNEL);
  add(dev, 20);
  pr_info("group %d\n", devres_release_group(dev, p));
  add(dev, 21);
  devres_remove_group(dev, NULL);
  q = devres_open_group(dev, "x", GFP_KERNEL);
  add(dev, 30);
}
static void pool(struct device* dev) {
  dma_addr_t h[20];
  void* v[20];
  int i;
  struct dma_pool* p = dma_pool_create("lt pool", dev, 1000, 16, 0);
  pr_info("pool %d %d %d\n", p != NULL, dma_pool_create("x", dev, 10, 3, 0) != NULL,
          dma_pool_create("x", dev, 0, 4, 0) != NULL);
  pr_info("boundary %d %d\n", dma_pool_create("x", dev, 100, 4, 64) != NULL,
          dma_pool_create("x", dev, 100, 4, 300) != NULL);
  for (i = 0; i < 20; i++) {
    v[i] = dma_pool_alloc(p, GFP_KERNEL, &h[i]);
    if (!v[i]) pr_info("null %d\n", i);
  }
  for (i = 0; i < 20; i++)
    pr_info("%d: %u %d\n", i, (unsigned)((unsigned long)v[i] & 4095), virt_to_phys(v[i]) == h[i]);
  memset(v[5], 1, 1000);
  dma_pool_free(p, v[5], h[5]);
  dma_pool_free(p, v[3], h[3]);
  v[3] = dma_pool_zalloc(p, GFP_KERNEL, &h[3]);
  pr_info("again %u\n", (unsigned)((unsigned long)v[3] & 4095));
  v[5] = dma_pool_alloc(p, GFP_ATOMIC, &h[5]);
  pr_info("again %u %d\n", (unsigned)((unsigned long)v[5] & 4095), ((char*)v[5])[100]);
  for (i = 0; i < 20; i++) dma_pool_free(p, v[i], h[i]);
  dma_pool_destroy(p);
  dma_pool_destroy(NULL);
  p = dma_pool_create("small", dev, 1, 0, 0);
  v[0] = dma_pool_alloc(p, GFP_KERNEL, h);
  v[1] = dma_pool_alloc(p, GFP_KERNEL, h + 1);
  pr_info("step %d\n", (int)(v[1] - v[0]));
  dma_pool_free(p, v[0], h[0]);
  dma_pool_free(p, v[1], h[1]);
  dma_pool_destroy(p);
  p = dmam_pool_create("managed", dev, 64, 64, 4096);
  v[0] = dma_pool_alloc(p, GFP_KERNEL, h);
  dma_pool_free(p, v[0], h[0]);
  v[0] = dma_alloc_coherent(dev, 5000, h, GFP_KERNEL);
  pr_info("coherent %d %d\n", virt_to_phys(v[0]) == h[0], ((char*)v[0])[4999]);
  dma_free_coherent(dev, 5000, v[0], h[0]);
  v[0] = dmam_alloc_attrs(dev, 100, h, GFP_KERNEL, 0);
  pr_info("managed %d\n", v[0] != NULL);
}
static int __init d_init(void) {
  struct device* dev = root_device_register("lt_root");
  pr_info("root %d\n", PTR_ERR_OR_ZERO(dev));
  dev_info(dev, "hello %d\n", 5);
  dev_warn(dev, "warn\n");
  dev_err(dev, "err\n");
  family(dev);
  pr_info("driver string '%s'\n", dev_driver_string(dev));
  root_device_unregister(dev);
  own.release = own_release;
  dev_set_name(&own, "lt/own%d", 3);
  pr_info("register %d\n", device_register(&own));
  own.dma_mask = &mask;
  pr_info("mask %d %d\n", dma_set_mask_and_coherent(&own, DMA_BIT_MASK(32)),
          dma_set_mask(&own, DMA_BIT_MASK(20)));
  pool(&own);
  devm_kmalloc(&own, 50, GFP_KERNEL);
  get_device(&own);
  device_unregister(&own);
  pr_info("unregistered\n");
  put_device(&own);
  return 0;
}
static void __exit d_exit(void) {}
module_init(d_init);
module_exit(d_exit);
MODULE_LICENSE("GPL");
