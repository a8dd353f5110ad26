// Root and working directory of a process.
#ifndef _LINUX_FS_STRUCT_H
#define _LINUX_FS_STRUCT_H

#include <linux/fs.h>
#include <linux/fs_mm32.h>
#include <linux/path.h>
#include <linux/sched.h>
#include <linux/seqlock.h>
#include <linux/spinlock.h>
#include <linux/spinlock_types.h>

struct fs_struct {
  int users;
  spinlock_t lock;
  seqcount_spinlock_t seq;
  int umask;
  int in_exec;
  struct path root;
  struct path pwd;
};
_Static_assert(sizeof(struct fs_struct) == 36, "struct fs_struct of 6.1 i386");

int unshare_fs_struct(void);

struct kmem_cache;
struct path;
struct task_struct;

extern struct kmem_cache* fs_cachep;
void exit_fs(struct task_struct*);
void set_fs_root(struct fs_struct*, const struct path*);
void set_fs_pwd(struct fs_struct*, const struct path*);
struct fs_struct* copy_fs_struct(struct fs_struct*);
void free_fs_struct(struct fs_struct*);
bool current_chrooted(void);

// Inline in Linux.
void get_fs_root(struct fs_struct* fs, struct path* root);
void get_fs_pwd(struct fs_struct* fs, struct path* pwd);

#endif
