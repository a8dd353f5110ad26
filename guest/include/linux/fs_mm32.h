// The parts of dentry, path and file that %pd and %pD read, at their offsets in 6.1.
#ifndef _LINUX_FS_MM32_H
#define _LINUX_FS_MM32_H

#include <linux/spinlock_types.h>
#include <linux/types.h>

struct qstr {
  u32 hash;
  u32 len;
  const unsigned char* name;
};
struct dentry {
  u8 head_mm32[16];
  struct dentry* d_parent;
  struct qstr d_name;
  u8 rest_mm32[96];
};
_Static_assert(sizeof(struct dentry) == 128, "struct dentry of 6.1 i386");
struct vfsmount;
struct path {
  struct vfsmount* mnt;
  struct dentry* dentry;
};
struct inode;
struct file_operations;
struct file {
  u8 head_mm32[8];
  struct path f_path;
  struct inode* f_inode;
  const struct file_operations* f_op;
  spinlock_t f_lock;
  atomic_t f_count;
  unsigned int f_flags;
  fmode_t f_mode;
  u8 pos_lock_mm32[20];
  loff_t f_pos;
  u8 owner_mm32[72];
  void* private_data;
  u8 rest_mm32[16];
};
_Static_assert(sizeof(struct file) == 160, "struct file of 6.1 i386");
_Static_assert(offsetof(struct file, f_pos) == 60, "");
_Static_assert(offsetof(struct file, private_data) == 140, "");

#endif
