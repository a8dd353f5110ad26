/*
 * Folders, attributes and links of sysfs, by name. Linux: fs/sysfs/{dir,file,group,symlink}.c.
 */
#include "base/sysfs.h"

#include <linux/bug.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#include "bug_at.h"
#include "kernel.h"

static struct tree_node root = TREE_ROOT(root, "");

/* The folders that modules know by name. */
#define STANDING(variable)                         \
  static struct standing_folder variable##_dir;    \
  struct kobject* variable = &variable##_dir.kobj; \
  EXPORT_SYMBOL_GPL(variable)
STANDING(kernel_kobj);
STANDING(mm_kobj);
STANDING(fs_kobj);
STANDING(firmware_kobj);
STANDING(hypervisor_kobj);
STANDING(power_kobj);

static void never_released(struct kobject* kobj) {}
static const struct kobj_type standing_ktype = {.release = never_released,
                                                .sysfs_ops = &kobj_sysfs_ops};

void sysfs_add_standing(struct kobject* kobj, struct kernfs_node* sd, const char* name,
                        struct kobject* parent) {
  struct tree_node* up = parent ? &parent->sd->node : &root;

  kobject_init(kobj, kobj->ktype ? kobj->ktype : &standing_ktype);
  kobj->name = sd->node.name = name;
  kobj->parent = parent;
  kobj->sd = sd;
  kobj->state_in_sysfs = 1;
  sd->node.parent = up;
  INIT_LIST_HEAD(&sd->node.children);
  list_add_tail(&sd->node.siblings, &up->children);
}

struct kobject* sysfs_standing(struct standing_folder* folder, const char* name,
                               struct kobject* parent) {
  if (!folder->kobj.sd) sysfs_add_standing(&folder->kobj, &folder->sd, name, parent);
  return &folder->kobj;
}

struct kobject* sysfs_devices(void) {
  static struct standing_folder devices;

  return sysfs_standing(&devices, "devices", NULL);
}

struct kobject* sysfs_virtual_devices(void) {
  static struct standing_folder virtual;

  return sysfs_standing(&virtual, "virtual", sysfs_devices());
}

struct kobject* sysfs_platform_devices(void) {
  static struct standing_folder platform;

  return sysfs_standing(&platform, "platform", sysfs_devices());
}

struct kobject* sysfs_classes(void) {
  static struct standing_folder classes;

  return sysfs_standing(&classes, "class", NULL);
}

void sysfs_folders_init(void) {
  static const struct {
    struct standing_folder* folder;
    const char* name;
    struct kobject* parent;
  } folders[] = {
      {&kernel_kobj_dir, "kernel", NULL},
      {&mm_kobj_dir, "mm", &kernel_kobj_dir.kobj},
      {&fs_kobj_dir, "fs", NULL},
      {&firmware_kobj_dir, "firmware", NULL},
      {&hypervisor_kobj_dir, "hypervisor", NULL},
      {&power_kobj_dir, "power", NULL},
  };
  unsigned int i;

  for (i = 0; i < ARRAY_SIZE(folders); i++)
    sysfs_standing(folders[i].folder, folders[i].name, folders[i].parent);
}

static struct kernfs_node* make(struct tree_node* parent, const char* name, enum tree_kind kind) {
  struct kernfs_node* made = kzalloc(sizeof(*made), GFP_KERNEL);

  if (!made) return NULL;
  made->node.kind = kind;
  if (tree_add(parent, &made->node, name, strlen(name))) return made;
  kfree(made);
  return NULL;
}

static struct tree_node* folder_of(struct kobject* kobj) {
  if (!kobj) return &root;
  return kobj->sd ? &kobj->sd->node : NULL;
}

static void print_path(const struct tree_node* node, char* path, size_t size) {
  if (node == &root) {
    strlcat(path, "/", size);
    return;
  }
  if (node->parent != &root) print_path(node->parent, path, size);
  strlcat(path, "/", size);
  strlcat(path, node->name, size);
}

static bool is_duplicate(struct tree_node* parent, const char* name) {
  char path[128] = "";

  if (!tree_find(parent, name, strlen(name))) return false;
  print_path(parent, path, sizeof(path));
  pr_warn("sysfs: cannot create duplicate filename '%s/%s'\n", path, name);
  dump_stack();
  return true;
}

