// Classes of devices. class_create takes (owner, name) as before 6.4, or the name alone.
#ifndef _LINUX_DEVICE_CLASS_H
#define _LINUX_DEVICE_CLASS_H

#include <linux/kobject.h>
#include <linux/mutex.h>

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

#endif
