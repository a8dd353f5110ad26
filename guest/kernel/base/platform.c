// The platform bus: devices that somebody makes by hand, and drivers that are bound to them by
// name.
//
// A device is probed when it or its driver comes, in the call that brings it; it is unbound when
// one of them goes, and what devm_ functions took for it is freed then. Nothing is deferred.
// Linux: 6.1 drivers/base/platform.c, drivers/base/dd.c (really_probe, __device_release_driver).
#include <linux/err.h>
#include <linux/export.h>
#include <linux/idr.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "devres.h"

// A device or a driver on the bus.
struct member {
  struct list_head list;
  void* what;
};
struct platform_object {
  struct platform_device pdev;
  char name[];
};

static LIST_HEAD(devices);
static LIST_HEAD(drivers);
static DEFINE_IDA(ids);

static int platform_match(struct device* dev, struct device_driver* drv);
struct bus_type platform_bus_type = {.name = "platform", .match = platform_match};
EXPORT_SYMBOL_GPL(platform_bus_type);

static int join(struct list_head* list, void* what) {
  struct member* m = kmalloc(sizeof(*m), GFP_KERNEL);
  if (!m) return -ENOMEM;
  m->what = what;
  list_add_tail(&m->list, list);
  return 0;
}

static void leave(struct list_head* list, const void* what) {
  struct member *m, *next;
  list_for_each_entry_safe(m, next, list, list) {
    if (m->what != what) continue;
    list_del(&m->list);
    kfree(m);
  }
}

static int platform_match(struct device* dev, struct device_driver* drv) {
  struct platform_device* pdev = to_platform_device(dev);
  const struct platform_device_id* id = to_platform_driver(drv)->id_table;
  if (pdev->driver_override) return !strcmp(pdev->driver_override, drv->name);
  for (; id && id->name[0]; id++) {
    if (strcmp(pdev->name, id->name)) continue;
    pdev->id_entry = id;
    return 1;
  }
  return !to_platform_driver(drv)->id_table && !strcmp(pdev->name, drv->name);
}

static void unbound(struct device* dev) {
  devres_release_all(dev);
  dev->driver = NULL;
  dev_set_drvdata(dev, NULL);
}

static void probe(struct platform_device* pdev, struct platform_driver* drv) {
  struct device* dev = &pdev->dev;
  int err;
  if (dev->driver || !platform_match(dev, &drv->driver)) return;
  dev->driver = &drv->driver;
  err = drv->probe ? drv->probe(pdev) : 0;
  if (!err) return;
  if (err != -EPROBE_DEFER && err != -ENODEV && err != -ENXIO)
    pr_warn("%s: probe of %s failed with error %d\n", drv->driver.name, dev_name(dev), err);
  unbound(dev);
}

static void unbind(struct platform_device* pdev) {
  struct platform_driver* drv;
  if (!pdev->dev.driver) return;
  drv = to_platform_driver(pdev->dev.driver);
  if (drv->remove_new) {
    drv->remove_new(pdev);
  } else if (drv->remove && drv->remove(pdev)) {
    dev_warn(&pdev->dev, "remove callback returned a non-zero value. This will be ignored.\n");
  }
  unbound(&pdev->dev);
}

int __platform_driver_register(struct platform_driver* drv, struct module* owner) {
  struct member *m, *next;
  int err;
  drv->driver.owner = owner;
  drv->driver.bus = &platform_bus_type;
  list_for_each_entry(m, &drivers, list) {
    const struct platform_driver* other = m->what;
    if (strcmp(other->driver.name, drv->driver.name)) continue;
    pr_err("Error: Driver '%s' is already registered, aborting...\n", drv->driver.name);
    return -EBUSY;
  }
  err = join(&drivers, drv);
  if (err) return err;
  list_for_each_entry_safe(m, next, &devices, list) probe(m->what, drv);
  return 0;
}
EXPORT_SYMBOL_GPL(__platform_driver_register);

void platform_driver_unregister(struct platform_driver* drv) {
  struct member *m, *next;
  leave(&drivers, drv);
  list_for_each_entry_safe(m, next, &devices, list) {
    struct platform_device* pdev = m->what;
    if (pdev->dev.driver == &drv->driver) unbind(pdev);
  }
}
EXPORT_SYMBOL_GPL(platform_driver_unregister);

static void set_dma_masks(struct platform_device* pdev) {
  if (!pdev->dev.coherent_dma_mask) pdev->dev.coherent_dma_mask = 0xffffffff;
  if (pdev->dev.dma_mask) return;
  pdev->platform_dma_mask = 0xffffffff;
  pdev->dev.dma_mask = &pdev->platform_dma_mask;
}

static void platform_device_release(struct device* dev) {
  struct platform_object* pa = container_of(dev, struct platform_object, pdev.dev);
  kfree(pa->pdev.dev.platform_data);
  kfree(pa->pdev.resource);
  kfree(pa->pdev.driver_override);
  kfree(pa);
}

struct platform_device* platform_device_alloc(const char* name, int id) {
  struct platform_object* pa = kzalloc(sizeof(*pa) + strlen(name) + 1, GFP_KERNEL);
  if (!pa) return NULL;
  strcpy(pa->name, name);
  pa->pdev.name = pa->name;
  pa->pdev.id = id;
  device_initialize(&pa->pdev.dev);
  pa->pdev.dev.release = platform_device_release;
  set_dma_masks(&pa->pdev);
  return &pa->pdev;
}
EXPORT_SYMBOL_GPL(platform_device_alloc);

void platform_device_put(struct platform_device* pdev) {
  if (!IS_ERR_OR_NULL(pdev)) put_device(&pdev->dev);
}
EXPORT_SYMBOL_GPL(platform_device_put);

