// The table of open files of a process.
#ifndef _LINUX_FDTABLE_H
#define _LINUX_FDTABLE_H

#include <linux/atomic.h>
#include <linux/bitops.h>
#include <linux/compiler.h>
#include <linux/fs.h>
#include <linux/init.h>
#include <linux/posix_types.h>
#include <linux/rcupdate.h>
#include <linux/spinlock.h>
#include <linux/spinlock_types.h>
#include <linux/types.h>
#include <linux/wait.h>
#include <linux/wait_types_mm32.h>

struct fdtable;
struct file;
struct files_struct;
struct task_struct;

struct fdtable {
  unsigned int max_fds;
  struct file** fd;
  unsigned long* close_on_exec;
  unsigned long* open_fds;
  unsigned long* full_fds_bits;
  struct callback_head rcu;
};
_Static_assert(sizeof(struct fdtable) == 28, "struct fdtable of 6.1 i386");
struct files_struct {
  atomic_t count;
  bool resize_in_progress;
  wait_queue_head_t resize_wait;
  struct fdtable* fdt;
  struct fdtable fdtab;
  spinlock_t file_lock __aligned(16);
  unsigned int next_fd;
  unsigned long close_on_exec_init[1];
  unsigned long open_fds_init[1];
  unsigned long full_fds_bits_init[1];
  struct file* fd_array[32];
} __aligned(64);
_Static_assert(sizeof(struct files_struct) == 256, "struct files_struct of 6.1 i386");

struct file* task_lookup_next_fd_rcu(struct task_struct*, unsigned int*);
int iterate_fd(struct files_struct*, unsigned int, int (*)(const void*, struct file*, unsigned int),
               const void*);
int close_fd(unsigned int);
struct file* close_fd_get_file(unsigned int);

#define NR_OPEN_DEFAULT BITS_PER_LONG
#define files_fdtable(files) rcu_dereference((files)->fdt)

struct fd_range;
struct kmem_cache;

struct file* task_lookup_fd_rcu(struct task_struct* task, unsigned int fd);
void put_files_struct(struct files_struct* fs);
int unshare_files(void);
struct fd_range {
  unsigned int from;
  unsigned int to;
};
struct files_struct* dup_fd(struct files_struct*, struct fd_range*);
void do_close_on_exec(struct files_struct*);
int __close_range(unsigned int fd, unsigned int max_fd, unsigned int flags);
extern struct kmem_cache* files_cachep;

static inline bool close_on_exec(unsigned int fd, const struct fdtable* fdt) {
  return test_bit(fd, fdt->close_on_exec);
}
static inline bool fd_is_open(unsigned int fd, const struct fdtable* fdt) {
  return test_bit(fd, fdt->open_fds);
}
static inline struct file* files_lookup_fd_raw(struct files_struct* files, unsigned int fd) {
  struct fdtable* fdt = rcu_dereference_raw(files->fdt);
  return fd < fdt->max_fds ? rcu_dereference_raw(fdt->fd[fd]) : NULL;
}
static inline struct file* files_lookup_fd_locked(struct files_struct* files, unsigned int fd) {
  return files_lookup_fd_raw(files, fd);
}
static inline struct file* files_lookup_fd_rcu(struct files_struct* files, unsigned int fd) {
  return files_lookup_fd_raw(files, fd);
}
static inline struct file* lookup_fd_rcu(unsigned int fd) {
  return files_lookup_fd_rcu(current->files, fd);
}

#endif
