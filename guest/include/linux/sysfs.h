// Attributes.
#ifndef _LINUX_SYSFS_H
#define _LINUX_SYSFS_H

#include <linux/atomic.h>
#include <linux/compiler.h>
#include <linux/errno.h>
#include <linux/kernfs.h>
#include <linux/list.h>
#include <linux/lockdep.h>
#include <linux/stat.h>
#include <linux/stringify.h>
#include <linux/types.h>
struct attribute {
  const char* name;
  umode_t mode;
};
struct bin_attribute;
struct kobject;
struct attribute_group {
  const char* name;
  umode_t (*is_visible)(struct kobject*, struct attribute*, int);
  umode_t (*is_bin_visible)(struct kobject*, struct bin_attribute*, int);
  struct attribute** attrs;
  struct bin_attribute** bin_attrs;
};
int sysfs_emit(char* buf, const char* fmt, ...);
int sysfs_emit_at(char* buf, int at, const char* fmt, ...);

struct address_space;
struct bin_attribute;
struct file;
struct kernfs_node;
struct kobject;
struct sysfs_ops;
struct vm_area_struct;

#define SYSFS_PREALLOC 010000
#define __BIN_ATTR_NULL __ATTR_NULL
struct bin_attribute {
  struct attribute attr;
  size_t size;
  void* private;
  struct address_space* (*f_mapping)(void);
  ssize_t (*read)(struct file*, struct kobject*, struct bin_attribute*, char*, loff_t, size_t);
  ssize_t (*write)(struct file*, struct kobject*, struct bin_attribute*, char*, loff_t, size_t);
  int (*mmap)(struct file*, struct kobject*, struct bin_attribute*, struct vm_area_struct*);
};
struct sysfs_ops {
  ssize_t (*show)(struct kobject*, struct attribute*, char*);
  ssize_t (*store)(struct kobject*, struct attribute*, const char*, size_t);
};
int sysfs_create_dir_ns(struct kobject* kobj, const void* ns);
void sysfs_remove_dir(struct kobject* kobj);
int sysfs_rename_dir_ns(struct kobject* kobj, const char* new_name, const void* new_ns);
int sysfs_move_dir_ns(struct kobject* kobj, struct kobject* new_parent_kobj, const void* new_ns);
int sysfs_create_mount_point(struct kobject* parent_kobj, const char* name);
void sysfs_remove_mount_point(struct kobject* parent_kobj, const char* name);
int sysfs_create_file_ns(struct kobject* kobj, const struct attribute* attr, const void* ns);
int sysfs_create_files(struct kobject* kobj, const struct attribute* const* attr);
int sysfs_chmod_file(struct kobject* kobj, const struct attribute* attr, umode_t mode);
struct kernfs_node* sysfs_break_active_protection(struct kobject* kobj,
                                                  const struct attribute* attr);
void sysfs_unbreak_active_protection(struct kernfs_node* kn);
void sysfs_remove_file_ns(struct kobject* kobj, const struct attribute* attr, const void* ns);
bool sysfs_remove_file_self(struct kobject* kobj, const struct attribute* attr);
void sysfs_remove_files(struct kobject* kobj, const struct attribute* const* attr);
int sysfs_create_bin_file(struct kobject* kobj, const struct bin_attribute* attr);
void sysfs_remove_bin_file(struct kobject* kobj, const struct bin_attribute* attr);
int sysfs_create_link(struct kobject* kobj, struct kobject* target, const char* name);
int sysfs_create_link_nowarn(struct kobject* kobj, struct kobject* target, const char* name);
void sysfs_remove_link(struct kobject* kobj, const char* name);
int sysfs_rename_link_ns(struct kobject* kobj, struct kobject* target, const char* old_name,
                         const char* new_name, const void* new_ns);
void sysfs_delete_link(struct kobject* dir, struct kobject* targ, const char* name);
int sysfs_create_group(struct kobject* kobj, const struct attribute_group* grp);
int sysfs_create_groups(struct kobject* kobj, const struct attribute_group** groups);
int sysfs_update_groups(struct kobject* kobj, const struct attribute_group** groups);
int sysfs_update_group(struct kobject* kobj, const struct attribute_group* grp);
void sysfs_remove_group(struct kobject* kobj, const struct attribute_group* grp);
void sysfs_remove_groups(struct kobject* kobj, const struct attribute_group** groups);
int sysfs_add_file_to_group(struct kobject* kobj, const struct attribute* attr, const char* group);
void sysfs_remove_file_from_group(struct kobject* kobj, const struct attribute* attr,
                                  const char* group);
int sysfs_merge_group(struct kobject* kobj, const struct attribute_group* grp);
void sysfs_unmerge_group(struct kobject* kobj, const struct attribute_group* grp);
int sysfs_add_link_to_group(struct kobject* kobj, const char* group_name, struct kobject* target,
                            const char* link_name);
void sysfs_remove_link_from_group(struct kobject* kobj, const char* group_name,
                                  const char* link_name);
int compat_only_sysfs_link_entry_to_kobj(struct kobject* kobj, struct kobject* target_kobj,
                                         const char* target_name, const char* symlink_name);
