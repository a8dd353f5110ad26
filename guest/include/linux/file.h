// Files by number.
#ifndef _LINUX_FILE_H
#define _LINUX_FILE_H

#include <linux/compiler.h>
#include <linux/errno.h>
#include <linux/fs.h>
#include <linux/types.h>

struct file;
struct file_operations;
struct inode;
struct vfsmount;

struct fd {
  struct file* file;
  unsigned int flags;
};
_Static_assert(sizeof(struct fd) == 8, "struct fd of 6.1 i386");

void fput(struct file*);
struct file* alloc_file_pseudo(struct inode*, struct vfsmount*, const char*, int,
                               const struct file_operations*);
struct file* fget(unsigned int);
struct file* fget_raw(unsigned int);
unsigned long __fdget(unsigned int);
int get_unused_fd_flags(unsigned int);
void put_unused_fd(unsigned int);
void fd_install(unsigned int, struct file*);
int receive_fd(struct file*, unsigned int);
void flush_delayed_fput(void);
void __fput_sync(struct file*);

static inline void fput_light(struct file* file, int fput_needed) {
  if (fput_needed) fput(file);
}
static inline void fdput(struct fd fd) {
  if (fd.flags & 1) fput(fd.file);
}

#endif
