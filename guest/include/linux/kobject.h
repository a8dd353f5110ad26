// Kernel objects: layouts; attributes come with sysfs.
#ifndef _LINUX_KOBJECT_H
#define _LINUX_KOBJECT_H

#include <linux/kernel.h>
#include <linux/kobject_mm32.h>
#include <linux/kref.h>
#include <linux/list.h>
#include <linux/spinlock.h>
#include <linux/sysfs.h>
static inline const char* kobject_name(const struct kobject* kobj) { return kobj->name; }
struct attribute_group;
struct sysfs_ops;
struct kobj_type {
  void (*release)(struct kobject* kobj);
  const struct sysfs_ops* sysfs_ops;
  const struct attribute_group** default_groups;
  const void* (*child_ns_type)(struct kobject* kobj);
  const void* (*namespace)(struct kobject* kobj);
  void (*get_ownership)(struct kobject* kobj, uid_t* uid, gid_t* gid);
};
void kobject_init(struct kobject* kobj, const struct kobj_type* ktype);
int kobject_set_name_vargs(struct kobject* kobj, const char* fmt, va_list args);
int kobject_set_name(struct kobject* kobj, const char* fmt, ...) __printf(2, 3);
struct kobject* kobject_get(struct kobject* kobj);
void kobject_put(struct kobject* kobj);

#endif
