// Devices: the members that drivers use, at their places in 6.1, and the calls.
#ifndef _LINUX_DEVICE_H
#define _LINUX_DEVICE_H

#include <linux/device/bus.h>
#include <linux/device/class.h>
#include <linux/device/device_mm32.h>
#include <linux/device/devres.h>
#include <linux/device/driver.h>
#include <linux/export.h>
#include <linux/kdev_t.h>
#include <linux/kobject.h>
#include <linux/numa.h>
#include <linux/slab.h>
#include <linux/spinlock_types.h>
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
static inline void* dev_get_platdata(const struct device* dev) { return dev->platform_data; }
static inline const char* dev_name(const struct device* dev) {
  return dev->init_name ? dev->init_name : dev->kobj.name;
}
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 27)
#define class_device_create(cls, parent, devt, device, ...) \
  device_create(cls, NULL, devt, NULL, __VA_ARGS__)
#define class_device_destroy(cls, devt) device_destroy(cls, devt)
#endif
void _dev_printk(const char* level, const struct device* dev, const char* fmt, ...) __printf(3, 4);
void _dev_emerg(const struct device* dev, const char* fmt, ...) __printf(2, 3);
void _dev_alert(const struct device* dev, const char* fmt, ...) __printf(2, 3);
void _dev_crit(const struct device* dev, const char* fmt, ...) __printf(2, 3);
void _dev_err(const struct device* dev, const char* fmt, ...) __printf(2, 3);
void _dev_warn(const struct device* dev, const char* fmt, ...) __printf(2, 3);
void _dev_notice(const struct device* dev, const char* fmt, ...) __printf(2, 3);
void _dev_info(const struct device* dev, const char* fmt, ...) __printf(2, 3);
#ifndef dev_fmt
#define dev_fmt(fmt) fmt
#endif
#define dev_printk(level, dev, fmt, ...) _dev_printk(level, dev, dev_fmt(fmt), ##__VA_ARGS__)
#define dev_emerg(dev, fmt, ...) _dev_emerg(dev, dev_fmt(fmt), ##__VA_ARGS__)
#define dev_alert(dev, fmt, ...) _dev_alert(dev, dev_fmt(fmt), ##__VA_ARGS__)
#define dev_crit(dev, fmt, ...) _dev_crit(dev, dev_fmt(fmt), ##__VA_ARGS__)
#define dev_err(dev, fmt, ...) _dev_err(dev, dev_fmt(fmt), ##__VA_ARGS__)
#define dev_warn(dev, fmt, ...) _dev_warn(dev, dev_fmt(fmt), ##__VA_ARGS__)
#define dev_notice(dev, fmt, ...) _dev_notice(dev, dev_fmt(fmt), ##__VA_ARGS__)
#define dev_info(dev, fmt, ...) _dev_info(dev, dev_fmt(fmt), ##__VA_ARGS__)
#define dev_dbg(dev, fmt, ...)                                        \
  ({                                                                  \
    if (0) _dev_printk(KERN_DEBUG, dev, dev_fmt(fmt), ##__VA_ARGS__); \
  })

#endif
