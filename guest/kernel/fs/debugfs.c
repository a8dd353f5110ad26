/*
 * Entries of debugfs: folders, files with operations of a module, files that show a variable.
 *
 * A dentry and its inode are part of the entry; inode->i_private is the variable or the data.
 * Linux: fs/debugfs/{inode,file}.c.
 */
#include <linux/debugfs.h>
#include <linux/err.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/stat.h>
#include <linux/string.h>

#include "fs/tree.h"

struct debugfs_entry {
  struct dentry dentry;
  struct inode inode;
  struct tree_node node;
  const char* shows; /* the kind of the variable */
};

#define entry_of(tree_node) container_of(tree_node, struct debugfs_entry, node)

static struct tree_node root = TREE_ROOT(root, "/");

static struct tree_node* folder(struct dentry* parent) {
  return parent ? &container_of(parent, struct debugfs_entry, dentry)->node : &root;
}

static void free_entry(struct tree_node* node) {
  struct debugfs_entry* entry = entry_of(node);

  if (node->kind == TREE_LINK) kfree(entry->inode.i_private);
  kfree(entry);
}

static bool is_taken(struct tree_node* parent, const char* name, umode_t mode) {
  if (!tree_find(parent, name, strlen(name))) return false;
  if (S_ISDIR(mode))
    pr_err("debugfs: Directory '%s' with parent '%s' already present!\n", name, parent->name);
  else
    pr_err("debugfs: File '%s' in directory '%s' already present!\n", name, parent->name);
  return true;
}

static struct debugfs_entry* make(const char* name, umode_t mode, struct tree_node* parent,
                                  void* data) {
  struct debugfs_entry* entry = kzalloc(sizeof(*entry), GFP_KERNEL);

  if (!entry) return ERR_PTR(-ENOMEM);
  entry->node.kind = S_ISDIR(mode) ? TREE_FOLDER : S_ISLNK(mode) ? TREE_LINK : TREE_FILE;
  entry->inode.i_mode = entry->node.mode = mode;
  entry->inode.i_private = data;
  if (!tree_add(parent, &entry->node, name, strlen(name))) {
    kfree(entry);
    return ERR_PTR(-ENOMEM);
  }
  entry->dentry.d_inode = &entry->inode;
  entry->dentry.d_parent = parent == &root ? &entry->dentry : &entry_of(parent)->dentry;
  entry->dentry.d_name =
      (struct qstr){.len = strlen(name), .name = (const unsigned char*)entry->node.name};
  return entry;
}

/* Callers may pass on the error that they got for the parent. */
static struct dentry* create(const char* name, umode_t mode, struct dentry* parent, void* data,
                             const struct file_operations* fops, const char* shows) {
  struct debugfs_entry* entry;

  if (IS_ERR(parent)) return parent;
  if (is_taken(folder(parent), name, mode)) return ERR_PTR(-EEXIST);
  entry = make(name, mode, folder(parent), data);
  if (IS_ERR(entry)) return ERR_CAST(entry);
  entry->inode.i_fop = fops;
  entry->shows = shows;
  return &entry->dentry;
}

static umode_t file_mode(umode_t mode) { return mode & S_IFMT ? mode : mode | S_IFREG; }

struct dentry* debugfs_create_dir(const char* name, struct dentry* parent) {
  return create(name, S_IFDIR | 0755, parent, NULL, NULL, NULL);
}
EXPORT_SYMBOL_GPL(debugfs_create_dir);

struct dentry* debugfs_create_file(const char* name, umode_t mode, struct dentry* parent,
                                   void* data, const struct file_operations* fops) {
  return create(name, file_mode(mode), parent, data, fops, NULL);
}
EXPORT_SYMBOL_GPL(debugfs_create_file);

