// Devices as owners of memory: made, named, counted, and freed with everything taken in their name.
// Their buses are in bus.c, their folders in sysfs.c. Linux: 6.1 drivers/base/core.c.
#include <linux/bug.h>
#include <linux/err.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

#include "bug_at.h"
#include "bus.h"
#include "devres.h"
#include "sysfs.h"

static void device_release(struct kobject* kobj) {
  struct device* dev = kobj_to_dev(kobj);
  void* p = dev->p;
  devres_release_all(dev);
  if (dev->release)
    dev->release(dev);
  else if (dev->class && dev->class->dev_release)
    dev->class->dev_release(dev);
  else
    WARN_AT(1, "drivers/base/core.c", 2509,
            KERN_ERR
            "Device '%s' does not have a release() function, it is broken and must be fixed. See "
            "Documentation/core-api/kobject.rst.\n",
            dev_name(dev));
  kfree(p);
}

static const struct kobj_type device_ktype = {.release = device_release};

void device_initialize(struct device* dev) {
  kobject_init(&dev->kobj, &device_ktype);
  INIT_LIST_HEAD(&dev->dma_pools);
  spin_lock_init(&dev->devres_lock);
  INIT_LIST_HEAD(&dev->devres_head);
}
EXPORT_SYMBOL_GPL(device_initialize);

int dev_set_name(struct device* dev, const char* fmt, ...) {
  va_list args;
  int err;
  va_start(args, fmt);
  err = kobject_set_name_vargs(&dev->kobj, fmt, args);
  va_end(args);
  return err;
}
EXPORT_SYMBOL_GPL(dev_set_name);

struct device* get_device(struct device* dev) {
  return dev ? kobj_to_dev(kobject_get(&dev->kobj)) : NULL;
}
EXPORT_SYMBOL_GPL(get_device);

void put_device(struct device* dev) {
  if (dev) kobject_put(&dev->kobj);
}
EXPORT_SYMBOL_GPL(put_device);

// Under its parent; else with those of its class, with platform devices, or at the top.
static struct kobject* place(struct device* dev) {
  if (dev->parent) return &dev->parent->kobj;
  if (dev->class) return class_place(dev->class);
  return dev->bus == &platform_bus_type ? sysfs_platform_devices() : sysfs_devices();
}

static int add_files(struct device* dev) {
  int error = dev->class ? sysfs_create_groups(&dev->kobj, dev->class->dev_groups) : 0;
  if (!error && dev->type) error = sysfs_create_groups(&dev->kobj, dev->type->groups);
  if (!error && dev->bus) error = sysfs_create_groups(&dev->kobj, dev->bus->dev_groups);
  return error ? error : sysfs_create_groups(&dev->kobj, dev->groups);
}

static void remove_files(struct device* dev) {
  if (dev->class) sysfs_remove_groups(&dev->kobj, dev->class->dev_groups);
  if (dev->type) sysfs_remove_groups(&dev->kobj, dev->type->groups);
  sysfs_remove_groups(&dev->kobj, dev->groups);
  if (dev->bus) sysfs_remove_groups(&dev->kobj, dev->bus->dev_groups);
}

int device_add(struct device* dev) {
  int error = -EINVAL;
  dev = get_device(dev);
  if (!dev) return error;
  if (dev->init_name) {
    dev_set_name(dev, "%s", dev->init_name);
    dev->init_name = NULL;
  }
  if (!dev_name(dev)) {
    put_device(dev);
    return error;
  }
  dev->kobj.parent = place(dev);
  get_device(dev->parent);
  error = kobject_join(&dev->kobj);
  if (error) goto not_joined;
  error = add_files(dev);
  if (!error) error = bus_add_device(dev);
  if (error) goto no_files;
  bus_notify(dev, BUS_NOTIFY_ADD_DEVICE);
  bus_probe_device(dev);
  return 0;
no_files:
  kobject_del(&dev->kobj);
not_joined:
  put_device(dev->parent);
  put_device(dev);
  return error;
}
EXPORT_SYMBOL_GPL(device_add);

int device_register(struct device* dev) {
  device_initialize(dev);
  return device_add(dev);
}
EXPORT_SYMBOL_GPL(device_register);

