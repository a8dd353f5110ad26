/*
 * Entries of /proc: made, found and removed as Linux does it.
 *
 * An entry begins with the members that modules of 2.6 and 3.x fill in themselves (see
 * <linux/proc_fs.h>). Linux: fs/proc/generic.c.
 */
#include <linux/err.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/stat.h>
#include <linux/string.h>

#include "bug_at.h"
#include "fs/tree.h"

struct proc_dir_entry {
  const char* name;
  mode_t mode;
  nlink_t nlink;
  uid_t uid;
  gid_t gid;
  loff_t size;
  const void* proc_iops;
  const struct file_operations* proc_fops;
  struct module* owner;
  struct proc_dir_entry *next, *parent, *subdir;
  void* data;
  void* read_proc;
  void* write_proc;
  const struct proc_ops* ops;
  const struct seq_operations* seq_ops;
  int (*show)(struct seq_file*, void*);
  unsigned int state_size;
  struct tree_node node;
};

#define entry_of(tree_node) container_of(tree_node, struct proc_dir_entry, node)

static struct proc_dir_entry root = {.name = "/proc", .node = TREE_ROOT(root.node, "/proc")};
static const char* const folders[] = {"acpi", "asound", "bus", "cpu",     "driver", "fs",
                                      "irq",  "net",    "sys", "sysvipc", "tty"};
static struct proc_dir_entry given[ARRAY_SIZE(folders)];

static void make_folders(void) {
  unsigned int i;

  if (!list_empty(&root.node.children)) return;
  for (i = 0; i < ARRAY_SIZE(folders); i++) {
    struct tree_node* node = &given[i].node;

    given[i].name = node->name = folders[i];
    node->parent = &root.node;
    node->mode = S_IFDIR | 0555;
    INIT_LIST_HEAD(&node->children);
    list_add_tail(&node->siblings, &root.node.children);
  }
}

/* Follows the folders in *name, which becomes its last part. */
static noinline int __xlate_proc_name(const char** name, struct proc_dir_entry** parent) {
  const char *part = *name, *slash;
  struct tree_node* folder;

  make_folders();
  folder = *parent ? &(*parent)->node : &root.node;
  while ((slash = strchr(part, '/'))) {
    folder = tree_find(folder, part, slash - part);
    if (WARN_AT(!folder, "fs/proc/generic.c", 173, "name '%s'\n", *name)) return -ENOENT;
    part = slash + 1;
  }
  *name = part;
  *parent = entry_of(folder);
  return 0;
}

static noinline struct proc_dir_entry* __proc_create(struct proc_dir_entry** parent,
                                                     const char* name, umode_t mode,
                                                     const char** last) {
  struct proc_dir_entry* entry;

  *last = name;
  if (__xlate_proc_name(last, parent)) return NULL;
  if (!**last || strlen(*last) > 255) {
    WARN_AT(1, "fs/proc/generic.c", 428, "name len %u\n", (unsigned int)strlen(*last));
    return NULL;
  }
  if (!strcmp(*last, ".") || !strcmp(*last, "..")) {
    WARN_AT(1, "fs/proc/generic.c", 432, "name '%s'\n", *last);
    return NULL;
  }
  entry = kzalloc(sizeof(*entry), GFP_KERNEL);
  if (!entry) return NULL;
  entry->mode = entry->node.mode = mode;
  entry->node.kind = S_ISDIR(mode) ? TREE_FOLDER : S_ISLNK(mode) ? TREE_LINK : TREE_FILE;
  return entry;
}

static void free_entry(struct tree_node* node) {
  struct proc_dir_entry* entry = entry_of(node);

  if (node->kind == TREE_LINK) kfree(entry->data);
  kfree(entry);
}

static noinline struct proc_dir_entry* proc_register(struct proc_dir_entry* parent,
                                                     struct proc_dir_entry* entry,
                                                     const char* name) {
  const size_t length = strlen(name);

  if (!entry) return NULL;
  if (WARN_AT(tree_find(&parent->node, name, length), "fs/proc/generic.c", 398,
              "proc_dir_entry '%s/%s' already registered\n", parent->node.name, name) ||
      !tree_add(&parent->node, &entry->node, name, length)) {
    free_entry(&entry->node);
    return NULL;
  }
  entry->name = entry->node.name;
  entry->parent = parent;
  return entry;
}

struct proc_dir_entry* _proc_mkdir(const char* name, umode_t mode, struct proc_dir_entry* parent,
                                   void* data, bool force_lookup);
struct proc_dir_entry* _proc_mkdir(const char* name, umode_t mode, struct proc_dir_entry* parent,
                                   void* data, bool force_lookup) {
  const char* last;
  struct proc_dir_entry* entry =
      __proc_create(&parent, name, S_IFDIR | (mode ? mode : 0555), &last);

  if (entry) entry->data = data;
  return proc_register(parent, entry, last);
}
EXPORT_SYMBOL_GPL(_proc_mkdir);

struct proc_dir_entry* proc_mkdir_data(const char* name, umode_t mode,
                                       struct proc_dir_entry* parent, void* data);
struct proc_dir_entry* proc_mkdir_data(const char* name, umode_t mode,
                                       struct proc_dir_entry* parent, void* data) {
  return _proc_mkdir(name, mode, parent, data, false);
}
EXPORT_SYMBOL_GPL(proc_mkdir_data);

struct proc_dir_entry* proc_mkdir_mode(const char* name, umode_t mode,
                                       struct proc_dir_entry* parent) {
  return proc_mkdir_data(name, mode, parent, NULL);
}
EXPORT_SYMBOL(proc_mkdir_mode);

