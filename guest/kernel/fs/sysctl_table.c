// Tables of files below /proc/sys: registered, checked, found and removed.
//
// A table's files hang in one tree of names; a folder is there as long as something is in it. F1
// and F2 of fs/tree.h hold. Linux: 6.1 fs/proc/proc_sysctl.c.
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/printk.h>
#include <linux/slab.h>
#include <linux/stat.h>
#include <linux/string.h>
#include <linux/sysctl.h>

#include "fs/tree.h"

struct sysctl_node {
  struct tree_node node;
  struct ctl_table* entry;
  struct ctl_table_header* header;
};

static struct sysctl_node root = {.node = TREE_ROOT(root.node, "")};

static void free_node(struct tree_node* node) {
  kfree(container_of(node, struct sysctl_node, node));
}

static void complain(const char* path, const struct ctl_table* entry, const char* what) {
  pr_err("sysctl table check failed: %s/%s %s\n", path, entry->procname, what);
}

// A handler that reads an array of `size`-byte elements; 0: one of a module's own.
static bool wants_data(const struct ctl_table* entry) {
  static proc_handler* const handlers[] = {proc_dostring,
                                           proc_dobool,
                                           proc_dointvec,
                                           proc_douintvec,
                                           proc_douintvec_minmax,
                                           proc_dointvec_minmax,
                                           proc_dou8vec_minmax,
                                           proc_dointvec_jiffies,
                                           proc_dointvec_userhz_jiffies,
                                           proc_dointvec_ms_jiffies,
                                           proc_doulongvec_minmax,
                                           proc_doulongvec_ms_jiffies_minmax};
  int i;

  for (i = 0; i < ARRAY_SIZE(handlers); i++)
    if (entry->proc_handler == handlers[i]) return true;
  return false;
}

static noinline int check_array(const char* path, const struct ctl_table* entry) {
  const bool is_uint =
      entry->proc_handler == proc_douintvec || entry->proc_handler == proc_douintvec_minmax;

  if (is_uint && entry->maxlen != sizeof(unsigned int)) {
    complain(path, entry, "array not allowed");
    return -EINVAL;
  }
  if (entry->proc_handler != proc_dou8vec_minmax) return 0;
  if (entry->maxlen != sizeof(u8)) {
    complain(path, entry, "array not allowed");
    return -EINVAL;
  }
  return 0;
}

static noinline int check_table(const char* path, const struct ctl_table* entry) {
  int err = 0;

  for (; entry->procname; entry++) {
    char mode[32];

    if (entry->child) {
      complain(path, entry, "Not a file");
      err = -EINVAL;
    }
    if (wants_data(entry)) {
      if (!entry->data) complain(path, entry, "No data");
      if (!entry->maxlen) complain(path, entry, "No maxlen");
      if (!entry->data || !entry->maxlen) err = -EINVAL;
      err |= check_array(path, entry);
    }
    if (!entry->proc_handler) {
      complain(path, entry, "No proc_handler");
      err = -EINVAL;
    }
    if ((entry->mode & (S_IRUGO | S_IWUGO)) == entry->mode) continue;
    snprintf(mode, sizeof(mode), "bogus .mode 0%o", entry->mode);
    complain(path, entry, mode);
    err = -EINVAL;
  }
  return err;
}

static noinline struct sysctl_node* add_node(struct tree_node* folder, const char* name,
                                             size_t length, enum tree_kind kind) {
  struct sysctl_node* added = kzalloc(sizeof(*added), GFP_KERNEL);

  if (!added) return NULL;
  added->node.kind = kind;
  if (tree_add(folder, &added->node, name, length)) return added;
  kfree(added);
  return NULL;
}

static void drop_empty_folders(struct tree_node* folder) {
  while (folder != &root.node && list_empty(&folder->children)) {
    struct tree_node* parent = folder->parent;

    tree_remove(folder, free_node);
    folder = parent;
  }
}

static noinline struct tree_node* folder_of(const char* path) {
  struct tree_node* folder = &root.node;

  while (*path) {
    const size_t length = strchrnul(path, '/') - path;
    struct tree_node* next = length ? tree_find(folder, path, length) : folder;

    if (!next) {
      struct sysctl_node* made = add_node(folder, path, length, TREE_FOLDER);

      next = made ? &made->node : NULL;
    }
    if (!next || next->kind != TREE_FOLDER) {
      drop_empty_folders(folder);
      return NULL;
    }
    folder = next;
    path += length + (path[length] == '/');
  }
  return folder;
}

