/* Memory and actions that belong to a device: order of release, groups, wrong calls. */
#include <linux/device.h>
#include <linux/dma-mapping.h>
#include <linux/dmapool.h>
#include <linux/err.h>
#include <linux/module.h>
#include <linux/slab.h>
static void act(void* data) { pr_info("action %s\n", (char*)data); }
static void rel(struct device* dev) {
  pr_info("released %s\n", dev_name(dev));
  kfree(dev);
}
static void dr_rel(struct device* dev, void* res) {
  pr_info("res %d of %s\n", *(int*)res, dev_name(dev));
}
static int match_odd(struct device* dev, void* res, void* data) {
  return *(int*)res == *(int*)data;
}
static int __init m_init(void) {
  struct device* d = root_device_register("nd_root");
  struct device* own;
  char *p, *q;
  void* g;
  int *r, want = 3, i;
  unsigned long page;
  if (IS_ERR(d)) {
    pr_info("no device\n");
    return 0;
  }
  pr_info("name %s driver '%s'\n", dev_name(d), dev_driver_string(d));
  p = devm_kmalloc(d, 100, GFP_KERNEL);
  pr_info("kmalloc %d aligned %d\n", p != NULL, ((unsigned long)p & 7) == 0);
  q = devm_kzalloc(d, 0, GFP_KERNEL);
  pr_info("zero %lx\n", (unsigned long)q);
  p = devm_krealloc(d, p, 500, GFP_KERNEL);
  pr_info("realloc %d\n", p != NULL);
  p = devm_krealloc(d, p, 50, GFP_KERNEL);
  pr_info("smaller %d\n", p != NULL);
  q = devm_krealloc(d, NULL, 50, GFP_KERNEL);
  pr_info("from null %d\n", q != NULL);
  q = devm_krealloc(d, q, 0, GFP_KERNEL);
  pr_info("to zero %lx\n", (unsigned long)q);
  p = devm_kasprintf(d, GFP_KERNEL, "%s-%d", "dev", 5);
  pr_info("%s\n", p);
  p = devm_kstrdup(d, "copy", GFP_KERNEL);
  pr_info("%s\n", p);
  devm_kfree(d, p);
  p = devm_kmemdup(d, "abc", 4, GFP_KERNEL);
  pr_info("%s\n", p);
  p = devm_kcalloc(d, 10, 10, GFP_KERNEL);
  pr_info("%d\n", p[99]);
  pr_info("overflow %d\n", devm_kcalloc(d, 0x10000, 0x10000, GFP_KERNEL) == NULL);
  page = devm_get_free_pages(d, GFP_KERNEL, 1);
  pr_info("pages %d\n", page != 0);
  devm_free_pages(d, page);
  pr_info("action %d\n", devm_add_action(d, act, "one"));
  pr_info("action %d\n", devm_add_action_or_reset(d, act, "two"));
  devm_add_action(d, act, "three");
  devm_remove_action(d, act, "one");
  devm_release_action(d, act, "two");
  g = devres_open_group(d, NULL, GFP_KERNEL);
  pr_info("group %d\n", g != NULL);
  for (i = 1; i < 5; i++) {
    r = devres_alloc(dr_rel, sizeof(*r), GFP_KERNEL);
    *r = i;
    devres_add(d, r);
  }
  devres_close_group(d, g);
  r = devres_find(d, dr_rel, match_odd, &want);
  pr_info("found %d\n", r ? *r : -1);
  r = devres_remove(d, dr_rel, match_odd, &want);
  pr_info("removed %d\n", *r);
  devres_free(r);
  want = 9;
  pr_info("destroy %d release %d\n", devres_destroy(d, dr_rel, match_odd, &want),
          devres_release(d, dr_rel, match_odd, &want));
  want = 2;
  pr_info("release %d\n", devres_release(d, dr_rel, match_odd, &want));
  pr_info("group released %d\n", devres_release_group(d, g));
  devm_add_action(d, act, "in group a");
  g = devres_open_group(d, &want, GFP_KERNEL);
  devm_add_action(d, act, "in group b");
  devres_close_group(d, NULL);
  devres_remove_group(d, &want);
  pr_info("gone %d\n", devres_release_group(d, &want));
  devm_kfree(d, NULL);
  devm_kfree(d, (void*)"never");
  devm_remove_action(d, act, "never added");
  pr_info("dma %d\n", dma_set_mask_and_coherent(d, DMA_BIT_MASK(32)));
  root_device_unregister(d);
  own = kzalloc(sizeof(*own), GFP_KERNEL);
  device_initialize(own);
  own->release = rel;
  dev_set_name(own, "nd%d", 7);
  devm_kmalloc(own, 5000, GFP_KERNEL);
  devm_add_action(own, act, "of own");
  get_device(own);
  put_device(own);
  pr_info("put\n");
  put_device(own);
  own = kzalloc(sizeof(*own), GFP_KERNEL);
  device_initialize(own);
  dev_set_name(own, "nd_none");
  devm_kmalloc(own, 50, GFP_KERNEL);
  put_device(own);
  pr_info("put without release\n");
  own = kzalloc(sizeof(*own), GFP_KERNEL);
  own->release = rel;
  dev_set_name(own, "nd_reg");
  pr_info("register %d\n", device_register(own));
  devm_add_action(own, act, "of registered");
  device_unregister(own);
  own = kzalloc(sizeof(*own), GFP_KERNEL);
  own->release = rel;
  pr_info("register nameless %d\n", device_register(own));
  put_device(own);
  return 0;
}
static void __exit m_exit(void) {}
module_init(m_init);
module_exit(m_exit);
MODULE_LICENSE("GPL");
