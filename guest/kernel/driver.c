// Drivers of buses. No bus is initialised, which is what registering a driver reports.
// Linux: drivers/base/driver.c.
#include <linux/bug.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/printk.h>

struct bus_type {
  const char* name;
};
// The first members of 6.1.
struct device_driver {
  const char* name;
  struct bus_type* bus;
};
struct driver_attribute;

int driver_register(struct device_driver* drv);
int driver_register(struct device_driver* drv) {
  pr_err(
      "Driver '%s' was unable to register with bus_type '%s' because the bus was not "
      "initialized.\n",
      drv->name, drv->bus->name);
  return -EINVAL;
}
EXPORT_SYMBOL_GPL(driver_register);
void driver_unregister(struct device_driver* drv);
void driver_unregister(struct device_driver* drv) { WARN(1, "Unexpected driver unregister!\n"); }
EXPORT_SYMBOL_GPL(driver_unregister);
int driver_create_file(struct device_driver* drv, const struct driver_attribute* attr);
int driver_create_file(struct device_driver* drv, const struct driver_attribute* attr) {
  return -EINVAL;
}
EXPORT_SYMBOL_GPL(driver_create_file);
void driver_remove_file(struct device_driver* drv, const struct driver_attribute* attr);
void driver_remove_file(struct device_driver* drv, const struct driver_attribute* attr) {}
EXPORT_SYMBOL_GPL(driver_remove_file);