int platform_device_add_resources(struct platform_device* pdev, const struct resource* res,
                                  unsigned int num) {
  struct resource* r = NULL;
  if (res) {
    r = kmemdup(res, sizeof(*r) * num, GFP_KERNEL);
    if (!r) return -ENOMEM;
  }
  kfree(pdev->resource);
  pdev->resource = r;
  pdev->num_resources = num;
  return 0;
}
EXPORT_SYMBOL_GPL(platform_device_add_resources);

int platform_device_add_data(struct platform_device* pdev, const void* data, size_t size) {
  void* d = NULL;
  if (data) {
    d = kmemdup(data, size, GFP_KERNEL);
    if (!d) return -ENOMEM;
  }
  kfree(pdev->dev.platform_data);
  pdev->dev.platform_data = d;
  return 0;
}
EXPORT_SYMBOL_GPL(platform_device_add_data);

static int name_device(struct platform_device* pdev) {
  int id;
  if (pdev->id == PLATFORM_DEVID_NONE) return dev_set_name(&pdev->dev, "%s", pdev->name);
  if (pdev->id != PLATFORM_DEVID_AUTO)
    return dev_set_name(&pdev->dev, "%s.%d", pdev->name, pdev->id);
  id = ida_alloc(&ids, GFP_KERNEL);
  if (id < 0) return id;
  pdev->id = id;
  pdev->id_auto = true;
  return dev_set_name(&pdev->dev, "%s.%d.auto", pdev->name, id);
}

static void drop_resources(struct platform_device* pdev, unsigned int count) {
  while (count--)
    if (pdev->resource[count].parent) release_resource(&pdev->resource[count]);
}

static int claim_resources(struct platform_device* pdev) {
  unsigned int i;
  for (i = 0; i < pdev->num_resources; i++) {
    struct resource* r = &pdev->resource[i];
    struct resource* root = r->parent;
    if (!r->name) r->name = dev_name(&pdev->dev);
    if (!root && resource_type(r) == IORESOURCE_MEM) root = &iomem_resource;
    if (!root && resource_type(r) == IORESOURCE_IO) root = &ioport_resource;
    if (!root || !insert_resource(root, r)) continue;
    dev_err(&pdev->dev, "failed to claim resource %d: %pR\n", i, r);
    drop_resources(pdev, i);
    return -EBUSY;
  }
  return 0;
}

static void free_id(struct platform_device* pdev) {
  if (!pdev->id_auto) return;
  ida_free(&ids, pdev->id);
  pdev->id = PLATFORM_DEVID_AUTO;
}

int platform_device_add(struct platform_device* pdev) {
  struct member *m, *next;
  int err;
  if (!pdev) return -EINVAL;
  pdev->dev.bus = &platform_bus_type;
  err = name_device(pdev);
  if (err) return err;
  err = claim_resources(pdev);
  if (err) goto no_id;
  err = join(&devices, pdev);
  if (!err) err = device_add(&pdev->dev);
  if (err) goto no_resources;
  list_for_each_entry_safe(m, next, &drivers, list) probe(pdev, m->what);
  return 0;
no_resources:
  leave(&devices, pdev);
  drop_resources(pdev, pdev->num_resources);
no_id:
  free_id(pdev);
  return err;
}
EXPORT_SYMBOL_GPL(platform_device_add);

void platform_device_del(struct platform_device* pdev) {
  if (IS_ERR_OR_NULL(pdev)) return;
  leave(&devices, pdev);
  unbind(pdev);
  device_del(&pdev->dev);
  free_id(pdev);
  drop_resources(pdev, pdev->num_resources);
}
EXPORT_SYMBOL_GPL(platform_device_del);

int platform_device_register(struct platform_device* pdev) {
  device_initialize(&pdev->dev);
  set_dma_masks(pdev);
  return platform_device_add(pdev);
}
EXPORT_SYMBOL_GPL(platform_device_register);

void platform_device_unregister(struct platform_device* pdev) {
  platform_device_del(pdev);
  platform_device_put(pdev);
}
EXPORT_SYMBOL_GPL(platform_device_unregister);

struct platform_device* platform_device_register_full(const struct platform_device_info* info) {
  struct platform_device* pdev = platform_device_alloc(info->name, info->id);
  int err;
  if (!pdev) return ERR_PTR(-ENOMEM);
  pdev->dev.parent = info->parent;
  if (info->dma_mask) pdev->dev.coherent_dma_mask = pdev->platform_dma_mask = info->dma_mask;
  err = platform_device_add_resources(pdev, info->res, info->num_res);
  if (!err) err = platform_device_add_data(pdev, info->data, info->size_data);
  if (!err) err = platform_device_add(pdev);
  if (!err) return pdev;
  platform_device_put(pdev);
  return ERR_PTR(err);
}
EXPORT_SYMBOL_GPL(platform_device_register_full);

struct resource* platform_get_resource(struct platform_device* pdev, unsigned int type,
                                       unsigned int num) {
  unsigned int i;
  for (i = 0; i < pdev->num_resources; i++)
    if (resource_type(&pdev->resource[i]) == type && num-- == 0) return &pdev->resource[i];
  return NULL;
}
EXPORT_SYMBOL_GPL(platform_get_resource);

struct resource* platform_get_resource_byname(struct platform_device* pdev, unsigned int type,
                                              const char* name) {
  unsigned int i;
  for (i = 0; i < pdev->num_resources; i++) {
    struct resource* r = &pdev->resource[i];
    if (r->name && resource_type(r) == type && !strcmp(r->name, name)) return r;
  }
  return NULL;
}
EXPORT_SYMBOL_GPL(platform_get_resource_byname);