void sysfs_notify(struct kobject* kobj, const char* dir, const char* attr);
int sysfs_init(void);
int sysfs_file_change_owner(struct kobject* kobj, const char* name, kuid_t kuid, kgid_t kgid);
int sysfs_change_owner(struct kobject* kobj, kuid_t kuid, kgid_t kgid);
int sysfs_link_change_owner(struct kobject* kobj, struct kobject* targ, const char* name,
                            kuid_t kuid, kgid_t kgid);
int sysfs_groups_change_owner(struct kobject* kobj, const struct attribute_group** groups,
                              kuid_t kuid, kgid_t kgid);
int sysfs_group_change_owner(struct kobject* kobj, const struct attribute_group* groups,
                             kuid_t kuid, kgid_t kgid);

#define sysfs_attr_init(attr) ((void)(attr))
#define sysfs_bin_attr_init(attr) ((void)(attr))
#define __ATTR(_name, _mode, _show, _store) \
  { .attr = {.name = __stringify(_name), .mode = _mode}, .show = _show, .store = _store }
#define __ATTR_PREALLOC(_name, _mode, _show, _store) \
  __ATTR(_name, SYSFS_PREALLOC | (_mode), _show, _store)
#define __ATTR_RO_MODE(_name, _mode) __ATTR(_name, _mode, _name##_show, NULL)
#define __ATTR_RW_MODE(_name, _mode) __ATTR(_name, _mode, _name##_show, _name##_store)
#define __ATTR_RO(_name) __ATTR_RO_MODE(_name, 0444)
#define __ATTR_WO(_name) __ATTR(_name, 0200, NULL, _name##_store)
#define __ATTR_RW(_name) __ATTR_RW_MODE(_name, 0644)
#define __ATTR_IGNORE_LOCKDEP(_name, _mode, _show, _store) __ATTR(_name, _mode, _show, _store)
#define __ATTR_NULL         \
  {                         \
    .attr = {.name = NULL } \
  }
#define __ATTRIBUTE_GROUPS(_name) \
  static const struct attribute_group* _name##_groups[] = {&_name##_group, NULL}
#define ATTRIBUTE_GROUPS(_name)                                                 \
  static const struct attribute_group _name##_group = {.attrs = _name##_attrs}; \
  __ATTRIBUTE_GROUPS(_name)
#define BIN_ATTRIBUTE_GROUPS(_name)                                                 \
  static const struct attribute_group _name##_group = {.bin_attrs = _name##_attrs}; \
  __ATTRIBUTE_GROUPS(_name)
#define __BIN_ATTR(_name, _mode, _read, _write, _size)                                   \
  {                                                                                      \
    .attr = {.name = __stringify(_name), .mode = _mode}, .read = _read, .write = _write, \
    .size = _size                                                                        \
  }
#define __BIN_ATTR_RO(_name, _size) __BIN_ATTR(_name, 0444, _name##_read, NULL, _size)
#define __BIN_ATTR_WO(_name, _size) __BIN_ATTR(_name, 0200, NULL, _name##_write, _size)
#define __BIN_ATTR_RW(_name, _size) __BIN_ATTR(_name, 0644, _name##_read, _name##_write, _size)
#define __BIN_ATTR_ADMIN_RO(_name, _size) __BIN_ATTR(_name, 0400, _name##_read, NULL, _size)
#define __BIN_ATTR_ADMIN_RW(_name, _size) \
  __BIN_ATTR(_name, 0600, _name##_read, _name##_write, _size)
#define __BIN_ATTR_NULL __ATTR_NULL
#define BIN_ATTR(_name, _mode, _read, _write, _size) \
  struct bin_attribute bin_attr_##_name = __BIN_ATTR(_name, _mode, _read, _write, _size)
#define BIN_ATTR_RO(_name, _size) \
  struct bin_attribute bin_attr_##_name = __BIN_ATTR_RO(_name, _size)
#define BIN_ATTR_WO(_name, _size) \
  struct bin_attribute bin_attr_##_name = __BIN_ATTR_WO(_name, _size)
#define BIN_ATTR_RW(_name, _size) \
  struct bin_attribute bin_attr_##_name = __BIN_ATTR_RW(_name, _size)
#define BIN_ATTR_ADMIN_RO(_name, _size) \
  struct bin_attribute bin_attr_##_name = __BIN_ATTR_ADMIN_RO(_name, _size)
#define BIN_ATTR_ADMIN_RW(_name, _size) \
  struct bin_attribute bin_attr_##_name = __BIN_ATTR_ADMIN_RW(_name, _size)
static inline int __must_check sysfs_create_file(struct kobject* kobj,
                                                 const struct attribute* attr) {
  return sysfs_create_file_ns(kobj, attr, NULL);
}
static inline void sysfs_remove_file(struct kobject* kobj, const struct attribute* attr) {
  sysfs_remove_file_ns(kobj, attr, NULL);
}
static inline int sysfs_rename_link(struct kobject* kobj, struct kobject* target,
                                    const char* old_name, const char* new_name) {
  return sysfs_rename_link_ns(kobj, target, old_name, new_name, NULL);
}

#endif
