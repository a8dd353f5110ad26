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

#endif
