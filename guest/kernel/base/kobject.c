// Kernel objects: a name, a reference count and what to do when it reaches zero; their tree.
//
// kobj->sd is the object's folder in sysfs (see sysfs.h). Linux: 6.1 lib/kobject.c.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/kobject.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "base/sysfs.h"
#include "bug_at.h"

void kobject_init(struct kobject* kobj, const struct kobj_type* ktype) {
  if (!kobj || !ktype) {
    pr_err("kobject (%p): %s\n", kobj,
           kobj ? "must have a ktype to be initialized properly!" : "invalid kobject pointer!");
    dump_stack();
    return;
  }
  if (kobj->state_initialized) {
    pr_err("kobject (%p): tried to init an initialized object, something is seriously wrong.\n",
           kobj);
    dump_stack();
  }
  kref_init(&kobj->kref);
  INIT_LIST_HEAD(&kobj->entry);
  kobj->state_in_sysfs = 0;
  kobj->state_add_uevent_sent = 0;
  kobj->state_remove_uevent_sent = 0;
  kobj->state_initialized = 1;
  kobj->ktype = ktype;
}
EXPORT_SYMBOL(kobject_init);

int kobject_set_name_vargs(struct kobject* kobj, const char* fmt, va_list args) {
  char *name, *slash;
  if (kobj->name && !fmt) return 0;
  name = kvasprintf(GFP_KERNEL, fmt, args);
  if (!name) return -ENOMEM;
  for (slash = name; (slash = strchr(slash, '/'));) *slash = '!';
  kfree_const(kobj->name);
  kobj->name = name;
  return 0;
}

int kobject_set_name(struct kobject* kobj, const char* fmt, ...) {
  va_list args;
  int ret;
  va_start(args, fmt);
  ret = kobject_set_name_vargs(kobj, fmt, args);
  va_end(args);
  return ret;
}
EXPORT_SYMBOL(kobject_set_name);

struct kobject* kobject_get(struct kobject* kobj) {
  if (!kobj) return NULL;
  WARN_AT(!kobj->state_initialized, "lib/kobject.c", 632,
          KERN_WARNING
          "kobject: '%s' (%p): is not initialized, yet kobject_get() is being called.\n",
          kobject_name(kobj), kobj);
  kref_get(&kobj->kref);
  return kobj;
}
EXPORT_SYMBOL(kobject_get);

struct kobject* kobject_get_unless_zero(struct kobject* kobj);
struct kobject* kobject_get_unless_zero(struct kobject* kobj) {
  if (!kobj || !refcount_inc_not_zero(&kobj->kref.refcount)) return NULL;
  return kobj;
}
EXPORT_SYMBOL(kobject_get_unless_zero);

static void leave_kset(struct kobject* kobj) {
  if (!kobj->kset) return;
  list_del_init(&kobj->entry);
  kobject_put(&kobj->kset->kobj);
}

void kobject_del(struct kobject* kobj) {
  struct kobject* parent;

  if (!kobj) return;
  parent = kobj->parent;
  if (kobj->sd) sysfs_remove_dir(kobj);
  if (kobj->state_in_sysfs) leave_kset(kobj);
  kobj->state_in_sysfs = 0;
  kobj->parent = NULL;
  kobject_put(parent);
}
EXPORT_SYMBOL(kobject_del);

static void kobject_release(struct kref* kref) {
  struct kobject* kobj = container_of(kref, struct kobject, kref);
  const struct kobj_type* ktype = kobj->ktype;
  const char* name = kobj->name;

  if (kobj->state_in_sysfs && kobj->sd) kobject_del(kobj);
  if (ktype && ktype->release) ktype->release(kobj);
  kfree_const(name);
}

void kobject_put(struct kobject* kobj) {
  if (!kobj) return;
  WARN_AT(!kobj->state_initialized, "lib/kobject.c", 726,
          KERN_WARNING
          "kobject: '%s' (%p): is not initialized, yet kobject_put() is being called.\n",
          kobject_name(kobj), kobj);
  kref_put(&kobj->kref, kobject_release);
}
EXPORT_SYMBOL(kobject_put);

