// Kernel objects: layouts; attributes come with sysfs.
#ifndef _LINUX_KOBJECT_H
#define _LINUX_KOBJECT_H

#include <linux/kobject_mm32.h>
#include <linux/kref.h>
#include <linux/list.h>
#include <linux/spinlock.h>
#include <linux/sysfs.h>
static inline const char* kobject_name(const struct kobject* kobj) { return kobj->name; }
struct kobject* kobject_get(struct kobject* kobj);
void kobject_put(struct kobject* kobj);

#endif