static void print_folder(const struct tree_node* folder) {
  if (folder->parent) print_folder(folder->parent);
  pr_cont("%s/", folder->name);
}

static noinline bool is_duplicate(struct tree_node* folder, const struct ctl_table* entry) {
  if (!tree_find(folder, entry->procname, strlen(entry->procname))) return false;
  pr_err("sysctl duplicate entry: ");
  print_folder(folder);
  pr_cont("%s\n", entry->procname);
  return true;
}

static noinline void remove_files(struct ctl_table_header* header, struct tree_node* folder) {
  struct tree_node *node, *next;

  list_for_each_entry_safe(node, next, &folder->children, siblings) {
    if (container_of(node, struct sysctl_node, node)->header == header)
      tree_remove(node, free_node);
  }
}

noinline struct ctl_table_header* __register_sysctl_table(struct ctl_table_set* set,
                                                          const char* path,
                                                          struct ctl_table* table) {
  struct ctl_table_header* header;
  struct tree_node* folder;
  struct ctl_table* entry;

  if (check_table(path, table)) goto fail;
  header = kzalloc(sizeof(*header), GFP_KERNEL);
  folder = header ? folder_of(path) : NULL;
  if (!folder) goto free_header;
  header->ctl_table = header->ctl_table_arg = table;
  header->parent = (struct ctl_dir*)folder;
  for (entry = table; entry->procname; entry++) {
    struct sysctl_node* file;

    if (is_duplicate(folder, entry)) goto remove;
    file = add_node(folder, entry->procname, strlen(entry->procname), TREE_FILE);
    if (!file) goto remove;
    file->node.mode = S_IFREG | entry->mode;
    file->entry = entry;
    file->header = header;
  }
  return header;
remove:
  remove_files(header, folder);
  drop_empty_folders(folder);
free_header:
  kfree(header);
fail:
  dump_stack();
  return NULL;
}

struct ctl_table_header* register_sysctl(const char* path, struct ctl_table* table) {
  return __register_sysctl_table(NULL, path, table);
}
EXPORT_SYMBOL(register_sysctl);

// Tables of older modules name folders by entries with children. Each table of files has a header
// of its own, and the one before it in `set`.
static noinline bool register_nested(char* path, size_t length, struct ctl_table* table,
                                     struct ctl_table_header** last) {
  struct ctl_table_header* header;

  if (!table->procname || !table->child) {
    header = __register_sysctl_table(NULL, path, table);
    if (!header) return false;
    header->set = (struct ctl_table_set*)*last;
    *last = header;
    return true;
  }
  for (; table->procname && table->child; table++) {
    const size_t added = strlen(table->procname) + !!length;

    if (length + added >= PAGE_SIZE) return false;
    snprintf(path + length, PAGE_SIZE - length, "%s%s", length ? "/" : "", table->procname);
    if (!register_nested(path, length + added, table->child, last)) return false;
    path[length] = 0;
  }
  return true;
}

struct ctl_table_header* register_sysctl_paths(const struct ctl_path* path,
                                               struct ctl_table* table) {
  char* text = kmalloc(PAGE_SIZE, GFP_KERNEL);
  struct ctl_table_header* header = NULL;
  size_t length = 0;

  if (!text) return NULL;
  *text = 0;
  for (; path && path->procname; path++)
    length +=
        scnprintf(text + length, PAGE_SIZE - length, "%s%s", length ? "/" : "", path->procname);
  if (length >= PAGE_SIZE - 1 || !register_nested(text, length, table, &header)) {
    unregister_sysctl_table(header);
    header = NULL;
  }
  kfree(text);
  return header;
}
EXPORT_SYMBOL(register_sysctl_paths);

struct ctl_table_header* register_sysctl_table(struct ctl_table* table) {
  return register_sysctl_paths(NULL, table);
}
EXPORT_SYMBOL(register_sysctl_table);

static struct ctl_table nothing[] = {{}};

struct ctl_table_header* register_sysctl_mount_point(const char* path) {
  return __register_sysctl_table(NULL, path, nothing);
}
EXPORT_SYMBOL(register_sysctl_mount_point);

void unregister_sysctl_table(struct ctl_table_header* header) {
  might_sleep();
  while (header) {
    struct ctl_table_header* before = (struct ctl_table_header*)header->set;
    struct tree_node* folder = (struct tree_node*)header->parent;

    remove_files(header, folder);
    drop_empty_folders(folder);
    kfree(header);
    header = before;
  }
}
EXPORT_SYMBOL(unregister_sysctl_table);
