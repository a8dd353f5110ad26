/*
 * The folders of sysfs: one for each object that was added, with its attributes by name.
 *
 * An object without a parent lies in the root. Some folders are always there (struct
 * standing_folder); they take no memory from the allocators.
 */
#ifndef MM32_BASE_SYSFS_H
#define MM32_BASE_SYSFS_H

#include <linux/kobject.h>

#include "fs/tree.h"

struct kernfs_node {
  struct tree_node node;
  const void* attribute;
};
struct standing_folder {
  struct kobject kobj;
  struct kernfs_node sd;
};

/* Makes the folder when it is first asked for. */
struct kobject* sysfs_standing(struct standing_folder* folder, const char* name,
                               struct kobject* parent);
/* The same for an object that is part of another structure. */
void sysfs_add_standing(struct kobject* kobj, struct kernfs_node* sd, const char* name,
                        struct kobject* parent);
/* /sys/devices, and what lies in it. */
struct kobject* sysfs_devices(void);
struct kobject* sysfs_platform_devices(void);
struct kobject* sysfs_virtual_devices(void);
/* /sys/class. */
struct kobject* sysfs_classes(void);

/* The folder of kobj, in its parent's. -EEXIST with Linux's report. */
int sysfs_create_dir(struct kobject* kobj);
void sysfs_remove_dir(struct kobject* kobj);
void sysfs_rename_dir(struct kobject* kobj, const char* name);
int kobject_join(struct kobject* kobj);

struct class;
/* Where its devices without a parent lie. */
struct kobject* class_place(struct class* cls);
/* The class of miscellaneous devices. */
struct class* misc_class(void);

#endif