static int add_groups(struct kobject* kobj) {
  const struct attribute_group* const* group =
      (const struct attribute_group* const*)kobj->ktype->default_groups;

  return group ? sysfs_create_groups(kobj, (const struct attribute_group**)group) : 0;
}

static noinline int kobject_add_internal(struct kobject* kobj) {
  struct kobject* parent = kobject_get(kobj->parent);
  int error;

  if (!kobj->name || !kobj->name[0]) {
    WARN_AT(1, "lib/kobject.c", 210, "kobject: (%p): attempted to be registered with empty name!\n",
            kobj);
    return -EINVAL;
  }
  if (kobj->kset) {
    kobject_get(&kobj->kset->kobj);
    if (!parent) parent = kobject_get(&kobj->kset->kobj);
    list_add_tail(&kobj->entry, &kobj->kset->list);
  }
  kobj->parent = parent;
  error = sysfs_create_dir(kobj);
  if (!error) error = add_groups(kobj);
  if (error) {
    leave_kset(kobj);
    kobject_put(parent);
    kobj->parent = NULL;
    if (error == -EEXIST)
      pr_err(
          "%s failed for %s with -EEXIST, don't try to register things with the same name in "
          "the same directory.\n",
          __func__, kobject_name(kobj));
    else
      pr_err("%s failed for %s (error: %d parent: %s)\n", __func__, kobject_name(kobj), error,
             parent ? kobject_name(parent) : "'none'");
    return error;
  }
  kobj->state_in_sysfs = 1;
  return 0;
}

static int add_varg(struct kobject* kobj, struct kobject* parent, const char* fmt, va_list args) {
  int ret = kobject_set_name_vargs(kobj, fmt, args);

  if (ret) {
    pr_err("can not set name properly!\n");
    return ret;
  }
  kobj->parent = parent;
  return kobject_add_internal(kobj);
}

int kobject_add(struct kobject* kobj, struct kobject* parent, const char* fmt, ...) {
  va_list args;
  int ret;

  if (!kobj) return -EINVAL;
  if (!kobj->state_initialized) {
    pr_err(
        "kobject '%s' (%p): tried to add an uninitialized object, something is seriously "
        "wrong.\n",
        kobject_name(kobj), kobj);
    dump_stack();
    return -EINVAL;
  }
  va_start(args, fmt);
  ret = add_varg(kobj, parent, fmt, args);
  va_end(args);
  return ret;
}
EXPORT_SYMBOL(kobject_add);

int kobject_init_and_add(struct kobject* kobj, const struct kobj_type* ktype,
                         struct kobject* parent, const char* fmt, ...) {
  va_list args;
  int ret;

  kobject_init(kobj, ktype);
  va_start(args, fmt);
  ret = add_varg(kobj, parent, fmt, args);
  va_end(args);
  return ret;
}
EXPORT_SYMBOL_GPL(kobject_init_and_add);

/* A device, whose driver core has set the parent. */
int kobject_join(struct kobject* kobj) { return kobject_add_internal(kobj); }

static void dynamic_kobj_release(struct kobject* kobj) { kfree(kobj); }
static const struct kobj_type dynamic_kobj_ktype = {.release = dynamic_kobj_release,
                                                    .sysfs_ops = &kobj_sysfs_ops};

struct kobject* kobject_create_and_add(const char* name, struct kobject* parent) {
  struct kobject* kobj = kzalloc(sizeof(*kobj), GFP_KERNEL);
  int retval;

  if (!kobj) return NULL;
  kobject_init(kobj, &dynamic_kobj_ktype);
  retval = kobject_add(kobj, parent, "%s", name);
  if (retval) {
    pr_warn("%s: kobject_add error: %d\n", __func__, retval);
    kobject_put(kobj);
    return NULL;
  }
  return kobj;
}
EXPORT_SYMBOL_GPL(kobject_create_and_add);

char* kobject_get_path(const struct kobject* kobj, gfp_t gfp_mask) {
  const struct kobject* at;
  size_t length = 1;
  char* path;

  for (at = kobj; at; at = at->parent) {
    if (!kobject_name(at)) return NULL;
    length += strlen(kobject_name(at)) + 1;
  }
  path = kzalloc(length, gfp_mask);
  if (!path) return NULL;
  length--;
  for (at = kobj; at; at = at->parent) {
    const size_t part = strlen(kobject_name(at));

    length -= part;
    memcpy(path + length, kobject_name(at), part);
    path[--length] = '/';
  }
  return path;
}
EXPORT_SYMBOL_GPL(kobject_get_path);

