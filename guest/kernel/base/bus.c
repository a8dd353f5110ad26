// Buses: registered, with their devices and drivers in the order of coming.
// Linux: 6.1 drivers/base/bus.c.
#include "bus.h"

#include <linux/err.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "sysfs.h"

static struct standing_folder bus_folder;

void bus_notify(struct device* dev, unsigned long event) {
  if (dev->bus && dev->bus->p) blocking_notifier_call_chain(&dev->bus->p->notifiers, event, dev);
}

int bus_register(struct bus_type* bus) {
  struct subsys_private* p = kzalloc(sizeof(*p), GFP_KERNEL);
  int error = -ENOMEM;
  if (!p) return -ENOMEM;
  INIT_LIST_HEAD(&p->devices);
  INIT_LIST_HEAD(&p->drivers);
  BLOCKING_INIT_NOTIFIER_HEAD(&p->notifiers);
  p->kset = kset_create_and_add(bus->name, NULL, sysfs_standing(&bus_folder, "bus", NULL));
  if (!p->kset) {
    kfree(p);
    return -EINVAL;
  }
  bus->p = p;
  p->devices_kset = kset_create_and_add("devices", NULL, &p->kset->kobj);
  p->drivers_kset = kset_create_and_add("drivers", NULL, &p->kset->kobj);
  if (p->devices_kset && p->drivers_kset)
    error = sysfs_create_groups(&p->kset->kobj, bus->bus_groups);
  if (error) bus_unregister(bus);
  return error;
}
EXPORT_SYMBOL_GPL(bus_register);

void bus_unregister(struct bus_type* bus) {
  struct subsys_private* p = bus->p;
  pr_debug("bus: '%s': unregistering\n", bus->name);
  if (!p) return;
  sysfs_remove_groups(&p->kset->kobj, bus->bus_groups);
  kset_unregister(p->drivers_kset);
  kset_unregister(p->devices_kset);
  kset_unregister(p->kset);
  bus->p = NULL;
  kfree(p);
}
EXPORT_SYMBOL_GPL(bus_unregister);

int bus_create_file(struct bus_type* bus, struct bus_attribute* attr) {
  return bus->p ? sysfs_create_file(&bus->p->kset->kobj, &attr->attr) : -EINVAL;
}
EXPORT_SYMBOL_GPL(bus_create_file);

void bus_remove_file(struct bus_type* bus, struct bus_attribute* attr) {
  if (bus->p) sysfs_remove_file(&bus->p->kset->kobj, &attr->attr);
}
EXPORT_SYMBOL_GPL(bus_remove_file);

struct kset* bus_get_kset(struct bus_type* bus) {
  return bus->p->kset;
}
EXPORT_SYMBOL_GPL(bus_get_kset);

int bus_register_notifier(struct bus_type* bus, struct notifier_block* nb) {
  return blocking_notifier_chain_register(&bus->p->notifiers, nb);
}
EXPORT_SYMBOL_GPL(bus_register_notifier);

int bus_unregister_notifier(struct bus_type* bus, struct notifier_block* nb) {
  return blocking_notifier_chain_unregister(&bus->p->notifiers, nb);
}
EXPORT_SYMBOL_GPL(bus_unregister_notifier);

int bus_add_device(struct device* dev) {
  struct subsys_private* p = dev->bus ? dev->bus->p : NULL;
  if (!p) return 0;
  if (!dev->p) dev->p = kzalloc(sizeof(*dev->p), GFP_KERNEL);
  if (!dev->p) return -ENOMEM;
  dev->p->dev = dev;
  INIT_LIST_HEAD(&dev->p->of_driver);
  list_add_tail(&dev->p->on_bus, &p->devices);
  return 0;
}

void bus_probe_device(struct device* dev) {
  if (dev->p && !list_empty(&dev->p->on_bus)) device_attach(dev);
}

void bus_remove_device(struct device* dev) {
  if (!dev->bus || !dev->bus->p || !dev->p) return;
  list_del_init(&dev->p->on_bus);
  device_release_driver(dev);
}

// The devices behind `start`, or all; the walk ends at the first result that is not 0.
int bus_for_each_dev(struct bus_type* bus, struct device* start, void* data,
                     int (*fn)(struct device*, void*)) {
  struct device_private *p, *next;
  bool begun = !start;
  int error = 0;
  if (!bus || !bus->p) return -EINVAL;
  list_for_each_entry_safe(p, next, &bus->p->devices, on_bus) {
    if (begun) error = fn(p->dev, data);
    if (error) break;
    if (p->dev == start) begun = true;
  }
  return error;
}
EXPORT_SYMBOL_GPL(bus_for_each_dev);

struct device* bus_find_device(struct bus_type* bus, struct device* start, const void* data,
                               int (*match)(struct device*, const void*)) {
  struct device_private* p;
  bool begun = !start;
  if (!bus || !bus->p) return NULL;
  list_for_each_entry(p, &bus->p->devices, on_bus) {
    if (begun && match(p->dev, data)) return get_device(p->dev);
    if (p->dev == start) begun = true;
  }
  return NULL;
}
EXPORT_SYMBOL_GPL(bus_find_device);

int bus_for_each_drv(struct bus_type* bus, struct device_driver* start, void* data,
                     int (*fn)(struct device_driver*, void*)) {
  struct driver_private *p, *next;
  bool begun = !start;
  int error = 0;
  if (!bus || !bus->p) return -EINVAL;
  list_for_each_entry_safe(p, next, &bus->p->drivers, on_bus) {
    if (begun) error = fn(p->driver, data);
    if (error) break;
    if (p->driver == start) begun = true;
  }
  return error;
}
EXPORT_SYMBOL_GPL(bus_for_each_drv);

static int rescan(struct device* dev, void* data) {
  const int ret = dev->driver ? 0 : device_attach(dev);
  return ret < 0 ? ret : 0;
}

int bus_rescan_devices(struct bus_type* bus) { return bus_for_each_dev(bus, NULL, NULL, rescan); }
EXPORT_SYMBOL_GPL(bus_rescan_devices);

int device_match_name(struct device* dev, const void* name) {
  return sysfs_streq(dev_name(dev), name);
}
EXPORT_SYMBOL_GPL(device_match_name);
int device_match_devt(struct device* dev, const void* pdevt) {
  return dev->devt == *(const dev_t*)pdevt;
}
EXPORT_SYMBOL_GPL(device_match_devt);
int device_match_fwnode(struct device* dev, const void* fwnode) { return dev->fwnode == fwnode; }
EXPORT_SYMBOL_GPL(device_match_fwnode);
int device_match_of_node(struct device* dev, const void* np) { return dev->of_node == np; }
EXPORT_SYMBOL_GPL(device_match_of_node);
int device_match_any(struct device* dev, const void* unused) { return 1; }
EXPORT_SYMBOL_GPL(device_match_any);
