// Devices: the members that drivers use, at their places in 6.1, and the calls.
#ifndef _LINUX_DEVICE_H
#define _LINUX_DEVICE_H

#include <linux/atomic.h>
#include <linux/compiler.h>
#include <linux/dev_printk.h>
#include <linux/device/bus.h>
#include <linux/device/class.h>
#include <linux/device/device_mm32.h>
#include <linux/device/devres.h>
#include <linux/device/driver.h>
#include <linux/export.h>
#include <linux/gfp.h>
#include <linux/ioport.h>
#include <linux/kdev_t.h>
#include <linux/klist.h>
#include <linux/kobject.h>
#include <linux/list.h>
#include <linux/lockdep.h>
#include <linux/mutex.h>
#include <linux/numa.h>
#include <linux/overflow.h>
#include <linux/pm.h>
#include <linux/ratelimit.h>
#include <linux/slab.h>
#include <linux/spinlock_types.h>
#include <linux/types.h>
#include <linux/uidgid.h>
#include <linux/version.h>

struct device_attribute {
  struct attribute attr;
  ssize_t (*show)(struct device* dev, struct device_attribute* attr, char* buf);
  ssize_t (*store)(struct device* dev, struct device_attribute* attr, const char* buf,
                   size_t count);
};
#define DEVICE_ATTR(_name, _mode, _show, _store) \
  struct device_attribute dev_attr_##_name = {{#_name, _mode}, _show, _store}
#define DEVICE_ATTR_RW(_name) DEVICE_ATTR(_name, 0644, _name##_show, _name##_store)
#define DEVICE_ATTR_RO(_name) DEVICE_ATTR(_name, 0444, _name##_show, NULL)
#define DEVICE_ATTR_WO(_name) DEVICE_ATTR(_name, 0200, NULL, _name##_store)

struct device* device_create(struct class* cls, struct device* parent, dev_t devt, void* drvdata,
                             const char* fmt, ...) __printf(5, 6);
void device_destroy(struct class* cls, dev_t devt);
int device_create_file(struct device* device, const struct device_attribute* entry);
void device_remove_file(struct device* dev, const struct device_attribute* attr);
void device_initialize(struct device* dev);
int device_add(struct device* dev);
int device_register(struct device* dev);
void device_del(struct device* dev);
void device_unregister(struct device* dev);
struct device* get_device(struct device* dev);
void put_device(struct device* dev);
int dev_set_name(struct device* dev, const char* fmt, ...) __printf(2, 3);
const char* dev_driver_string(const struct device* dev);
struct device* __root_device_register(const char* name, struct module* owner);
void root_device_unregister(struct device* dev);
#define root_device_register(name) __root_device_register(name, THIS_MODULE)
static inline int device_is_registered(struct device* dev) { return dev->kobj.state_in_sysfs; }
static inline struct device* kobj_to_dev(struct kobject* kobj) {
  return container_of(kobj, struct device, kobj);
}
static inline int dev_to_node(struct device* dev) { return NUMA_NO_NODE; }
static inline void set_dev_node(struct device* dev, int node) {}
static inline void* dev_get_drvdata(const struct device* dev) { return dev->driver_data; }
static inline void dev_set_drvdata(struct device* dev, void* data) { dev->driver_data = data; }
static inline const char* dev_name(const struct device* dev) {
  return dev->init_name ? dev->init_name : dev->kobj.name;
}
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 27)
#define device_create_drvdata(cls, parent, devt, data, ...) \
  device_create(cls, parent, devt, data, __VA_ARGS__)
#define class_device_create(cls, parent, devt, device, ...) \
  device_create(cls, NULL, devt, NULL, __VA_ARGS__)
#define class_device_destroy(cls, devt) device_destroy(cls, devt)
#endif

struct attribute_group;
struct bin_attribute;
struct bus_type;
struct class;
struct dev_ext_attribute;
struct dev_pm_ops;
struct device;
struct device_driver;
struct device_link;
struct device_node;
struct device_physical_location;
struct device_type;
struct fwnode_handle;
struct kobj_uevent_env;
struct kref;
struct list_head;
struct resource;
struct subsys_interface;
struct work_struct;

