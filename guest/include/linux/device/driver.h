// Drivers of devices.
#ifndef _LINUX_DEVICE_DRIVER_H
#define _LINUX_DEVICE_DRIVER_H

#include <linux/device/bus.h>
#include <linux/klist.h>
#include <linux/kobject.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/pm.h>
#include <linux/sysfs.h>
#include <linux/types.h>

struct acpi_device_id;
struct attribute_group;
struct bus_type;
struct dev_pm_ops;
struct device;
struct device_driver;
struct driver_attribute;
struct driver_private;
struct module;
struct of_device_id;

enum probe_type {
  PROBE_DEFAULT_STRATEGY = 0,
  PROBE_PREFER_ASYNCHRONOUS = 1,
  PROBE_FORCE_SYNCHRONOUS = 2
};
struct device_driver {
  const char* name;
  struct bus_type* bus;
  struct module* owner;
  const char* mod_name;
  bool suppress_bind_attrs;
  enum probe_type probe_type;
  const struct of_device_id* of_match_table;
  const struct acpi_device_id* acpi_match_table;
  int (*probe)(struct device*);
  void (*sync_state)(struct device*);
  int (*remove)(struct device*);
  void (*shutdown)(struct device*);
  int (*suspend)(struct device*, pm_message_t);
  int (*resume)(struct device*);
  const struct attribute_group** groups;
  const struct attribute_group** dev_groups;
  const struct dev_pm_ops* pm;
  void (*coredump)(struct device*);
  struct driver_private* p;
};
_Static_assert(sizeof(struct device_driver) == 76, "struct device_driver of 6.1 i386");
struct driver_attribute {
  struct attribute attr;
  ssize_t (*show)(struct device_driver*, char*);
  ssize_t (*store)(struct device_driver*, const char*, size_t);
};
_Static_assert(sizeof(struct driver_attribute) == 16, "struct driver_attribute of 6.1 i386");

int driver_register(struct device_driver*);
void driver_unregister(struct device_driver*);
struct device_driver* driver_find(const char*, struct bus_type*);
void wait_for_device_probe(void);
int driver_create_file(struct device_driver*, const struct driver_attribute*);
void driver_remove_file(struct device_driver*, const struct driver_attribute*);
int driver_set_override(struct device*, const char**, const char*, size_t);
int driver_for_each_device(struct device_driver*, struct device*, void*,
                           int (*)(struct device*, void*));
struct device* driver_find_device(struct device_driver*, struct device*, const void*,
                                  int (*)(struct device*, const void*));
int driver_deferred_probe_check_state(struct device*);

#define DRIVER_ATTR_RW(_name) \
  struct driver_attribute driver_attr_##_name = {{#_name, 0644}, _name##_show, _name##_store}
#define DRIVER_ATTR_RO(_name) \
  struct driver_attribute driver_attr_##_name = {{#_name, 0444}, _name##_show, NULL}

int driver_probe_done(void);
void wait_for_init_devices_probe(void);
extern int driver_deferred_probe_timeout;
void driver_deferred_probe_add(struct device* dev);
void driver_init(void);

// Inline in Linux.
struct acpi_device;
struct device_node;
struct fwnode_handle;
struct device* driver_find_device_by_acpi_dev(struct device_driver* drv,
                                              const struct acpi_device* adev);

static inline struct device* driver_find_device_by_name(struct device_driver* drv,
                                                        const char* name) {
  return driver_find_device(drv, NULL, name, device_match_name);
}
static inline struct device* driver_find_device_by_of_node(struct device_driver* drv,
                                                           const struct device_node* np) {
  return driver_find_device(drv, NULL, np, device_match_of_node);
}
static inline struct device* driver_find_device_by_fwnode(struct device_driver* drv,
                                                          const struct fwnode_handle* fwnode) {
  return driver_find_device(drv, NULL, fwnode, device_match_fwnode);
}
static inline struct device* driver_find_device_by_devt(struct device_driver* drv, dev_t devt) {
  return driver_find_device(drv, NULL, &devt, device_match_devt);
}

static inline struct device* driver_find_next_device(struct device_driver* drv,
                                                     struct device* start) {
  return driver_find_device(drv, start, NULL, device_match_any);
}

#define DRIVER_ATTR_WO(_name) struct driver_attribute driver_attr_##_name = __ATTR_WO(_name)
#define builtin_driver(__driver, __register, ...)                                            \
  static int __init __driver##_init(void) { return __register(&(__driver), ##__VA_ARGS__); } \
  device_initcall(__driver##_init)

#endif