void device_del(struct device* dev) {
  struct device* parent = dev->parent;
  bus_notify(dev, BUS_NOTIFY_DEL_DEVICE);
  remove_files(dev);
  bus_remove_device(dev);
  bus_notify(dev, BUS_NOTIFY_REMOVED_DEVICE);
  kobject_del(&dev->kobj);
  kobject_put(&dev->kobj);
  put_device(parent);
}
EXPORT_SYMBOL_GPL(device_del);

void device_unregister(struct device* dev) {
  device_del(dev);
  put_device(dev);
}
EXPORT_SYMBOL_GPL(device_unregister);

struct root_device {
  struct device dev;
  struct module* owner;
};

static void root_device_release(struct device* dev) {
  kfree(container_of(dev, struct root_device, dev));
}

struct device* __root_device_register(const char* name, struct module* owner) {
  struct root_device* root = kzalloc(sizeof(struct root_device), GFP_KERNEL);
  int err;
  if (!root) return ERR_PTR(-ENOMEM);
  err = dev_set_name(&root->dev, "%s", name);
  if (err) {
    kfree(root);
    return ERR_PTR(err);
  }
  root->dev.release = root_device_release;
  err = device_register(&root->dev);
  if (err) {
    put_device(&root->dev);
    return ERR_PTR(err);
  }
  root->owner = owner;
  return &root->dev;
}
EXPORT_SYMBOL_GPL(__root_device_register);

void root_device_unregister(struct device* dev) { device_unregister(dev); }
EXPORT_SYMBOL_GPL(root_device_unregister);

const char* dev_driver_string(const struct device* dev) {
  // The name is the first member of a driver and of a bus.
  if (dev->driver) return *(const char* const*)dev->driver;
  if (dev->bus) return *(const char* const*)dev->bus;
  return dev->class ? dev->class->name : "";
}
EXPORT_SYMBOL(dev_driver_string);

int dev_vprintk_emit(int level, const struct device* dev, const char* fmt, va_list args) {
  static const struct dev_printk_info of_device;
  return vprintk_emit(0, level, &of_device, fmt, args);
}
EXPORT_SYMBOL(dev_vprintk_emit);

int dev_printk_emit(int level, const struct device* dev, const char* fmt, ...) {
  va_list args;
  int length;
  va_start(args, fmt);
  length = dev_vprintk_emit(level, dev, fmt, args);
  va_end(args);
  return length;
}
EXPORT_SYMBOL(dev_printk_emit);

static void print_of(const char* level, const struct device* dev, struct va_format* vaf) {
  if (dev)
    dev_printk_emit(level[1] - '0', dev, "%s %s: %pV", dev_driver_string(dev), dev_name(dev), vaf);
  else
    printk("%s(NULL device *): %pV", level, vaf);
}

void _dev_printk(const char* level, const struct device* dev, const char* fmt, ...) {
  struct va_format vaf;
  va_list args;
  va_start(args, fmt);
  vaf.fmt = fmt;
  vaf.va = &args;
  print_of(level, dev, &vaf);
  va_end(args);
}
EXPORT_SYMBOL(_dev_printk);

// The error, said unless the driver is only to be tried again later.
int dev_err_probe(const struct device* dev, int err, const char* fmt, ...) {
  struct va_format vaf;
  va_list args;
  va_start(args, fmt);
  vaf.fmt = fmt;
  vaf.va = &args;
  if (err != -EPROBE_DEFER) dev_err(dev, "error %pe: %pV", ERR_PTR(err), &vaf);
  va_end(args);
  return err;
}
EXPORT_SYMBOL_GPL(dev_err_probe);

#define DEFINE_PRINT(name, level)                             \
  void name(const struct device* dev, const char* fmt, ...) { \
    struct va_format vaf;                                     \
    va_list args;                                             \
    va_start(args, fmt);                                      \
    vaf.fmt = fmt;                                            \
    vaf.va = &args;                                           \
    print_of(level, dev, &vaf);                               \
    va_end(args);                                             \
  }                                                           \
  EXPORT_SYMBOL(name);
DEFINE_PRINT(_dev_emerg, KERN_EMERG)
DEFINE_PRINT(_dev_alert, KERN_ALERT)
DEFINE_PRINT(_dev_crit, KERN_CRIT)
DEFINE_PRINT(_dev_err, KERN_ERR)
DEFINE_PRINT(_dev_warn, KERN_WARNING)
DEFINE_PRINT(_dev_notice, KERN_NOTICE)
DEFINE_PRINT(_dev_info, KERN_INFO)
