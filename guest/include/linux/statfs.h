// Figures of a file system.
#ifndef _LINUX_STATFS_H
#define _LINUX_STATFS_H

#include <asm/byteorder.h>
#include <linux/types.h>

typedef struct {
  int val[2];
} __kernel_fsid_t;
struct kstatfs {
  long f_type;
  long f_bsize;
  u64 f_blocks;
  u64 f_bfree;
  u64 f_bavail;
  u64 f_files;
  u64 f_ffree;
  __kernel_fsid_t f_fsid;
  long f_namelen;
  long f_frsize;
  long f_flags;
  long f_spare[4];
};
_Static_assert(sizeof(struct kstatfs) == 84, "struct kstatfs of 6.1 i386");

struct dentry;

#define ST_RDONLY 0x0001
#define ST_NOSUID 0x0002
#define ST_NODEV 0x0004
#define ST_NOEXEC 0x0008
#define ST_SYNCHRONOUS 0x0010
#define ST_VALID 0x0020
#define ST_MANDLOCK 0x0040
#define ST_NOATIME 0x0400
#define ST_NODIRATIME 0x0800
#define ST_RELATIME 0x1000
#define ST_NOSYMFOLLOW 0x2000
int vfs_get_fsid(struct dentry* dentry, __kernel_fsid_t* fsid);

// Inline in Linux.
__kernel_fsid_t u64_to_fsid(u64 v);
__kernel_fsid_t uuid_to_fsid(__u8* uuid);

#endif
