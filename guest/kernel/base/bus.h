// What the files of buses and drivers share.
//
// A device of a bus hangs in the bus's list from device_add to device_del, and in its driver's
// while bound. B1: dev->p is there as long as the device is on a bus. B2: a bound device has
// dev->driver.
#ifndef GUEST_KERNEL_BASE_BUS_H
#define GUEST_KERNEL_BASE_BUS_H

#include <linux/device.h>
#include <linux/list.h>
#include <linux/notifier.h>

struct subsys_private {
  struct kset* kset;
  struct kset* devices_kset;
  struct kset* drivers_kset;
  struct list_head devices;
  struct list_head drivers;
  struct blocking_notifier_head notifiers;
};
struct device_private {
  struct device* dev;
  struct list_head on_bus;
  struct list_head of_driver;
};
struct driver_private {
  struct kobject kobj;
  struct device_driver* driver;
  struct list_head on_bus;
  struct list_head devices;
};

// Puts a device on its bus, if that is registered, and looks for a driver; and the reverse.
int bus_add_device(struct device* dev);
void bus_probe_device(struct device* dev);
void bus_remove_device(struct device* dev);
void bus_notify(struct device* dev, unsigned long event);
// Tries every driver of the bus, or every device.
int device_attach(struct device* dev);
int driver_attach(struct device_driver* drv);
void driver_detach(struct device_driver* drv);

#endif
