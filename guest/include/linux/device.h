// Devices: the members that drivers use, at their places in 6.1, and the calls.
#ifndef _LINUX_DEVICE_H
#define _LINUX_DEVICE_H

#include <linux/device/class.h>
#include <linux/export.h>
#include <linux/kdev_t.h>
#include <linux/kobject.h>
#include <linux/slab.h>
#include <linux/version.h>

struct bus_type;
struct device_driver;
struct device {
  struct kobject kobj;
  struct device* parent;
  void* p;
  const char* init_name;
  const void* type;
  struct bus_type* bus;
  struct device_driver* driver;
  void* platform_data;
  void* driver_data;
  u8 middle_mm32[324];
  dev_t devt;
  u32 id;
  u8 lists_mm32[12];
  struct class* class;
  const struct attribute_group** groups;
  void (*release)(struct device* dev);
  u8 end_mm32[24];
};
_Static_assert(offsetof(struct device, devt) == 392, "struct device of 6.1 i386");
_Static_assert(offsetof(struct device, class) == 412, "struct device of 6.1 i386");
_Static_assert(sizeof(struct device) == 448, "struct device of 6.1 i386");
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
void* devm_kmalloc(struct device* dev, size_t size, gfp_t gfp);
void devm_kfree(struct device* dev, const void* p);
#define devm_kzalloc(dev, size, gfp) devm_kmalloc(dev, size, (gfp) | __GFP_ZERO)
static inline void* dev_get_drvdata(const struct device* dev) { return dev->driver_data; }
static inline void dev_set_drvdata(struct device* dev, void* data) { dev->driver_data = data; }
static inline const char* dev_name(const struct device* dev) {
  return dev->init_name ? dev->init_name : dev->kobj.name;
}
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 27)
#define class_device_create(cls, parent, devt, device, ...) \
  device_create(cls, NULL, devt, NULL, __VA_ARGS__)
#define class_device_destroy(cls, devt) device_destroy(cls, devt)
#endif
#define dev_emerg(dev, fmt, ...) pr_emerg("%s: " fmt, dev_name(dev), ##__VA_ARGS__)
#define dev_err(dev, fmt, ...) pr_err("%s: " fmt, dev_name(dev), ##__VA_ARGS__)
#define dev_warn(dev, fmt, ...) pr_warn("%s: " fmt, dev_name(dev), ##__VA_ARGS__)
#define dev_notice(dev, fmt, ...) pr_notice("%s: " fmt, dev_name(dev), ##__VA_ARGS__)
#define dev_info(dev, fmt, ...) pr_info("%s: " fmt, dev_name(dev), ##__VA_ARGS__)
#define dev_dbg(dev, fmt, ...) pr_debug("%s: " fmt, dev_name(dev), ##__VA_ARGS__)

#endif