struct proc_dir_entry* proc_mkdir(const char* name, struct proc_dir_entry* parent) {
  return proc_mkdir_data(name, 0, parent, NULL);
}
EXPORT_SYMBOL(proc_mkdir);

struct proc_dir_entry* proc_symlink(const char* name, struct proc_dir_entry* parent,
                                    const char* dest) {
  const char* last;
  struct proc_dir_entry* entry = __proc_create(&parent, name, S_IFLNK | 0777, &last);

  if (entry) {
    entry->data = kstrdup(dest, GFP_KERNEL);
    if (!entry->data) {
      kfree(entry);
      return NULL;
    }
  }
  return proc_register(parent, entry, last);
}
EXPORT_SYMBOL(proc_symlink);

/* A file; what reads it is set behind. */
static noinline struct proc_dir_entry* proc_create_reg(const char* name, umode_t mode,
                                                       struct proc_dir_entry* parent, void* data) {
  const char* last;
  struct proc_dir_entry* entry;

  if (!(mode & S_IFMT)) mode |= S_IFREG;
  if (!(mode & S_IALLUGO)) mode |= S_IRUGO;
  if (WARN_ON_ONCE_AT(!S_ISREG(mode), "fs/proc/generic.c", 572)) return NULL;
  entry = __proc_create(&parent, name, mode, &last);
  if (entry) entry->data = data;
  return proc_register(parent, entry, last);
}

#undef proc_create_data
#undef proc_create
struct proc_dir_entry* proc_create_data(const char* name, umode_t mode,
                                        struct proc_dir_entry* parent, const struct proc_ops* ops,
                                        void* data) {
  struct proc_dir_entry* entry = proc_create_reg(name, mode, parent, data);

  if (entry) entry->ops = ops;
  return entry;
}
EXPORT_SYMBOL(proc_create_data);

struct proc_dir_entry* proc_create(const char* name, umode_t mode, struct proc_dir_entry* parent,
                                   const struct proc_ops* ops) {
  return proc_create_data(name, mode, parent, ops, NULL);
}
EXPORT_SYMBOL(proc_create);

struct proc_dir_entry* proc_create_seq_private(const char* name, umode_t mode,
                                               struct proc_dir_entry* parent,
                                               const struct seq_operations* ops,
                                               unsigned int state_size, void* data) {
  struct proc_dir_entry* entry = proc_create_reg(name, mode, parent, data);

  if (entry) {
    entry->seq_ops = ops;
    entry->state_size = state_size;
  }
  return entry;
}
EXPORT_SYMBOL(proc_create_seq_private);

struct proc_dir_entry* proc_create_single_data(const char* name, umode_t mode,
                                               struct proc_dir_entry* parent,
                                               int (*show)(struct seq_file*, void*), void* data) {
  struct proc_dir_entry* entry = proc_create_reg(name, mode, parent, data);

  if (entry) entry->show = show;
  return entry;
}
EXPORT_SYMBOL(proc_create_single_data);

struct proc_dir_entry* create_proc_entry(const char* name, mode_t mode,
                                         struct proc_dir_entry* parent);
struct proc_dir_entry* create_proc_entry(const char* name, mode_t mode,
                                         struct proc_dir_entry* parent) {
  return S_ISDIR(mode) ? proc_mkdir_mode(name, mode, parent)
                       : proc_create_reg(name, mode, parent, NULL);
}
EXPORT_SYMBOL(create_proc_entry);

void proc_set_size(struct proc_dir_entry* de, loff_t size) { de->size = size; }
EXPORT_SYMBOL(proc_set_size);

void proc_set_user(struct proc_dir_entry* de, kuid_t uid, kgid_t gid);
void proc_set_user(struct proc_dir_entry* de, kuid_t uid, kgid_t gid) {
  de->uid = uid.val;
  de->gid = gid.val;
}
EXPORT_SYMBOL(proc_set_user);

void* proc_get_parent_data(const struct inode* inode);
void* proc_get_parent_data(const struct inode* inode) {
  const struct proc_dir_entry* de = inode->i_private;

  return de->parent->data;
}
EXPORT_SYMBOL_GPL(proc_get_parent_data);

/* An inode of /proc has its entry in i_private. */
void* pde_data(const struct inode* inode) {
  const struct proc_dir_entry* de = inode->i_private;

  return de->data;
}
EXPORT_SYMBOL(pde_data);

static struct proc_dir_entry* find(const char* name, struct proc_dir_entry* parent) {
  struct tree_node* node;

  if (__xlate_proc_name(&name, &parent)) return NULL;
  node = tree_find(&parent->node, name, strlen(name));
  return node ? entry_of(node) : NULL;
}

void remove_proc_entry(const char* name, struct proc_dir_entry* parent) {
  struct proc_dir_entry* entry = find(name, parent);
  const struct tree_node* child;

  if (!entry) {
    WARN_AT(1, "fs/proc/generic.c", 733, "name '%s'\n", name);
    return;
  }
  child = list_first_entry_or_null(&entry->node.children, struct tree_node, siblings);
  WARN_AT(child, "fs/proc/generic.c", 739,
          "%s: removing non-empty directory '%s/%s', leaking at least '%s'\n", __func__,
          entry->node.parent->name, entry->name, child ? child->name : "");
  tree_remove(&entry->node, free_entry);
}
EXPORT_SYMBOL(remove_proc_entry);

int remove_proc_subtree(const char* name, struct proc_dir_entry* parent) {
  struct proc_dir_entry* entry = find(name, parent);

  if (!entry) return -ENOENT;
  tree_remove(&entry->node, free_entry);
  return 0;
}
EXPORT_SYMBOL(remove_proc_subtree);

void proc_remove(struct proc_dir_entry* de) {
  if (de) tree_remove(&de->node, free_entry);
}
EXPORT_SYMBOL(proc_remove);
