// Kernel objects: a name, a reference count and what to do when it reaches zero.
// Linux: 6.1 lib/kobject.c.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/kobject.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "../image.h"

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
  if (!kobj->state_initialized)
    WARN_OF("lib/kobject.c", 632,
            KERN_WARNING
            "kobject: '%s' (%p): is not initialized, yet kobject_get() is being called.\n",
            kobject_name(kobj), kobj);
  kref_get(&kobj->kref);
  return kobj;
}
EXPORT_SYMBOL(kobject_get);

static void kobject_release(struct kref* kref) {
  struct kobject* kobj = container_of(kref, struct kobject, kref);
  const char* name = kobj->name;
  if (kobj->ktype && kobj->ktype->release) kobj->ktype->release(kobj);
  kfree_const(name);
}

void kobject_put(struct kobject* kobj) {
  if (!kobj) return;
  if (!kobj->state_initialized)
    WARN_OF("lib/kobject.c", 726,
            KERN_WARNING
            "kobject: '%s' (%p): is not initialized, yet kobject_put() is being called.\n",
            kobject_name(kobj), kobj);
  kref_put(&kobj->kref, kobject_release);
}
EXPORT_SYMBOL(kobject_put);
