/*
 * Classes and the devices that drivers make in them. A class lies in /sys/class, its devices in
 * /sys/devices/virtual/CLASS, unless they have a parent. Linux: drivers/base/{class,core}.c.
 */
#include <linux/device.h>
#include <linux/err.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "base/sysfs.h"

struct class_state {
  struct kset subsys;      /* /sys/class/NAME */
  struct kobject* virtual; /* /sys/devices/virtual/NAME, when it has devices */
  struct list_head devices;
};
struct class_device {
  struct device dev;
  struct list_head list;
};

static void state_release(struct kobject* kobj) {
  kfree(container_of(kobj, struct class_state, subsys.kobj));
}
static const struct kobj_type class_ktype = {.release = state_release,
                                             .sysfs_ops = &kobj_sysfs_ops};

int __class_register(struct class* cls, struct lock_class_key* key) {
  struct class_state* state = kzalloc(sizeof(*state), GFP_KERNEL);
  int error;

  if (!state) return -ENOMEM;
  INIT_LIST_HEAD(&state->devices);
  error = kobject_set_name(&state->subsys.kobj, "%s", cls->name);
  if (error) {
    kfree(state);
    return error;
  }
  state->subsys.kobj.parent = sysfs_classes();
  state->subsys.kobj.ktype = &class_ktype;
  error = kset_register(&state->subsys);
  if (error) {
    kfree_const(state->subsys.kobj.name);
    kfree(state);
    return error;
  }
  cls->p = (void*)state;
  return sysfs_create_groups(&state->subsys.kobj, cls->class_groups);
}
EXPORT_SYMBOL_GPL(__class_register);

static struct class_state* state_of(struct class* cls) { return (void*)cls->p; }

void class_unregister(struct class* cls) {
  struct class_state* state = state_of(cls);

  if (state->virtual) kobject_put(state->virtual);
  kset_unregister(&state->subsys);
  if (cls->class_release) cls->class_release(cls);
}
EXPORT_SYMBOL_GPL(class_unregister);

static void class_create_release(struct class* cls) { kfree(cls); }

struct class* __class_create(struct module* owner, const char* name, struct lock_class_key* key) {
  struct class* cls = kzalloc(sizeof(*cls), GFP_KERNEL);
  int retval;

  if (!cls) return ERR_PTR(-ENOMEM);
  cls->name = name;
  cls->owner = owner;
  cls->class_release = class_create_release;
  retval = __class_register(cls, key);
  if (!retval) return cls;
  kfree(cls);
  return ERR_PTR(retval);
}
EXPORT_SYMBOL_GPL(__class_create);

void class_destroy(struct class* cls) {
  if (IS_ERR_OR_NULL(cls)) return;
  class_unregister(cls);
}
EXPORT_SYMBOL_GPL(class_destroy);

int class_create_file_ns(struct class* cls, const struct class_attribute* attr, const void* ns) {
  return cls ? sysfs_create_file_ns(&state_of(cls)->subsys.kobj, &attr->attr, ns) : -EINVAL;
}
EXPORT_SYMBOL_GPL(class_create_file_ns);

void class_remove_file_ns(struct class* cls, const struct class_attribute* attr, const void* ns) {
  if (cls) sysfs_remove_file_ns(&state_of(cls)->subsys.kobj, &attr->attr, ns);
}
EXPORT_SYMBOL_GPL(class_remove_file_ns);

/* Where a device without a parent lies. */
struct kobject* class_place(struct class* cls) {
  struct class_state* state = state_of(cls);

  if (!state->virtual) state->virtual = kobject_create_and_add(cls->name, sysfs_virtual_devices());
  return state->virtual;
}

struct class* misc_class(void) {
  static struct class misc = {.name = "misc"};
  static struct class_state state;
  static struct kernfs_node sd;
  static struct standing_folder virtual;

  if (misc.p) return &misc;
  INIT_LIST_HEAD(&state.devices);
  INIT_LIST_HEAD(&state.subsys.list);
  sysfs_add_standing(&state.subsys.kobj, &sd, "misc", sysfs_classes());
  state.virtual = sysfs_standing(&virtual, "misc", sysfs_virtual_devices());
  misc.p = (void*)&state;
  return &misc;
}

static void device_create_release(struct device* dev) {
  struct class_device* made = container_of(dev, struct class_device, dev);

  list_del(&made->list);
  kfree(made);
}

static struct device* create(struct class* cls, struct device* parent, dev_t devt, void* drvdata,
                             const struct attribute_group** groups, const char* fmt, va_list args) {
  struct class_device* made;
  int error;

  if (IS_ERR_OR_NULL(cls)) return ERR_PTR(-ENODEV);
  made = kzalloc(sizeof(*made), GFP_KERNEL);
  if (!made) return ERR_PTR(-ENOMEM);
  INIT_LIST_HEAD(&made->list);
  device_initialize(&made->dev);
  made->dev.devt = devt;
  made->dev.class = cls;
  made->dev.parent = parent;
  made->dev.groups = groups;
  made->dev.release = device_create_release;
  dev_set_drvdata(&made->dev, drvdata);
  error = kobject_set_name_vargs(&made->dev.kobj, fmt, args);
  if (!error) error = device_add(&made->dev);
  if (error) {
    put_device(&made->dev);
    return ERR_PTR(error);
  }
  list_add_tail(&made->list, &state_of(cls)->devices);
  return &made->dev;
}

struct device* device_create(struct class* cls, struct device* parent, dev_t devt, void* drvdata,
                             const char* fmt, ...) {
  struct device* dev;
  va_list args;

  va_start(args, fmt);
  dev = create(cls, parent, devt, drvdata, NULL, fmt, args);
  va_end(args);
  return dev;
}
EXPORT_SYMBOL_GPL(device_create);

struct device* device_create_with_groups(struct class* cls, struct device* parent, dev_t devt,
                                         void* drvdata, const struct attribute_group** groups,
                                         const char* fmt, ...) {
  struct device* dev;
  va_list args;

  va_start(args, fmt);
  dev = create(cls, parent, devt, drvdata, groups, fmt, args);
  va_end(args);
  return dev;
}
EXPORT_SYMBOL_GPL(device_create_with_groups);

void device_destroy(struct class* cls, dev_t devt) {
  struct class_device* made;

  list_for_each_entry(made, &state_of(cls)->devices, list) {
    if (made->dev.devt != devt) continue;
    list_del_init(&made->list);
    device_unregister(&made->dev);
    return;
  }
}
EXPORT_SYMBOL_GPL(device_destroy);

int device_create_file(struct device* dev, const struct device_attribute* attr) {
  return dev ? sysfs_create_file_ns(&dev->kobj, &attr->attr, NULL) : 0;
}
EXPORT_SYMBOL_GPL(device_create_file);

void device_remove_file(struct device* dev, const struct device_attribute* attr) {
  if (dev) sysfs_remove_file_ns(&dev->kobj, &attr->attr, NULL);
}
EXPORT_SYMBOL_GPL(device_remove_file);

ssize_t show_class_attr_string(struct class* class, struct class_attribute* attr, char* buf) {
  struct class_attribute_string* text = container_of(attr, struct class_attribute_string, attr);
  return sysfs_emit(buf, "%s\n", text->str);
}
EXPORT_SYMBOL_GPL(show_class_attr_string);
