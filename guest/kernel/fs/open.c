// Opening files by name. No file system is mounted: no path leads anywhere, nothing can be made, so
// no open file ever comes back to the functions that take one. Linux: 6.1 fs/open.c,
// fs/read_write.c, fs/file_table.c, fs/namei.c.
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/fcntl.h>
#include <linux/file.h>
#include <linux/fs.h>
#include <linux/namei.h>
#include <linux/path.h>

struct file* filp_open(const char* filename, int flags, umode_t mode) {
  if (!*filename) return ERR_PTR(-ENOENT);
  return ERR_PTR(flags & O_CREAT ? -EROFS : -ENOENT);
}
EXPORT_SYMBOL(filp_open);

int kern_path(const char* name, unsigned int flags, struct path* path) { return -ENOENT; }
EXPORT_SYMBOL(kern_path);
void path_put(const struct path* path) {}
EXPORT_SYMBOL(path_put);

struct file* fget(unsigned int fd) {
  return NULL;
}
EXPORT_SYMBOL(fget);
void fput(struct file* file) {}
EXPORT_SYMBOL(fput);

int filp_close(struct file* filp, fl_owner_t id) {
  if (filp->f_count.counter) return 0;
  pr_err("VFS: Close: file count is 0\n");
  return 0;
}
EXPORT_SYMBOL(filp_close);

ssize_t kernel_read(struct file* file, void* buf, size_t count, loff_t* pos) {
  return file->f_mode & FMODE_READ ? -EINVAL : -EBADF;
}
EXPORT_SYMBOL(kernel_read);
ssize_t kernel_write(struct file* file, const void* buf, size_t count, loff_t* pos) {
  return file->f_mode & FMODE_WRITE ? -EINVAL : -EBADF;
}
EXPORT_SYMBOL(kernel_write);

loff_t vfs_llseek(struct file* file, loff_t offset, int whence) {
  if (!(file->f_mode & FMODE_LSEEK) || !file->f_op->llseek) return -ESPIPE;
  return file->f_op->llseek(file, offset, whence);
}
EXPORT_SYMBOL(vfs_llseek);

int current_umask(void) { return 0022; }
EXPORT_SYMBOL(current_umask);
