// The structures of files: what %pd and %pD, drivers and file systems read. Part of <linux/fs.h>.
#ifndef _LINUX_FS_MM32_H
#define _LINUX_FS_MM32_H

#include <linux/atomic.h>
#include <linux/errseq.h>
#include <linux/list_bl.h>
#include <linux/llist.h>
#include <linux/lockref.h>
#include <linux/mutex.h>
#include <linux/pid.h>
#include <linux/rbtree.h>
#include <linux/rwsem.h>
#include <linux/seqlock.h>
#include <linux/spinlock_types.h>
#include <linux/time64.h>
#include <linux/types.h>
#include <linux/uidgid.h>
#include <linux/wait_types_mm32.h>
#include <linux/xarray.h>

struct address_space;
struct address_space_operations;
struct bdi_writeback;
struct cdev;
struct cred;
struct dentry;
struct dentry_operations;
struct file_lock_context;
struct file_operations;
struct fscrypt_info;
struct fsnotify_mark_connector;
struct fsverity_info;
struct hlist_head;
struct inode;
struct inode_operations;
struct pid;
struct pipe_inode_info;
struct posix_acl;
struct super_block;
struct user_namespace;
struct vfsmount;

struct qstr {
  union {
    struct {
      u32 hash;
      u32 len;
    };
    u64 hash_len;
  };
  const unsigned char* name;
};
_Static_assert(sizeof(struct qstr) == 12, "struct qstr of 6.1 i386");
struct path {
  struct vfsmount* mnt;
  struct dentry* dentry;
};
_Static_assert(sizeof(struct path) == 8, "struct path of 6.1 i386");
struct dentry {
  unsigned int d_flags;
  seqcount_spinlock_t d_seq;
  struct hlist_bl_node d_hash;
  struct dentry* d_parent;
  struct qstr d_name;
  struct inode* d_inode;
  unsigned char d_iname[36];
  struct lockref d_lockref;
  const struct dentry_operations* d_op;
  struct super_block* d_sb;
  unsigned long d_time;
  void* d_fsdata;
  union {
    struct list_head d_lru;
    wait_queue_head_t* d_wait;
  };
  struct list_head d_child;
  struct list_head d_subdirs;
  union {
    struct hlist_node d_alias;
    struct hlist_bl_node d_in_lookup_hash;
    struct callback_head d_rcu;
  } d_u;
};
_Static_assert(sizeof(struct dentry) == 128, "struct dentry of 6.1 i386");
struct address_space {
  struct inode* host;
  struct xarray i_pages;
  struct rw_semaphore invalidate_lock;
  gfp_t gfp_mask;
  atomic_t i_mmap_writable;
  struct rb_root_cached i_mmap;
  struct rw_semaphore i_mmap_rwsem;
  unsigned long nrpages;
  unsigned long writeback_index;
  const struct address_space_operations* a_ops;
  unsigned long flags;
  errseq_t wb_err;
  spinlock_t private_lock;
  struct list_head private_list;
  void* private_data;
};
_Static_assert(sizeof(struct address_space) == 116, "struct address_space of 6.1 i386");
struct inode {
  umode_t i_mode;
  unsigned short i_opflags;
  kuid_t i_uid;
  kgid_t i_gid;
  unsigned int i_flags;
  struct posix_acl* i_acl;
  struct posix_acl* i_default_acl;
  const struct inode_operations* i_op;
  struct super_block* i_sb;
  struct address_space* i_mapping;
  void* i_security;
  unsigned long i_ino;
  union {
    const unsigned int i_nlink;
    unsigned int __i_nlink;
  };
  dev_t i_rdev;
  loff_t i_size;
  struct timespec64 i_atime;
  struct timespec64 i_mtime;
  struct timespec64 i_ctime;
  spinlock_t i_lock;
  unsigned short i_bytes;
  u8 i_blkbits;
  u8 i_write_hint;
  blkcnt_t i_blocks;
  seqcount_t i_size_seqcount;
  unsigned long i_state;
  struct rw_semaphore i_rwsem;
  unsigned long dirtied_when;
  unsigned long dirtied_time_when;
  struct hlist_node i_hash;
  struct list_head i_io_list;
  struct bdi_writeback* i_wb;
  int i_wb_frn_winner;
  u16 i_wb_frn_avg_time;
  u16 i_wb_frn_history;
  struct list_head i_lru;
  struct list_head i_sb_list;
  struct list_head i_wb_list;
  union {
    struct hlist_head i_dentry;
    struct callback_head i_rcu;
  };
  atomic64_t i_version __aligned(8);
  atomic64_t i_sequence;
  atomic_t i_count;
  atomic_t i_dio_count;
  atomic_t i_writecount;
  atomic_t i_readcount;
  union {
    const struct file_operations* i_fop;
    void (*free_inode)(struct inode*);
  };
  struct file_lock_context* i_flctx;
  struct address_space i_data;
  struct list_head i_devices;
  union {
    struct pipe_inode_info* i_pipe;
    struct cdev* i_cdev;
    char* i_link;
    unsigned int i_dir_seq;
  };
  __u32 i_generation;
  __u32 i_fsnotify_mask;
  struct fsnotify_mark_connector* i_fsnotify_marks;
  struct fscrypt_info* i_crypt_info;
  struct fsverity_info* i_verity_info;
  void* i_private;
};
_Static_assert(sizeof(struct inode) == 408, "struct inode of 6.1 i386");
struct fown_struct {
  rwlock_t lock;
  struct pid* pid;
  enum pid_type pid_type;
  kuid_t uid;
  kuid_t euid;
  int signum;
};
_Static_assert(sizeof(struct fown_struct) == 28, "struct fown_struct of 6.1 i386");
struct file_ra_state {
  unsigned long start;
  unsigned int size;
  unsigned int async_size;
  unsigned int ra_pages;
  unsigned int mmap_miss;
  loff_t prev_pos;
};
_Static_assert(sizeof(struct file_ra_state) == 28, "struct file_ra_state of 6.1 i386");
struct file {
  union {
    struct llist_node f_llist;
    struct callback_head f_rcuhead;
    unsigned int f_iocb_flags;
  };
  struct path f_path;
  struct inode* f_inode;
  const struct file_operations* f_op;
  spinlock_t f_lock;
  atomic_long_t f_count;
  unsigned int f_flags;
  fmode_t f_mode;
  struct mutex f_pos_lock;
  loff_t f_pos;
  struct fown_struct f_owner;
  const struct cred* f_cred;
  struct file_ra_state f_ra;
  u64 f_version;
  void* f_security;
  void* private_data;
  struct hlist_head* f_ep;
  struct address_space* f_mapping;
  errseq_t f_wb_err;
  errseq_t f_sb_err;
};
_Static_assert(sizeof(struct file) == 160, "struct file of 6.1 i386");
struct vfsmount {
  struct dentry* mnt_root;
  struct super_block* mnt_sb;
  int mnt_flags;
  struct user_namespace* mnt_userns;
};
_Static_assert(sizeof(struct vfsmount) == 16, "struct vfsmount of 6.1 i386");

#define DNAME_INLINE_LEN 36

#endif
