// The layouts of kref, kobject and kset, which other structures contain.
#ifndef _LINUX_KOBJECT_MM32_H
#define _LINUX_KOBJECT_MM32_H

#include <linux/list.h>
#include <linux/refcount.h>
#include <linux/spinlock_types.h>
#include <linux/types.h>

struct kref {
  refcount_t refcount;
};
struct kset;
struct kobj_type;
struct kernfs_node;
struct kset_uevent_ops;

struct kobject {
  const char* name;
  struct list_head entry;
  struct kobject* parent;
  struct kset* kset;
  const struct kobj_type* ktype;
  struct kernfs_node* sd;
  struct kref kref;
  unsigned int state_initialized : 1;
  unsigned int state_in_sysfs : 1;
  unsigned int state_add_uevent_sent : 1;
  unsigned int state_remove_uevent_sent : 1;
  unsigned int uevent_suppress : 1;
};
_Static_assert(sizeof(struct kobject) == 36, "struct kobject of 6.1 i386");

struct kset {
  struct list_head list;
  spinlock_t list_lock;
  struct kobject kobj;
  const struct kset_uevent_ops* uevent_ops;
};
_Static_assert(sizeof(struct kset) == 52, "struct kset of 6.1 i386");

#endif