static int create(struct tree_node* parent, const char* name, enum tree_kind kind,
                  const void* attribute, struct kernfs_node** made) {
  struct kernfs_node* node;

  if (!parent) return -ENOENT;
  if (is_duplicate(parent, name)) return -EEXIST;
  node = make(parent, name, kind);
  if (!node) return -ENOMEM;
  node->attribute = attribute;
  if (made) *made = node;
  return 0;
}

int sysfs_create_dir(struct kobject* kobj) {
  return create(folder_of(kobj->parent), kobject_name(kobj), TREE_FOLDER, NULL, &kobj->sd);
}

static void free_node(struct tree_node* node) {
  kfree(container_of(node, struct kernfs_node, node));
}

void sysfs_remove_dir(struct kobject* kobj) {
  tree_remove(&kobj->sd->node, free_node);
  kobj->sd = NULL;
}

void sysfs_rename_dir(struct kobject* kobj, const char* name) {
  char* copy = kstrdup(name, GFP_KERNEL);

  if (!copy || !kobj->sd) return;
  kfree(kobj->sd->node.name);
  kobj->sd->node.name = copy;
}

int sysfs_create_file_ns(struct kobject* kobj, const struct attribute* attr, const void* ns) {
  if (WARN_ON_AT(!kobj || !kobj->sd || !attr, "fs/sysfs/file.c", 351)) return -EINVAL;
  return create(&kobj->sd->node, attr->name, TREE_FILE, attr, NULL);
}
EXPORT_SYMBOL_GPL(sysfs_create_file_ns);

static void remove(struct kobject* kobj, const char* name) {
  struct tree_node* node;

  if (!kobj || !kobj->sd) return;
  node = tree_find(&kobj->sd->node, name, strlen(name));
  if (node) tree_remove(node, free_node);
}

void sysfs_remove_file_ns(struct kobject* kobj, const struct attribute* attr, const void* ns) {
  remove(kobj, attr->name);
}
EXPORT_SYMBOL_GPL(sysfs_remove_file_ns);

int sysfs_create_files(struct kobject* kobj, const struct attribute* const* ptr) {
  int i, err = 0;

  for (i = 0; ptr[i] && !err; i++) err = sysfs_create_file_ns(kobj, ptr[i], NULL);
  if (err)
    while (--i >= 0 && i) remove(kobj, ptr[i - 1]->name);
  return err;
}
EXPORT_SYMBOL_GPL(sysfs_create_files);

void sysfs_remove_files(struct kobject* kobj, const struct attribute* const* ptr) {
  for (; *ptr; ptr++) remove(kobj, (*ptr)->name);
}
EXPORT_SYMBOL_GPL(sysfs_remove_files);

int sysfs_create_bin_file(struct kobject* kobj, const struct bin_attribute* attr) {
  if (WARN_ON_AT(!kobj || !kobj->sd || !attr, "fs/sysfs/file.c", 566)) return -EINVAL;
  return create(&kobj->sd->node, attr->attr.name, TREE_FILE, attr, NULL);
}
EXPORT_SYMBOL_GPL(sysfs_create_bin_file);

void sysfs_remove_bin_file(struct kobject* kobj, const struct bin_attribute* attr) {
  remove(kobj, attr->attr.name);
}
EXPORT_SYMBOL_GPL(sysfs_remove_bin_file);

int sysfs_create_link(struct kobject* kobj, struct kobject* target, const char* name) {
  return create(folder_of(kobj), name, TREE_LINK, target, NULL);
}
EXPORT_SYMBOL_GPL(sysfs_create_link);

void sysfs_remove_link(struct kobject* kobj, const char* name) { remove(kobj, name); }
EXPORT_SYMBOL_GPL(sysfs_remove_link);

static bool is_visible(struct kobject* kobj, const struct attribute_group* grp, int i) {
  return !grp->is_visible || grp->is_visible(kobj, grp->attrs[i], i);
}

