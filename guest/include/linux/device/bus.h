// Kinds of buses.
#ifndef _LINUX_DEVICE_BUS_H
#define _LINUX_DEVICE_BUS_H

#include <linux/klist.h>
#include <linux/kobject.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/pm.h>
#include <linux/sysfs.h>
#include <linux/types.h>

struct attribute_group;
struct bus_attribute;
struct bus_type;
struct dev_pm_ops;
struct device;
struct device_driver;
struct device_type;
struct iommu_ops;
struct klist;
struct kobj_uevent_env;
struct kset;
struct notifier_block;
struct subsys_dev_iter;
struct subsys_private;

struct bus_type {
  const char* name;
  const char* dev_name;
  struct device* dev_root;
  const struct attribute_group** bus_groups;
  const struct attribute_group** dev_groups;
  const struct attribute_group** drv_groups;
  int (*match)(struct device*, struct device_driver*);
  int (*uevent)(struct device*, struct kobj_uevent_env*);
  int (*probe)(struct device*);
  void (*sync_state)(struct device*);
  void (*remove)(struct device*);
  void (*shutdown)(struct device*);
  int (*online)(struct device*);
  int (*offline)(struct device*);
  int (*suspend)(struct device*, pm_message_t);
  int (*resume)(struct device*);
  int (*num_vf)(struct device*);
  int (*dma_configure)(struct device*);
  void (*dma_cleanup)(struct device*);
  const struct dev_pm_ops* pm;
  const struct iommu_ops* iommu_ops;
  struct subsys_private* p;
  struct lock_class_key lock_key;
  bool need_parent_lock;
};
_Static_assert(sizeof(struct bus_type) == 92, "struct bus_type of 6.1 i386");
struct bus_attribute {
  struct attribute attr;
  ssize_t (*show)(struct bus_type*, char*);
  ssize_t (*store)(struct bus_type*, const char*, size_t);
};
_Static_assert(sizeof(struct bus_attribute) == 16, "struct bus_attribute of 6.1 i386");

int bus_register(struct bus_type*);
void bus_unregister(struct bus_type*);
int bus_rescan_devices(struct bus_type*);
int bus_create_file(struct bus_type*, struct bus_attribute*);
void bus_remove_file(struct bus_type*, struct bus_attribute*);
int device_match_name(struct device*, const void*);
int device_match_of_node(struct device*, const void*);
int device_match_fwnode(struct device*, const void*);
int device_match_devt(struct device*, const void*);
int device_match_acpi_dev(struct device*, const void*);
int device_match_acpi_handle(struct device*, const void*);
int device_match_any(struct device*, const void*);
void subsys_dev_iter_init(struct subsys_dev_iter*, struct bus_type*, struct device*,
                          const struct device_type*);
struct device* subsys_dev_iter_next(struct subsys_dev_iter*);
void subsys_dev_iter_exit(struct subsys_dev_iter*);
int bus_for_each_dev(struct bus_type*, struct device*, void*, int (*)(struct device*, void*));
struct device* bus_find_device(struct bus_type*, struct device*, const void*,
                               int (*)(struct device*, const void*));
struct device* subsys_find_device_by_id(struct bus_type*, unsigned int, struct device*);
int bus_for_each_drv(struct bus_type*, struct device_driver*, void*,
                     int (*)(struct device_driver*, void*));
void bus_sort_breadthfirst(struct bus_type*, int (*)(const struct device*, const struct device*));
int bus_register_notifier(struct bus_type*, struct notifier_block*);
int bus_unregister_notifier(struct bus_type*, struct notifier_block*);
struct kset* bus_get_kset(struct bus_type*);
struct klist* bus_get_device_klist(struct bus_type*);

#define BUS_ATTR_RW(_name) \
  struct bus_attribute bus_attr_##_name = {{#_name, 0644}, _name##_show, _name##_store}
#define BUS_ATTR_RO(_name) \
  struct bus_attribute bus_attr_##_name = {{#_name, 0444}, _name##_show, NULL}

struct klist_iter;
struct subsys_dev_iter;

#define BUS_NOTIFY_ADD_DEVICE 0x00000001
#define BUS_NOTIFY_DEL_DEVICE 0x00000002
#define BUS_NOTIFY_REMOVED_DEVICE 0x00000003
#define BUS_NOTIFY_BIND_DRIVER 0x00000004
#define BUS_NOTIFY_BOUND_DRIVER 0x00000005
#define BUS_NOTIFY_UNBIND_DRIVER 0x00000006
#define BUS_NOTIFY_UNBOUND_DRIVER 0x00000007
#define BUS_NOTIFY_DRIVER_NOT_BOUND 0x00000008
struct subsys_dev_iter {
  struct klist_iter ki;
  const struct device_type* type;
};

// Inline in Linux.
struct acpi_device;
struct device_node;
struct fwnode_handle;
struct device* bus_find_device_by_acpi_dev(struct bus_type* bus, const struct acpi_device* adev);

static inline struct device* bus_find_device_by_name(struct bus_type* bus, struct device* start,
                                                     const char* name) {
  return bus_find_device(bus, start, name, device_match_name);
}
static inline struct device* bus_find_device_by_of_node(struct bus_type* bus,
                                                        const struct device_node* np) {
  return bus_find_device(bus, NULL, np, device_match_of_node);
}
static inline struct device* bus_find_device_by_fwnode(struct bus_type* bus,
                                                       const struct fwnode_handle* fwnode) {
  return bus_find_device(bus, NULL, fwnode, device_match_fwnode);
}
static inline struct device* bus_find_device_by_devt(struct bus_type* bus, dev_t devt) {
  return bus_find_device(bus, NULL, &devt, device_match_devt);
}

static inline struct device* bus_find_next_device(struct bus_type* bus, struct device* cur) {
  return bus_find_device(bus, cur, NULL, device_match_any);
}

#define BUS_ATTR_WO(_name) struct bus_attribute bus_attr_##_name = __ATTR_WO(_name)

#endif
