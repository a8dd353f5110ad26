// Classes of devices. class_create takes (owner, name) as before 6.4, or the name alone.
#ifndef _LINUX_DEVICE_CLASS_H
#define _LINUX_DEVICE_CLASS_H

#include <linux/device/bus.h>
#include <linux/klist.h>
#include <linux/kobject.h>
#include <linux/mutex.h>
#include <linux/pm.h>

struct device;
struct module;
struct kobj_uevent_env;
struct class {
  const char* name;
  struct module* owner;
  const struct attribute_group** class_groups;
  const struct attribute_group** dev_groups;
  struct kobject* dev_kobj;
  int (*dev_uevent)(struct device* dev, struct kobj_uevent_env* env);
  char* (*devnode)(struct device* dev, umode_t* mode);
  void (*class_release)(struct class* class);
  void (*dev_release)(struct device* dev);
  int (*shutdown_pre)(struct device* dev);
  const void* ns_type;
  const void* (*namespace)(struct device* dev);
  void (*get_ownership)(struct device* dev, uid_t* uid, gid_t* gid);
  const void* pm;
  void* p;
};
_Static_assert(sizeof(struct class) == 60, "struct class of 6.1 i386");
struct class_attribute {
  struct attribute attr;
  ssize_t (*show)(struct class* class, struct class_attribute* attr, char* buf);
  ssize_t (*store)(struct class* class, struct class_attribute* attr, const char* buf,
                   size_t count);
};
struct class* __class_create(struct module* owner, const char* name, struct lock_class_key* key);
int __class_register(struct class* class, struct lock_class_key* key);
void class_unregister(struct class* class);
void class_destroy(struct class* class);
#define class_register(class)           \
  ({                                    \
    static struct lock_class_key __key; \
    __class_register(class, &__key);    \
  })
#define __MM32_CLASS2(owner, name)       \
  ({                                     \
    static struct lock_class_key __key;  \
    __class_create(owner, name, &__key); \
  })
#define __MM32_CLASS1(name) __MM32_CLASS2(THIS_MODULE, name)
#define __MM32_PICK_CLASS(a, b, picked, ...) picked
#define class_create(...) \
  __MM32_PICK_CLASS(__VA_ARGS__, __MM32_CLASS2, __MM32_CLASS1, 0)(__VA_ARGS__)

struct class_attribute_string;
struct class_compat;
struct class_dev_iter;
struct class_interface;
struct device_type;
struct klist_iter;
struct kobject;
struct list_head;

struct class_dev_iter {
  struct klist_iter ki;
  const struct device_type* type;
};
extern struct kobject* sysfs_dev_block_kobj;
extern struct kobject* sysfs_dev_char_kobj;
struct class_compat* class_compat_register(const char* name);
void class_compat_unregister(struct class_compat* cls);
int class_compat_create_link(struct class_compat* cls, struct device* dev,
                             struct device* device_link);
void class_compat_remove_link(struct class_compat* cls, struct device* dev,
                              struct device* device_link);
void class_dev_iter_init(struct class_dev_iter* iter, struct class* class, struct device* start,
                         const struct device_type* type);
struct device* class_dev_iter_next(struct class_dev_iter* iter);
void class_dev_iter_exit(struct class_dev_iter* iter);
int class_for_each_device(struct class* class, struct device* start, void* data,
                          int (*fn)(struct device*, void*));
struct device* class_find_device(struct class* class, struct device* start, const void* data,
                                 int (*match)(struct device*, const void*));
int class_create_file_ns(struct class* class, const struct class_attribute* attr, const void* ns);
void class_remove_file_ns(struct class* class, const struct class_attribute* attr, const void* ns);
struct class_attribute_string {
  struct class_attribute attr;
  char* str;
};
ssize_t show_class_attr_string(struct class* class, struct class_attribute* attr, char* buf);
struct class_interface {
  struct list_head node;
  struct class* class;
  int (*add_dev)(struct device*, struct class_interface*);
  void (*remove_dev)(struct device*, struct class_interface*);
};
int class_interface_register(struct class_interface*);
void class_interface_unregister(struct class_interface*);

#define CLASS_ATTR_RW(_name) struct class_attribute class_attr_##_name = __ATTR_RW(_name)
#define CLASS_ATTR_RO(_name) struct class_attribute class_attr_##_name = __ATTR_RO(_name)
#define CLASS_ATTR_WO(_name) struct class_attribute class_attr_##_name = __ATTR_WO(_name)
#define CLASS_ATTR(_name, _mode, _show, _store) \
  struct class_attribute class_attr_##_name = __ATTR(_name, _mode, _show, _store)
static inline int __must_check class_create_file(struct class* class,
                                                 const struct class_attribute* attr) {
  return class_create_file_ns(class, attr, NULL);
}
static inline void class_remove_file(struct class* class, const struct class_attribute* attr) {
  class_remove_file_ns(class, attr, NULL);
}

// Inline in Linux.
struct acpi_device;
struct device_node;
struct fwnode_handle;
struct device* class_find_device_by_acpi_dev(struct class* class, const struct acpi_device* adev);

static inline struct device* class_find_device_by_name(struct class* class, const char* name) {
  return class_find_device(class, NULL, name, device_match_name);
}
static inline struct device* class_find_device_by_of_node(struct class* class,
                                                          const struct device_node* np) {
  return class_find_device(class, NULL, np, device_match_of_node);
}
static inline struct device* class_find_device_by_fwnode(struct class* class,
                                                         const struct fwnode_handle* fwnode) {
  return class_find_device(class, NULL, fwnode, device_match_fwnode);
}
static inline struct device* class_find_device_by_devt(struct class* class, dev_t devt) {
  return class_find_device(class, NULL, &devt, device_match_devt);
}

ssize_t show_class_attr_string(struct class* class, struct class_attribute* attr, char* buf);
#define _CLASS_ATTR_STRING(_name, _mode, _str) \
  { __ATTR(_name, _mode, show_class_attr_string, NULL), _str }
#define CLASS_ATTR_STRING(_name, _mode, _str) \
  struct class_attribute_string class_attr_##_name = _CLASS_ATTR_STRING(_name, _mode, _str)

#endif