int kobject_rename(struct kobject* kobj, const char* new_name) {
  char* copy;

  kobj = kobject_get(kobj);
  if (!kobj || !kobj->parent) return -EINVAL;
  copy = kstrdup(new_name, GFP_KERNEL);
  if (!copy) return -ENOMEM;
  kfree_const(kobj->name);
  kobj->name = copy;
  sysfs_rename_dir(kobj, new_name);
  kobject_put(kobj);
  return 0;
}
EXPORT_SYMBOL_GPL(kobject_rename);

/* Nobody listens to events. */
int kobject_uevent_env(struct kobject* kobj, enum kobject_action action, char* envp[]) {
  if (action == KOBJ_ADD) kobj->state_add_uevent_sent = 1;
  if (action == KOBJ_REMOVE) kobj->state_remove_uevent_sent = 1;
  return 0;
}
EXPORT_SYMBOL_GPL(kobject_uevent_env);

// One more NAME=VALUE for the message, in the room that is left.
int add_uevent_var(struct kobj_uevent_env* env, const char* format, ...) {
  const int room = sizeof(env->buf) - env->buflen;
  va_list args;
  int length;
  if (env->envp_idx >= ARRAY_SIZE(env->envp)) {
    WARN_AT(1, "lib/kobject_uevent.c", 669, "add_uevent_var: too many keys\n");
    return -ENOMEM;
  }
  va_start(args, format);
  length = vsnprintf(&env->buf[env->buflen], room, format, args);
  va_end(args);
  if (length >= room) {
    WARN_AT(1, "lib/kobject_uevent.c", 679, "add_uevent_var: buffer size too small\n");
    return -ENOMEM;
  }
  env->envp[env->envp_idx++] = &env->buf[env->buflen];
  env->buflen += length + 1;
  return 0;
}
EXPORT_SYMBOL_GPL(add_uevent_var);

int kobject_uevent(struct kobject* kobj, enum kobject_action action) {
  return kobject_uevent_env(kobj, action, NULL);
}
EXPORT_SYMBOL_GPL(kobject_uevent);

static void kset_release(struct kobject* kobj) { kfree(container_of(kobj, struct kset, kobj)); }
static const struct kobj_type kset_ktype = {.release = kset_release, .sysfs_ops = &kobj_sysfs_ops};

void kset_init(struct kset* k) {
  kobject_init(&k->kobj, k->kobj.ktype ? k->kobj.ktype : &kset_ktype);
  INIT_LIST_HEAD(&k->list);
  spin_lock_init(&k->list_lock);
}

int kset_register(struct kset* k) {
  if (!k) return -EINVAL;
  kset_init(k);
  return kobject_add_internal(&k->kobj);
}
EXPORT_SYMBOL(kset_register);

void kset_unregister(struct kset* k) {
  if (!k) return;
  kobject_del(&k->kobj);
  kobject_put(&k->kobj);
}
EXPORT_SYMBOL(kset_unregister);

struct kset* kset_create_and_add(const char* name, const struct kset_uevent_ops* uevent_ops,
                                 struct kobject* parent_kobj) {
  struct kset* kset = kzalloc(sizeof(*kset), GFP_KERNEL);

  if (!kset) return NULL;
  if (kobject_set_name(&kset->kobj, "%s", name)) {
    kfree(kset);
    return NULL;
  }
  kset->uevent_ops = uevent_ops;
  kset->kobj.parent = parent_kobj;
  if (!kset_register(kset)) return kset;
  kfree_const(kset->kobj.name);
  kfree(kset);
  return NULL;
}
EXPORT_SYMBOL_GPL(kset_create_and_add);

struct kobject* kset_find_obj(struct kset* kset, const char* name) {
  struct kobject* k;

  list_for_each_entry(k, &kset->list,
                      entry) if (kobject_name(k) &&
                                 !strcmp(kobject_name(k), name)) return kobject_get_unless_zero(k);
  return NULL;
}
EXPORT_SYMBOL_GPL(kset_find_obj);
