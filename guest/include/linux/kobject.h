// Kernel objects: layouts; attributes come with sysfs.
#ifndef _LINUX_KOBJECT_H
#define _LINUX_KOBJECT_H

#include <linux/atomic.h>
#include <linux/compiler.h>
#include <linux/container_of.h>
#include <linux/kernel.h>
#include <linux/kobject_mm32.h>
#include <linux/kref.h>
#include <linux/list.h>
#include <linux/spinlock.h>
#include <linux/sysfs.h>
#include <linux/types.h>
#include <linux/uidgid.h>
#include <linux/wait.h>
#include <linux/workqueue.h>
static inline const char* kobject_name(const struct kobject* kobj) { return kobj->name; }
struct attribute_group;
struct sysfs_ops;
struct kobj_ns_type_operations;
struct kobj_type {
  void (*release)(struct kobject* kobj);
  const struct sysfs_ops* sysfs_ops;
  const struct attribute_group** default_groups;
  const struct kobj_ns_type_operations* (*child_ns_type)(struct kobject* kobj);
  const void* (*namespace)(struct kobject* kobj);
  void (*get_ownership)(struct kobject* kobj, kuid_t* uid, kgid_t* gid);
};
void kobject_init(struct kobject* kobj, const struct kobj_type* ktype);
int kobject_set_name_vargs(struct kobject* kobj, const char* fmt, va_list args);
int kobject_set_name(struct kobject* kobj, const char* fmt, ...) __printf(2, 3);
struct kobject* kobject_get(struct kobject* kobj);
void kobject_put(struct kobject* kobj);

struct attribute;
struct kobj_attribute;
struct kobj_uevent_env;
struct kobject;
struct kset;
struct kset_uevent_ops;

#define UEVENT_HELPER_PATH_LEN 256
#define UEVENT_NUM_ENVP 64
#define UEVENT_BUFFER_SIZE 2048
extern u64 uevent_seqnum;
enum kobject_action {
  KOBJ_ADD,
  KOBJ_REMOVE,
  KOBJ_CHANGE,
  KOBJ_MOVE,
  KOBJ_ONLINE,
  KOBJ_OFFLINE,
  KOBJ_BIND,
  KOBJ_UNBIND
};
int kobject_add(struct kobject* kobj, struct kobject* parent, const char* fmt, ...) __printf(3, 4);
int kobject_init_and_add(struct kobject* kobj, const struct kobj_type* ktype,
                         struct kobject* parent, const char* fmt, ...) __printf(4, 5);
void kobject_del(struct kobject* kobj);
struct kobject* kobject_create_and_add(const char* name, struct kobject* parent);
int kobject_rename(struct kobject*, const char* new_name);
int kobject_move(struct kobject*, struct kobject*);
struct kobject* kobject_get_unless_zero(struct kobject* kobj);
const void* kobject_namespace(struct kobject* kobj);
void kobject_get_ownership(struct kobject* kobj, kuid_t* uid, kgid_t* gid);
char* kobject_get_path(const struct kobject* kobj, gfp_t flag);
struct kobj_uevent_env {
  char* argv[3];
  char* envp[64];
  int envp_idx;
  char buf[2048];
  int buflen;
};
struct kset_uevent_ops {
  int (*const filter)(struct kobject*);
  const char* (*const name)(struct kobject*);
  int (*const uevent)(struct kobject*, struct kobj_uevent_env*);
};
struct kobj_attribute {
  struct attribute attr;
  ssize_t (*show)(struct kobject*, struct kobj_attribute*, char*);
  ssize_t (*store)(struct kobject*, struct kobj_attribute*, const char*, size_t);
};
extern const struct sysfs_ops kobj_sysfs_ops;
void kset_init(struct kset* kset);
int kset_register(struct kset* kset);
void kset_unregister(struct kset* kset);
struct kset* kset_create_and_add(const char* name, const struct kset_uevent_ops* u,
                                 struct kobject* parent_kobj);
struct kobject* kset_find_obj(struct kset*, const char*);
extern struct kobject* kernel_kobj;
extern struct kobject* mm_kobj;
extern struct kobject* hypervisor_kobj;
extern struct kobject* power_kobj;
extern struct kobject* firmware_kobj;
int kobject_uevent(struct kobject* kobj, enum kobject_action action);
int kobject_uevent_env(struct kobject* kobj, enum kobject_action action, char* envp[]);
int kobject_synth_uevent(struct kobject* kobj, const char* buf, size_t count);
int add_uevent_var(struct kobj_uevent_env* env, const char* format, ...) __printf(2, 3);

static inline struct kset* to_kset(struct kobject* kobj) {
  return kobj ? container_of(kobj, struct kset, kobj) : NULL;
}
static inline struct kset* kset_get(struct kset* k) {
  return k ? to_kset(kobject_get(&k->kobj)) : NULL;
}
static inline void kset_put(struct kset* k) { kobject_put(&k->kobj); }
static inline const struct kobj_type* get_ktype(struct kobject* kobj) { return kobj->ktype; }

#endif
