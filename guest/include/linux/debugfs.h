// Files in debugfs.
#ifndef _LINUX_DEBUGFS_H
#define _LINUX_DEBUGFS_H

#include <linux/compiler.h>
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/module.h>
#include <linux/seq_file.h>
#include <linux/types.h>

struct debugfs_blob_wrapper;
struct debugfs_reg32;
struct debugfs_regset32;
struct debugfs_u32_array;
struct dentry;
struct device;
struct file;
struct file_operations;
struct seq_file;
struct vfsmount;

struct debugfs_blob_wrapper {
  void* data;
  unsigned long size;
};
_Static_assert(sizeof(struct debugfs_blob_wrapper) == 8, "struct debugfs_blob_wrapper of 6.1 i386");
struct debugfs_reg32 {
  char* name;
  unsigned long offset;
};
_Static_assert(sizeof(struct debugfs_reg32) == 8, "struct debugfs_reg32 of 6.1 i386");
struct debugfs_regset32 {
  const struct debugfs_reg32* regs;
  int nregs;
  void* base;
  struct device* dev;
};
_Static_assert(sizeof(struct debugfs_regset32) == 16, "struct debugfs_regset32 of 6.1 i386");
struct debugfs_u32_array {
  u32* array;
  u32 n_elements;
};
_Static_assert(sizeof(struct debugfs_u32_array) == 8, "struct debugfs_u32_array of 6.1 i386");
typedef struct vfsmount* (*debugfs_automount_t)(struct dentry*, void*);

struct dentry* debugfs_lookup(const char*, struct dentry*);
struct dentry* debugfs_create_file(const char*, umode_t, struct dentry*, void*,
                                   const struct file_operations*);
struct dentry* debugfs_create_file_unsafe(const char*, umode_t, struct dentry*, void*,
                                          const struct file_operations*);
void debugfs_create_file_size(const char*, umode_t, struct dentry*, void*,
                              const struct file_operations*, loff_t);
struct dentry* debugfs_create_dir(const char*, struct dentry*);
struct dentry* debugfs_create_symlink(const char*, struct dentry*, const char*);
struct dentry* debugfs_create_automount(const char*, struct dentry*, debugfs_automount_t, void*);
void debugfs_remove(struct dentry*);
void debugfs_lookup_and_remove(const char*, struct dentry*);
const struct file_operations* debugfs_real_fops(const struct file*);
int debugfs_file_get(struct dentry*);
void debugfs_file_put(struct dentry*);
ssize_t debugfs_attr_read(struct file*, char*, size_t, loff_t*);
ssize_t debugfs_attr_write(struct file*, const char*, size_t, loff_t*);
ssize_t debugfs_attr_write_signed(struct file*, const char*, size_t, loff_t*);
struct dentry* debugfs_rename(struct dentry*, struct dentry*, struct dentry*, const char*);
void debugfs_create_u8(const char*, umode_t, struct dentry*, u8*);
void debugfs_create_u16(const char*, umode_t, struct dentry*, u16*);
void debugfs_create_u32(const char*, umode_t, struct dentry*, u32*);
void debugfs_create_u64(const char*, umode_t, struct dentry*, u64*);
void debugfs_create_ulong(const char*, umode_t, struct dentry*, unsigned long*);
void debugfs_create_x8(const char*, umode_t, struct dentry*, u8*);
void debugfs_create_x16(const char*, umode_t, struct dentry*, u16*);
void debugfs_create_x32(const char*, umode_t, struct dentry*, u32*);
void debugfs_create_x64(const char*, umode_t, struct dentry*, u64*);
void debugfs_create_size_t(const char*, umode_t, struct dentry*, size_t*);
void debugfs_create_atomic_t(const char*, umode_t, struct dentry*, atomic_t*);
void debugfs_create_bool(const char*, umode_t, struct dentry*, bool*);
struct dentry* debugfs_create_blob(const char*, umode_t, struct dentry*,
                                   struct debugfs_blob_wrapper*);
void debugfs_create_regset32(const char*, umode_t, struct dentry*, struct debugfs_regset32*);
void debugfs_print_regs32(struct seq_file*, const struct debugfs_reg32*, int, void*, char*);
void debugfs_create_u32_array(const char*, umode_t, struct dentry*, struct debugfs_u32_array*);
void debugfs_create_devm_seqfile(struct device*, const char*, struct dentry*,
                                 int (*)(struct seq_file*, void*));
bool debugfs_initialized(void);
ssize_t debugfs_read_file_bool(struct file*, char*, size_t, loff_t*);
ssize_t debugfs_write_file_bool(struct file*, const char*, size_t, loff_t*);

#define debugfs_remove_recursive debugfs_remove
#define DEFINE_DEBUGFS_ATTRIBUTE_XSIGNED(__fops, __get, __set, __fmt, __is_signed) \
  static int __fops##_open(struct inode* inode, struct file* file) {               \
    return simple_attr_open(inode, file, __get, __set, __fmt);                     \
  }                                                                                \
  static const struct file_operations __fops = {                                   \
      .owner = THIS_MODULE,                                                        \
      .open = __fops##_open,                                                       \
      .release = simple_attr_release,                                              \
      .read = debugfs_attr_read,                                                   \
      .write = (__is_signed) ? debugfs_attr_write_signed : debugfs_attr_write,     \
      .llseek = no_llseek}
#define DEFINE_DEBUGFS_ATTRIBUTE(__fops, __get, __set, __fmt) \
  DEFINE_DEBUGFS_ATTRIBUTE_XSIGNED(__fops, __get, __set, __fmt, false)
#define DEFINE_DEBUGFS_ATTRIBUTE_SIGNED(__fops, __get, __set, __fmt) \
  DEFINE_DEBUGFS_ATTRIBUTE_XSIGNED(__fops, __get, __set, __fmt, true)

extern struct dentry* arch_debugfs_dir;
void debugfs_create_str(const char* name, umode_t mode, struct dentry* parent, char** value);
ssize_t debugfs_read_file_str(struct file* file, char* user_buf, size_t count, loff_t* ppos);

static inline void debugfs_create_xul(const char* name, umode_t mode, struct dentry* parent,
                                      unsigned long* value) {
  debugfs_create_x32(name, mode, parent, (u32*)value);
}

#endif
