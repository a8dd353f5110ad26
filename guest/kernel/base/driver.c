// Drivers of buses: registered, found, bound to devices and parted from them.
//
// A device is probed when it or its driver comes, in the call that brings it; nothing is deferred.
// Linux: 6.1 drivers/base/driver.c, drivers/base/dd.c.
#include <linux/err.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "bug_at.h"
#include "bus.h"
#include "devres.h"
#include "sysfs.h"

static void driver_release(struct kobject* kobj) {
  kfree(container_of(kobj, struct driver_private, kobj));
}
static const struct kobj_type driver_ktype = {.release = driver_release};

struct device_driver* driver_find(const char* name, struct bus_type* bus) {
  struct driver_private* p;
  list_for_each_entry(p, &bus->p->drivers,
                      on_bus) if (!strcmp(p->driver->name, name)) return p->driver;
  return NULL;
}
EXPORT_SYMBOL_GPL(driver_find);

static noinline int add_driver(struct device_driver* drv) {
  struct driver_private* p = kzalloc(sizeof(*p), GFP_KERNEL);
  int error;
  if (!p) return -ENOMEM;
  p->driver = drv;
  INIT_LIST_HEAD(&p->devices);
  p->kobj.kset = drv->bus->p->drivers_kset;
  error = kobject_init_and_add(&p->kobj, &driver_ktype, NULL, "%s", drv->name);
  if (error) {
    kobject_put(&p->kobj);
    return error;
  }
  drv->p = p;
  list_add_tail(&p->on_bus, &drv->bus->p->drivers);
  return 0;
}

int driver_register(struct device_driver* drv) {
  const struct bus_type* bus = drv->bus;
  int error;
  if (!bus->p) {
    pr_err(
        "Driver '%s' was unable to register with bus_type '%s' because the bus was not "
        "initialized.\n",
        drv->name, bus->name);
    return -EINVAL;
  }
  if ((bus->probe && drv->probe) || (bus->remove && drv->remove) ||
      (bus->shutdown && drv->shutdown))
    pr_warn("Driver '%s' needs updating - please use bus_type methods\n", drv->name);
  if (driver_find(drv->name, drv->bus)) {
    pr_err("Error: Driver '%s' is already registered, aborting...\n", drv->name);
    return -EBUSY;
  }
  error = add_driver(drv);
  if (error) return error;
  driver_attach(drv);
  error = sysfs_create_groups(&drv->p->kobj, drv->groups);
  if (error) driver_unregister(drv);
  return error;
}
EXPORT_SYMBOL_GPL(driver_register);

void driver_unregister(struct device_driver* drv) {
  struct driver_private* p;
  if (!drv || !drv->p) {
    WARN_AT(1, "drivers/base/driver.c", 273, "Unexpected driver unregister!\n");
    return;
  }
  p = drv->p;
  sysfs_remove_groups(&p->kobj, drv->groups);
  driver_detach(drv);
  list_del(&p->on_bus);
  drv->p = NULL;
  kobject_del(&p->kobj);
  kobject_put(&p->kobj);
}
EXPORT_SYMBOL_GPL(driver_unregister);

int driver_create_file(struct device_driver* drv, const struct driver_attribute* attr) {
  return drv && drv->p ? sysfs_create_file(&drv->p->kobj, &attr->attr) : -EINVAL;
}
EXPORT_SYMBOL_GPL(driver_create_file);
void driver_remove_file(struct device_driver* drv, const struct driver_attribute* attr) {
  if (drv && drv->p) sysfs_remove_file(&drv->p->kobj, &attr->attr);
}
EXPORT_SYMBOL_GPL(driver_remove_file);

static void unbound(struct device* dev) {
  devres_release_all(dev);
  dev->driver = NULL;
  dev_set_drvdata(dev, NULL);
  list_del_init(&dev->p->of_driver);
}

// 1: bound; 0: the driver does not want it; other errors of the probe are reported.
static noinline int probe(struct device* dev, struct device_driver* drv) {
  int error;
  dev->driver = drv;
  list_add_tail(&dev->p->of_driver, &drv->p->devices);
  bus_notify(dev, BUS_NOTIFY_BIND_DRIVER);
  error = dev->bus->probe ? dev->bus->probe(dev) : drv->probe ? drv->probe(dev) : 0;
  if (!error) {
    bus_notify(dev, BUS_NOTIFY_BOUND_DRIVER);
    return 1;
  }
  if (error != -EPROBE_DEFER && error != -ENODEV && error != -ENXIO)
    pr_warn("%s: probe of %s failed with error %d\n", drv->name, dev_name(dev), error);
  bus_notify(dev, BUS_NOTIFY_DRIVER_NOT_BOUND);
  unbound(dev);
  return 0;
}

static noinline int try_pair(struct device* dev, struct device_driver* drv) {
  const int match = drv->bus->match ? drv->bus->match(dev, drv) : 1;
  return match <= 0 || dev->driver ? 0 : probe(dev, drv);
}

noinline int device_attach(struct device* dev) {
  struct driver_private *p, *next;
  if (dev->driver) return 1;
  if (!dev->bus || !dev->bus->p || !dev->p) return 0;
  list_for_each_entry_safe(p, next, &dev->bus->p->drivers, on_bus) {
    if (try_pair(dev, p->driver)) return 1;
  }
  return 0;
}
EXPORT_SYMBOL_GPL(device_attach);

noinline int driver_attach(struct device_driver* drv) {
  struct device_private *p, *next;
  list_for_each_entry_safe(p, next, &drv->bus->p->devices, on_bus) try_pair(p->dev, drv);
  return 0;
}
EXPORT_SYMBOL_GPL(driver_attach);

void device_release_driver(struct device* dev) {
  struct device_driver* drv = dev->driver;
  if (!drv || !drv->p || !dev->p) return;
  bus_notify(dev, BUS_NOTIFY_UNBIND_DRIVER);
  if (dev->bus->remove)
    dev->bus->remove(dev);
  else if (drv->remove)
    drv->remove(dev);
  unbound(dev);
  bus_notify(dev, BUS_NOTIFY_UNBOUND_DRIVER);
}
EXPORT_SYMBOL_GPL(device_release_driver);

// The device that came last goes first.
void driver_detach(struct device_driver* drv) {
  while (!list_empty(&drv->p->devices)) {
    struct device* dev = list_last_entry(&drv->p->devices, struct device_private, of_driver)->dev;
    get_device(dev);
    device_release_driver(dev);
    put_device(dev);
  }
}

int driver_for_each_device(struct device_driver* drv, struct device* start, void* data,
                           int (*fn)(struct device*, void*)) {
  struct device_private *p, *next;
  bool begun = !start;
  int error = 0;
  if (!drv || !drv->p) return -EINVAL;
  list_for_each_entry_safe(p, next, &drv->p->devices, of_driver) {
    if (begun) error = fn(p->dev, data);
    if (error) break;
    if (p->dev == start) begun = true;
  }
  return error;
}
EXPORT_SYMBOL_GPL(driver_for_each_device);

struct device* driver_find_device(struct device_driver* drv, struct device* start, const void* data,
                                  int (*match)(struct device*, const void*)) {
  struct device_private* p;
  bool begun = !start;
  if (!drv || !drv->p) return NULL;
  list_for_each_entry(p, &drv->p->devices, of_driver) {
    if (begun && match(p->dev, data)) return get_device(p->dev);
    if (p->dev == start) begun = true;
  }
  return NULL;
}
EXPORT_SYMBOL_GPL(driver_find_device);

void wait_for_device_probe(void) {}
EXPORT_SYMBOL_GPL(wait_for_device_probe);
