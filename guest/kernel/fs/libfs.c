/*
 * What the operations of simple files are made of. Linux: fs/libfs.c, fs/read_write.c, fs/open.c.
 */
#include <linux/export.h>
#include <linux/fs.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/uaccess.h>

ssize_t simple_read_from_buffer(void __user* to, size_t count, loff_t* ppos, const void* from,
                                size_t available) {
  const loff_t pos = *ppos;
  size_t left;

  if (pos < 0) return -EINVAL;
  if (pos >= available || !count) return 0;
  if (count > available - pos) count = available - pos;
  left = copy_to_user(to, from + pos, count);
  if (left == count) return -EFAULT;
  count -= left;
  *ppos = pos + count;
  return count;
}
EXPORT_SYMBOL(simple_read_from_buffer);

ssize_t simple_write_to_buffer(void* to, size_t available, loff_t* ppos, const void __user* from,
                               size_t count) {
  const loff_t pos = *ppos;
  size_t left;

  if (pos < 0) return -EINVAL;
  if (pos >= available || !count) return 0;
  if (count > available - pos) count = available - pos;
  left = copy_from_user(to + pos, from, count);
  if (left == count) return -EFAULT;
  count -= left;
  *ppos = pos + count;
  return count;
}
EXPORT_SYMBOL(simple_write_to_buffer);

int simple_open(struct inode* inode, struct file* file) {
  if (inode->i_private) file->private_data = inode->i_private;
  return 0;
}
EXPORT_SYMBOL(simple_open);

#define SEEKABLE ((fmode_t)(0x4 | 0x8 | 0x10)) /* FMODE_LSEEK, FMODE_PREAD, FMODE_PWRITE */

int nonseekable_open(struct inode* inode, struct file* filp) {
  filp->f_mode &= ~SEEKABLE;
  return 0;
}
EXPORT_SYMBOL(nonseekable_open);

int stream_open(struct inode* inode, struct file* filp);
int stream_open(struct inode* inode, struct file* filp) { return nonseekable_open(inode, filp); }
EXPORT_SYMBOL(stream_open);

loff_t no_llseek(struct file* file, loff_t offset, int whence) { return -ESPIPE; }
EXPORT_SYMBOL(no_llseek);

loff_t noop_llseek(struct file* file, loff_t offset, int whence) { return file->f_pos; }
EXPORT_SYMBOL(noop_llseek);

static loff_t seek(struct file* file, loff_t offset, int whence, loff_t size) {
  if (whence == SEEK_CUR) offset += file->f_pos;
  if (whence == SEEK_END) offset += size;
  if (whence < SEEK_SET || whence > SEEK_END || offset < 0) return -EINVAL;
  file->f_pos = offset;
  return offset;
}

loff_t default_llseek(struct file* file, loff_t offset, int whence) {
  return seek(file, offset, whence, file->f_inode ? file->f_inode->i_size : 0);
}
EXPORT_SYMBOL(default_llseek);

loff_t generic_file_llseek(struct file* file, loff_t offset, int whence);
loff_t generic_file_llseek(struct file* file, loff_t offset, int whence) {
  return default_llseek(file, offset, whence);
}
EXPORT_SYMBOL(generic_file_llseek);

loff_t fixed_size_llseek(struct file* file, loff_t offset, int whence, loff_t size);
loff_t fixed_size_llseek(struct file* file, loff_t offset, int whence, loff_t size) {
  if (whence == SEEK_SET && offset > size) return -EINVAL;
  return seek(file, offset, whence, size);
}
EXPORT_SYMBOL(fixed_size_llseek);
