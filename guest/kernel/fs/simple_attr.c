/*
 * Files that show and take one number. Linux: fs/libfs.c, simple_attr_*; fs/debugfs/file.c.
 */
#include <linux/debugfs.h>
#include <linux/export.h>
#include <linux/fs.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

#define NUMBER_BYTES 24

struct simple_attr {
  int (*get)(void*, u64*);
  int (*set)(void*, u64);
  char get_buf[NUMBER_BYTES];
  char set_buf[NUMBER_BYTES];
  void* data;
  const char* fmt;
};

int simple_attr_open(struct inode* inode, struct file* file, int (*get)(void*, u64*),
                     int (*set)(void*, u64), const char* fmt) {
  struct simple_attr* attr = kzalloc(sizeof(*attr), GFP_KERNEL);

  if (!attr) return -ENOMEM;
  attr->get = get;
  attr->set = set;
  attr->data = inode->i_private;
  attr->fmt = fmt;
  file->private_data = attr;
  return nonseekable_open(inode, file);
}
EXPORT_SYMBOL_GPL(simple_attr_open);

int simple_attr_release(struct inode* inode, struct file* file) {
  kfree(file->private_data);
  return 0;
}
EXPORT_SYMBOL_GPL(simple_attr_release);

ssize_t simple_attr_read(struct file* file, char __user* buf, size_t len, loff_t* ppos) {
  struct simple_attr* attr = file->private_data;

  if (!attr->get) return -EACCES;
  if (!*ppos || !attr->get_buf[0]) {
    u64 value;
    const int ret = attr->get(attr->data, &value);

    if (ret) return ret;
    scnprintf(attr->get_buf, sizeof(attr->get_buf), attr->fmt, value);
  }
  return simple_read_from_buffer(buf, len, ppos, attr->get_buf, strlen(attr->get_buf));
}
EXPORT_SYMBOL_GPL(simple_attr_read);

// Reads the number that a user wrote, with a sign or without, and gives it to the attribute.
static ssize_t attr_write(struct file* file, const char __user* buf, size_t len,
                          int (*parse)(const char* text, u64* value)) {
  struct simple_attr* attr = file->private_data;
  const size_t size = min(sizeof(attr->set_buf) - 1, len);
  u64 value;
  int ret;

  if (!attr->set) return -EACCES;
  if (copy_from_user(attr->set_buf, buf, size)) return -EFAULT;
  attr->set_buf[size] = '\0';
  ret = parse(attr->set_buf, &value);
  if (ret) return ret;
  ret = attr->set(attr->data, value);
  return ret ? ret : (ssize_t)len;
}
static int parse_unsigned(const char* text, u64* value) { return kstrtoull(text, 0, value); }
static int parse_signed(const char* text, u64* value) { return kstrtoll(text, 0, (s64*)value); }

ssize_t simple_attr_write(struct file* file, const char __user* buf, size_t len, loff_t* ppos) {
  return attr_write(file, buf, len, parse_unsigned);
}
EXPORT_SYMBOL_GPL(simple_attr_write);

ssize_t simple_attr_write_signed(struct file* file, const char __user* buf, size_t len,
                                 loff_t* ppos) {
  return attr_write(file, buf, len, parse_signed);
}
EXPORT_SYMBOL_GPL(simple_attr_write_signed);

ssize_t debugfs_attr_read(struct file* file, char __user* buf, size_t len, loff_t* ppos) {
  return simple_attr_read(file, buf, len, ppos);
}
EXPORT_SYMBOL_GPL(debugfs_attr_read);

ssize_t debugfs_attr_write(struct file* file, const char __user* buf, size_t len, loff_t* ppos) {
  return simple_attr_write(file, buf, len, ppos);
}
EXPORT_SYMBOL_GPL(debugfs_attr_write);

ssize_t debugfs_attr_write_signed(struct file* file, const char __user* buf, size_t len,
                                  loff_t* ppos) {
  return simple_attr_write_signed(file, buf, len, ppos);
}
EXPORT_SYMBOL_GPL(debugfs_attr_write_signed);