#define DL_FLAG_STATELESS BIT(0)
#define DL_FLAG_AUTOREMOVE_CONSUMER BIT(1)
#define DL_FLAG_PM_RUNTIME BIT(2)
#define DL_FLAG_RPM_ACTIVE BIT(3)
#define DL_FLAG_AUTOREMOVE_SUPPLIER BIT(4)
#define DL_FLAG_AUTOPROBE_CONSUMER BIT(5)
#define DL_FLAG_MANAGED BIT(6)
#define DL_FLAG_SYNC_STATE_ONLY BIT(7)
#define DL_FLAG_INFERRED BIT(8)
#define DL_FLAG_CYCLE BIT(9)
#define sysfs_deprecated 0
struct subsys_interface {
  const char* name;
  struct bus_type* subsys;
  struct list_head node;
  int (*add_dev)(struct device*, struct subsys_interface*);
  void (*remove_dev)(struct device*, struct subsys_interface*);
};
int subsys_interface_register(struct subsys_interface* sif);
void subsys_interface_unregister(struct subsys_interface* sif);
int subsys_system_register(struct bus_type* subsys, const struct attribute_group** groups);
int subsys_virtual_register(struct bus_type* subsys, const struct attribute_group** groups);
struct device_type {
  const char* name;
  const struct attribute_group** groups;
  int (*uevent)(struct device*, struct kobj_uevent_env*);
  char* (*devnode)(struct device*, umode_t*, kuid_t*, kgid_t*);
  void (*release)(struct device*);
  const struct dev_pm_ops* pm;
};
struct dev_ext_attribute {
  struct device_attribute attr;
  void* var;
};
ssize_t device_show_ulong(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t device_store_ulong(struct device* dev, struct device_attribute* attr, const char* buf,
                           size_t count);
ssize_t device_show_int(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t device_store_int(struct device* dev, struct device_attribute* attr, const char* buf,
                         size_t count);
ssize_t device_show_bool(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t device_store_bool(struct device* dev, struct device_attribute* attr, const char* buf,
                          size_t count);
bool device_remove_file_self(struct device* dev, const struct device_attribute* attr);
int device_create_bin_file(struct device* dev, const struct bin_attribute* attr);
void device_remove_bin_file(struct device* dev, const struct bin_attribute* attr);
void* devm_ioremap_resource(struct device* dev, const struct resource* res);
void* devm_ioremap_resource_wc(struct device* dev, const struct resource* res);
void* devm_of_iomap(struct device* dev, struct device_node* node, int index, resource_size_t* size);
void* __devm_alloc_percpu(struct device* dev, size_t size, size_t align);
void devm_free_percpu(struct device* dev, void* pdata);
enum device_link_state {
  DL_STATE_NONE = -1,
  DL_STATE_DORMANT,
  DL_STATE_AVAILABLE,
  DL_STATE_CONSUMER_PROBE,
  DL_STATE_ACTIVE,
  DL_STATE_SUPPLIER_UNBIND
};
enum device_physical_location_panel {
  DEVICE_PANEL_TOP,
  DEVICE_PANEL_BOTTOM,
  DEVICE_PANEL_LEFT,
  DEVICE_PANEL_RIGHT,
  DEVICE_PANEL_FRONT,
  DEVICE_PANEL_BACK,
  DEVICE_PANEL_UNKNOWN
};
enum device_physical_location_vertical_position {
  DEVICE_VERT_POS_UPPER,
  DEVICE_VERT_POS_CENTER,
  DEVICE_VERT_POS_LOWER
};
enum device_physical_location_horizontal_position {
  DEVICE_HORI_POS_LEFT,
  DEVICE_HORI_POS_CENTER,
  DEVICE_HORI_POS_RIGHT
};
struct device_physical_location {
  enum device_physical_location_panel panel;
  enum device_physical_location_vertical_position vertical_position;
  enum device_physical_location_horizontal_position horizontal_position;
  bool dock;
  bool lid;
};
enum struct_device_flags { DEV_FLAG_READY_TO_PROBE, DEV_FLAG_COUNT };
struct device_link {
  struct device* supplier;
  struct list_head s_node;
  struct device* consumer;
  struct list_head c_node;
  struct device link_dev;
  enum device_link_state status;
  u32 flags;
  refcount_t rpm_active;
  struct kref kref;
  struct work_struct rm_work;
  bool supplier_preactivated;
};
int device_for_each_child(struct device* dev, void* data, int (*fn)(struct device*, void*));
int device_for_each_child_reverse(struct device* dev, void* data, int (*fn)(struct device*, void*));
struct device* device_find_child(struct device* dev, void* data,
                                 int (*match)(struct device*, void*));
struct device* device_find_child_by_name(struct device* parent, const char* name);
struct device* device_find_any_child(struct device* parent);
int device_rename(struct device* dev, const char* new_name);
int device_move(struct device* dev, struct device* new_parent, enum dpm_order dpm_order);
int device_change_owner(struct device* dev, kuid_t kuid, kgid_t kgid);
const char* device_get_devnode(struct device* dev, umode_t* mode, kuid_t* uid, kgid_t* gid,
                               const char** tmp);
int device_is_dependent(struct device* dev, void* target);
void lock_device_hotplug(void);
void unlock_device_hotplug(void);
int lock_device_hotplug_sysfs(void);
int device_offline(struct device* dev);
int device_online(struct device* dev);
void set_primary_fwnode(struct device* dev, struct fwnode_handle* fwnode);
void set_secondary_fwnode(struct device* dev, struct fwnode_handle* fwnode);
void device_set_of_node_from_dev(struct device* dev, const struct device* dev2);
void device_set_node(struct device* dev, struct fwnode_handle* fwnode);
int device_driver_attach(struct device_driver* drv, struct device* dev);
int device_bind_driver(struct device* dev);
void device_release_driver(struct device* dev);
int device_attach(struct device* dev);
int driver_attach(struct device_driver* drv);
void device_initial_probe(struct device* dev);
int device_reprobe(struct device* dev);
bool device_is_bound(struct device* dev);
struct device* device_create_with_groups(struct class* cls, struct device* parent, dev_t devt,
                                         void* drvdata, const struct attribute_group** groups,
                                         const char* fmt, ...) __printf(6, 7);
int device_add_groups(struct device* dev, const struct attribute_group** groups);
void device_remove_groups(struct device* dev, const struct attribute_group** groups);
int devm_device_add_groups(struct device* dev, const struct attribute_group** groups);
void devm_device_remove_groups(struct device* dev, const struct attribute_group** groups);
int devm_device_add_group(struct device* dev, const struct attribute_group* grp);
void devm_device_remove_group(struct device* dev, const struct attribute_group* grp);
extern int (*platform_notify)(struct device*);
extern int (*platform_notify_remove)(struct device*);
bool kill_device(struct device* dev);
int devtmpfs_mount(void);
void device_shutdown(void);
struct device_link* device_link_add(struct device* consumer, struct device* supplier, u32 flags);
void device_link_del(struct device_link* link);
void device_link_remove(void* consumer, struct device* supplier);
void device_links_supplier_sync_state_pause(void);
void device_links_supplier_sync_state_resume(void);
void device_link_wait_removal(void);

#define DEVICE_ATTR_PREALLOC(_name, _mode, _show, _store) \
  struct device_attribute dev_attr_##_name = __ATTR_PREALLOC(_name, _mode, _show, _store)
#define DEVICE_ATTR_ADMIN_RW(_name) DEVICE_ATTR(_name, 0600, _name##_show, _name##_store)
#define DEVICE_ATTR_ADMIN_RO(_name) DEVICE_ATTR(_name, 0400, _name##_show, NULL)
#define __MM32_DEVICE_VARIABLE(_name, _mode, _var, kind) \
  struct dev_ext_attribute dev_attr_##_name = {          \
      __ATTR(_name, _mode, device_show_##kind, device_store_##kind), &(_var)}
#define DEVICE_ULONG_ATTR(_name, _mode, _var) __MM32_DEVICE_VARIABLE(_name, _mode, _var, ulong)
#define DEVICE_INT_ATTR(_name, _mode, _var) __MM32_DEVICE_VARIABLE(_name, _mode, _var, int)
#define DEVICE_BOOL_ATTR(_name, _mode, _var) __MM32_DEVICE_VARIABLE(_name, _mode, _var, bool)
#define DEVICE_ATTR_IGNORE_LOCKDEP(_name, _mode, _show, _store) \
  DEVICE_ATTR(_name, _mode, _show, _store)
static inline void device_lock(struct device* dev) { mutex_lock(&dev->mutex); }
static inline int device_lock_interruptible(struct device* dev) {
  return mutex_lock_interruptible(&dev->mutex);
}
static inline int device_trylock(struct device* dev) { return mutex_trylock(&dev->mutex); }
static inline void device_unlock(struct device* dev) { mutex_unlock(&dev->mutex); }
static inline void* dev_get_platdata(const struct device* dev) { return dev->platform_data; }
static inline struct device_node* dev_of_node(struct device* dev) { return NULL; }
static inline const char* dev_bus_name(const struct device* dev) {
  return dev->bus ? dev->bus->name : dev->class ? dev->class->name : "";
}
static inline unsigned int dev_get_uevent_suppress(const struct device* dev) {
  return dev->kobj.uevent_suppress;
}
static inline void dev_set_uevent_suppress(struct device* dev, int val) {
  dev->kobj.uevent_suppress = val;
}
static inline bool device_iommu_mapped(struct device* dev) { return false; }
static inline int dev_num_vf(struct device* dev) {
  return dev->bus && dev->bus->num_vf ? dev->bus->num_vf(dev) : 0;
}
static inline int __must_check device_add_group(struct device* dev,
                                                const struct attribute_group* grp) {
  const struct attribute_group* groups[] = {grp, NULL};
  return device_add_groups(dev, groups);
}
static inline void device_remove_group(struct device* dev, const struct attribute_group* grp) {
  const struct attribute_group* groups[] = {grp, NULL};
  device_remove_groups(dev, groups);
}

// Inline in Linux.
struct irq_domain;
struct pm_subsys_data;
bool dev_ready_to_probe(const struct device* dev);
void dev_set_ready_to_probe(struct device* dev);
void dev_clear_ready_to_probe(struct device* dev);
void dev_assign_ready_to_probe(struct device* dev, bool value);
bool dev_test_and_set_ready_to_probe(struct device* dev);
struct irq_domain* dev_get_msi_domain(const struct device* dev);
void dev_set_msi_domain(struct device* dev, struct irq_domain* d);
struct pm_subsys_data* dev_to_psd(struct device* dev);

#include <linux/cleanup.h>

DEFINE_FREE(device_del, struct device*, if (_T) device_del(_T))
DEFINE_FREE(put_device, struct device*, if (_T) put_device(_T))

static inline void dev_pm_set_driver_flags(struct device* dev, u32 flags) {
  dev->power.driver_flags = flags;
}
static inline bool dev_pm_test_driver_flags(struct device* dev, u32 flags) {
  return !!(dev->power.driver_flags & flags);
}
static inline void device_enable_async_suspend(struct device* dev) {
  if (!dev->power.is_prepared) dev->power.async_suspend = true;
}
static inline void device_disable_async_suspend(struct device* dev) {
  if (!dev->power.is_prepared) dev->power.async_suspend = false;
}
static inline bool device_async_suspend_enabled(struct device* dev) {
  return !!dev->power.async_suspend;
}
static inline bool device_pm_not_required(struct device* dev) { return dev->power.no_pm; }
static inline void device_set_pm_not_required(struct device* dev) { dev->power.no_pm = true; }
static inline void dev_pm_syscore_device(struct device* dev, bool val) { dev->power.syscore = val; }
static inline void device_lock_assert(struct device* dev) {}
static inline bool dev_has_sync_state(struct device* dev) {
  return dev && ((dev->driver && dev->driver->sync_state) || (dev->bus && dev->bus->sync_state));
}
static inline void dev_set_removable(struct device* dev, enum device_removable removable) {
  dev->removable = removable;
}
static inline bool dev_is_removable(struct device* dev) {
  return dev->removable == DEVICE_REMOVABLE;
}
static inline bool dev_removable_is_valid(struct device* dev) {
  return dev->removable != DEVICE_REMOVABLE_NOT_SUPPORTED;
}
static inline bool device_supports_offline(struct device* dev) {
  return dev->bus && dev->bus->offline && dev->bus->online;
}
#define devm_alloc_percpu(dev, type) \
  ((typeof(type) __percpu*)__devm_alloc_percpu((dev), sizeof(type), __alignof__(type)))

#endif