struct dentry* debugfs_create_file_unsafe(const char* name, umode_t mode, struct dentry* parent,
                                          void* data, const struct file_operations* fops) {
  return debugfs_create_file(name, mode, parent, data, fops);
}
EXPORT_SYMBOL_GPL(debugfs_create_file_unsafe);

void debugfs_create_file_size(const char* name, umode_t mode, struct dentry* parent, void* data,
                              const struct file_operations* fops, loff_t file_size) {
  struct dentry* dentry = debugfs_create_file(name, mode, parent, data, fops);

  if (!IS_ERR(dentry)) dentry->d_inode->i_size = file_size;
}
EXPORT_SYMBOL_GPL(debugfs_create_file_size);

struct dentry* debugfs_create_symlink(const char* name, struct dentry* parent, const char* target) {
  char* copy = kstrdup(target, GFP_KERNEL);
  struct dentry* dentry;

  if (!copy) return ERR_PTR(-ENOMEM);
  dentry = create(name, S_IFLNK | 0777, parent, copy, NULL, NULL);
  if (IS_ERR(dentry)) kfree(copy);
  return dentry;
}
EXPORT_SYMBOL_GPL(debugfs_create_symlink);

struct dentry* debugfs_lookup(const char* name, struct dentry* parent) {
  struct tree_node* node;

  if (IS_ERR_OR_NULL(name) || IS_ERR(parent)) return NULL;
  node = tree_find(folder(parent), name, strlen(name));
  return node ? &entry_of(node)->dentry : NULL;
}
EXPORT_SYMBOL_GPL(debugfs_lookup);

void debugfs_remove(struct dentry* dentry) {
  if (!IS_ERR_OR_NULL(dentry)) tree_remove(folder(dentry), free_entry);
}
EXPORT_SYMBOL_GPL(debugfs_remove);

void debugfs_lookup_and_remove(const char* name, struct dentry* parent) {
  debugfs_remove(debugfs_lookup(name, parent));
}
EXPORT_SYMBOL_GPL(debugfs_lookup_and_remove);

bool debugfs_initialized(void) { return true; }
EXPORT_SYMBOL_GPL(debugfs_initialized);

#define DEFINE_VARIABLE(name, type)                                                       \
  void name(const char* file, umode_t mode, struct dentry* parent, type* value) {         \
    create(file, file_mode(mode), parent, value, NULL, #name + sizeof("debugfs_create")); \
  }                                                                                       \
  EXPORT_SYMBOL_GPL(name)
DEFINE_VARIABLE(debugfs_create_u8, u8);
DEFINE_VARIABLE(debugfs_create_u16, u16);
DEFINE_VARIABLE(debugfs_create_u32, u32);
DEFINE_VARIABLE(debugfs_create_u64, u64);
DEFINE_VARIABLE(debugfs_create_ulong, unsigned long);
DEFINE_VARIABLE(debugfs_create_x8, u8);
DEFINE_VARIABLE(debugfs_create_x16, u16);
DEFINE_VARIABLE(debugfs_create_x32, u32);
DEFINE_VARIABLE(debugfs_create_x64, u64);
DEFINE_VARIABLE(debugfs_create_size_t, size_t);
DEFINE_VARIABLE(debugfs_create_atomic_t, atomic_t);
DEFINE_VARIABLE(debugfs_create_bool, bool);
DEFINE_VARIABLE(debugfs_create_u32_array, struct debugfs_u32_array);
DEFINE_VARIABLE(debugfs_create_regset32, struct debugfs_regset32);
void debugfs_create_str(const char* file, umode_t mode, struct dentry* parent, char** value);
DEFINE_VARIABLE(debugfs_create_str, char*);

struct dentry* debugfs_create_blob(const char* name, umode_t mode, struct dentry* parent,
                                   struct debugfs_blob_wrapper* blob) {
  return create(name, file_mode(mode) & 0777777 & ~0333, parent, blob, NULL, "blob");
}
EXPORT_SYMBOL_GPL(debugfs_create_blob);