static noinline int internal_create_group(struct kobject* kobj, const struct attribute_group* grp) {
  struct tree_node* parent;
  int i, err = 0;

  if (WARN_ON_AT(!kobj || !kobj->sd, "fs/sysfs/group.c", 115)) return -EINVAL;
  if (!grp->attrs && !grp->bin_attrs) {
    WARN_AT(1, "fs/sysfs/group.c", 122,
            "sysfs: (bin_)attrs not set by subsystem for group: %s/%s\n", kobject_name(kobj),
            grp->name ?: "");
    return -EINVAL;
  }
  parent = &kobj->sd->node;
  if (grp->name) {
    struct kernfs_node* folder;

    err = create(parent, grp->name, TREE_FOLDER, grp, &folder);
    if (err) return err;
    parent = &folder->node;
  }
  for (i = 0; !err && grp->attrs && grp->attrs[i]; i++)
    if (is_visible(kobj, grp, i))
      err = create(parent, grp->attrs[i]->name, TREE_FILE, grp->attrs[i], NULL);
  for (i = 0; !err && grp->bin_attrs && grp->bin_attrs[i]; i++)
    err = create(parent, grp->bin_attrs[i]->attr.name, TREE_FILE, grp->bin_attrs[i], NULL);
  if (err) sysfs_remove_group(kobj, grp);
  return err;
}

int sysfs_create_group(struct kobject* kobj, const struct attribute_group* grp) {
  return internal_create_group(kobj, grp);
}
EXPORT_SYMBOL_GPL(sysfs_create_group);

void sysfs_remove_group(struct kobject* kobj, const struct attribute_group* grp) {
  int i;

  if (grp->name) {
    if (kobj->sd && !tree_find(&kobj->sd->node, grp->name, strlen(grp->name)))
      WARN_AT(1, "fs/sysfs/group.c", 278,
              KERN_WARNING "sysfs group '%s' not found for kobject '%s'\n", grp->name,
              kobject_name(kobj));
    remove(kobj, grp->name);
    return;
  }
  for (i = 0; grp->attrs && grp->attrs[i]; i++) remove(kobj, grp->attrs[i]->name);
  for (i = 0; grp->bin_attrs && grp->bin_attrs[i]; i++) remove(kobj, grp->bin_attrs[i]->attr.name);
}
EXPORT_SYMBOL_GPL(sysfs_remove_group);

int sysfs_create_groups(struct kobject* kobj, const struct attribute_group** groups) {
  int i, err = 0;

  for (i = 0; groups && groups[i] && !err; i++) err = sysfs_create_group(kobj, groups[i]);
  if (err)
    for (i -= 2; i >= 0; i--) sysfs_remove_group(kobj, groups[i]);
  return err;
}
EXPORT_SYMBOL_GPL(sysfs_create_groups);

void sysfs_remove_groups(struct kobject* kobj, const struct attribute_group** groups) {
  for (; groups && *groups; groups++) sysfs_remove_group(kobj, *groups);
}
EXPORT_SYMBOL_GPL(sysfs_remove_groups);

void sysfs_notify(struct kobject* kobj, const char* dir, const char* attr) {}
EXPORT_SYMBOL_GPL(sysfs_notify);

/* An attribute in the structure of those that kobjects have. */
static ssize_t show(struct kobject* kobj, struct attribute* attr, char* buf) {
  struct kobj_attribute* kattr = container_of(attr, struct kobj_attribute, attr);

  return kattr->show ? kattr->show(kobj, kattr, buf) : -EIO;
}
static ssize_t store(struct kobject* kobj, struct attribute* attr, const char* buf, size_t count) {
  struct kobj_attribute* kattr = container_of(attr, struct kobj_attribute, attr);

  return kattr->store ? kattr->store(kobj, kattr, buf, count) : -EIO;
}
const struct sysfs_ops kobj_sysfs_ops = {.show = show, .store = store};
EXPORT_SYMBOL_GPL(kobj_sysfs_ops);

int sysfs_emit(char* buf, const char* fmt, ...) {
  va_list args;
  int len;

  if (WARN_AT(!buf || offset_in_page(buf), "fs/sysfs/file.c", 736, "invalid sysfs_emit: buf:%p\n",
              buf))
    return 0;
  va_start(args, fmt);
  len = vscnprintf(buf, PAGE_SIZE, fmt, args);
  va_end(args);
  return len;
}
EXPORT_SYMBOL_GPL(sysfs_emit);

int sysfs_emit_at(char* buf, int at, const char* fmt, ...) {
  va_list args;
  int len;

  if (WARN_AT(!buf || offset_in_page(buf) || at < 0 || at >= PAGE_SIZE, "fs/sysfs/file.c", 764,
              "invalid sysfs_emit_at: buf:%p at:%d\n", buf, at))
    return 0;
  va_start(args, fmt);
  len = vscnprintf(buf + at, PAGE_SIZE - at, fmt, args);
  va_end(args);
  return len;
}
EXPORT_SYMBOL_GPL(sysfs_emit_at);
