// Files by number.
#ifndef _LINUX_FILE_H
#define _LINUX_FILE_H

#include <linux/compiler.h>
#include <linux/errno.h>
#include <linux/fs.h>
#include <linux/posix_types.h>
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

struct task_struct;

#define FDPUT_FPUT 1
#define FDPUT_POS_UNLOCK 2
struct file* alloc_file_clone(struct file*, int flags, const struct file_operations*);
struct file* fget_task(struct task_struct* task, unsigned int fd);
unsigned long __fdget_raw(unsigned int fd);
unsigned long __fdget_pos(unsigned int fd);
void __f_unlock_pos(struct file*);
typedef struct fd class_fd_t;
int f_dupfd(unsigned int from, struct file* file, unsigned int flags);
int replace_fd(unsigned int fd, struct file* file, unsigned int flags);
void set_close_on_exec(unsigned int fd, int flag);
bool get_close_on_exec(unsigned int fd);
int __get_unused_fd_flags(unsigned int flags, unsigned long nofile);
typedef int class_get_unused_fd_t;
int __receive_fd(struct file* file, int* ufd, unsigned int o_flags);
int receive_fd_replace(int new_fd, struct file* file, unsigned int o_flags);
extern unsigned int sysctl_nr_open_min;
extern unsigned int sysctl_nr_open_max;

// The two low bits of what __fdget() returns are the flags of a struct fd.
static inline struct fd __to_fd(unsigned long v) {
  return (struct fd){(struct file*)(v & ~3), v & 3};
}
static inline struct fd fdget(unsigned int fd) { return __to_fd(__fdget(fd)); }
static inline struct fd fdget_raw(unsigned int fd) { return __to_fd(__fdget_raw(fd)); }
static inline struct fd fdget_pos(int fd) { return __to_fd(__fdget_pos(fd)); }
static inline void fdput_pos(struct fd f) {
  if (f.flags & FDPUT_POS_UNLOCK) __f_unlock_pos(f.file);
  fdput(f);
}
static inline int receive_fd_user(struct file* file, int* ufd, unsigned int o_flags) {
  return ufd ? __receive_fd(file, ufd, o_flags) : -EFAULT;
}

#endif
