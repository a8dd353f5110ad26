// Files: what a driver fills in and reads. Layouts of 6.1; the registration of devices is declared.
#ifndef _LINUX_FS_H
#define _LINUX_FS_H

#include <asm/byteorder.h>
#include <linux/atomic.h>
#include <linux/bug.h>
#include <linux/build_bug.h>
#include <linux/cache.h>
#include <linux/capability.h>
#include <linux/cred.h>
#include <linux/dcache.h>
#include <linux/delayed_call.h>
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/errseq.h>
#include <linux/fcntl.h>
#include <linux/fs_mm32.h>
#include <linux/fs_types.h>
#include <linux/hash.h>
#include <linux/init.h>
#include <linux/kdev_t.h>
#include <linux/kernel.h>
#include <linux/linkage.h>
#include <linux/list.h>
#include <linux/list_lru.h>
#include <linux/llist.h>
#include <linux/lockdep.h>
#include <linux/migrate_mode.h>
#include <linux/mm_types.h>
#include <linux/mnt_idmapping.h>
#include <linux/mount.h>
#include <linux/mutex.h>
#include <linux/nfs_fs_i.h>
#include <linux/path.h>
#include <linux/percpu-rwsem.h>
#include <linux/pid.h>
#include <linux/quota.h>
#include <linux/radix-tree.h>
#include <linux/ratelimit.h>
#include <linux/rbtree.h>
#include <linux/rculist_bl.h>
#include <linux/rwsem.h>
#include <linux/sched/rt.h>
#include <linux/sched/task.h>
#include <linux/semaphore.h>
#include <linux/seqlock.h>
#include <linux/shrinker.h>
#include <linux/slab.h>
#include <linux/stat.h>
#include <linux/stddef.h>
#include <linux/uaccess.h>
#include <linux/uidgid.h>
#include <linux/uuid.h>
#include <linux/version.h>
#include <linux/workqueue.h>
#include <linux/xarray.h>

struct cdev;
struct module;
struct poll_table_struct;
struct vm_area_struct;
struct kiocb;
struct iov_iter;
struct dir_context;
struct io_comp_batch;
struct io_uring_cmd;
struct pipe_inode_info;
struct file_lock;
struct seq_file;
struct super_block;
struct inode_operations;
typedef void* fl_owner_t;

#define FMODE_READ ((fmode_t)0x1)
#define FMODE_WRITE ((fmode_t)0x2)
#define O_ACCMODE 00000003
#define O_RDONLY 00000000
#define O_WRONLY 00000001
#define O_RDWR 00000002
#define O_CREAT 00000100
#define O_TRUNC 00001000
#define O_APPEND 00002000
#define O_NONBLOCK 00004000
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define CHRDEV_MAJOR_MAX 512

static inline unsigned iminor(const struct inode* inode) { return MINOR(inode->i_rdev); }
static inline unsigned imajor(const struct inode* inode) { return MAJOR(inode->i_rdev); }
static inline struct inode* file_inode(const struct file* f) { return f->f_inode; }

struct iovec;
struct file_operations {
  struct module* owner;
  loff_t (*llseek)(struct file*, loff_t, int);
  ssize_t (*read)(struct file*, char __user*, size_t, loff_t*);
  ssize_t (*write)(struct file*, const char __user*, size_t, loff_t*);
  ssize_t (*read_iter)(struct kiocb*, struct iov_iter*);
  ssize_t (*write_iter)(struct kiocb*, struct iov_iter*);
  int (*iopoll)(struct kiocb*, struct io_comp_batch*, unsigned int);
  int (*iterate)(struct file*, struct dir_context*);
  int (*iterate_shared)(struct file*, struct dir_context*);
  __poll_t (*poll)(struct file*, struct poll_table_struct*);
  long (*unlocked_ioctl)(struct file*, unsigned int, unsigned long);
  long (*compat_ioctl)(struct file*, unsigned int, unsigned long);
  int (*mmap)(struct file*, struct vm_area_struct*);
  unsigned long mmap_supported_flags;
  int (*open)(struct inode*, struct file*);
  int (*flush)(struct file*, fl_owner_t id);
  int (*release)(struct inode*, struct file*);
  int (*fsync)(struct file*, loff_t, loff_t, int datasync);
  int (*fasync)(int, struct file*, int);
  int (*lock)(struct file*, int, struct file_lock*);
  ssize_t (*sendpage)(struct file*, struct page*, int, size_t, loff_t*, int);
  unsigned long (*get_unmapped_area)(struct file*, unsigned long, unsigned long, unsigned long,
                                     unsigned long);
  int (*check_flags)(int);
  int (*flock)(struct file*, int, struct file_lock*);
  ssize_t (*splice_write)(struct pipe_inode_info*, struct file*, loff_t*, size_t, unsigned int);
  ssize_t (*splice_read)(struct file*, loff_t*, struct pipe_inode_info*, size_t, unsigned int);
  void (*splice_eof)(struct file* file);
  int (*setlease)(struct file*, long, struct file_lock**, void**);
  long (*fallocate)(struct file* file, int mode, loff_t offset, loff_t len);
  void (*show_fdinfo)(struct seq_file* m, struct file* f);
  ssize_t (*copy_file_range)(struct file*, loff_t, struct file*, loff_t, size_t, unsigned int);
  loff_t (*remap_file_range)(struct file*, loff_t, struct file*, loff_t, loff_t, unsigned int);
  int (*fadvise)(struct file*, loff_t, loff_t, int);
  int (*uring_cmd)(struct io_uring_cmd* ioucmd, unsigned int issue_flags);
  int (*uring_cmd_iopoll)(struct io_uring_cmd*, struct io_comp_batch*, unsigned int);
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 36)
  int (*ioctl)(struct inode*, struct file*, unsigned int, unsigned long);
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 1, 0)
  ssize_t (*aio_read)(struct kiocb*, const struct iovec*, unsigned long, loff_t);
  ssize_t (*aio_write)(struct kiocb*, const struct iovec*, unsigned long, loff_t);
  int (*aio_fsync)(struct kiocb*, int);
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(3, 11, 0)
  int (*readdir)(struct file*, void*, int (*)(void*, const char*, int, loff_t, u64, unsigned));
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 19)
  ssize_t (*readv)(struct file*, const struct iovec*, unsigned long, loff_t*);
  ssize_t (*writev)(struct file*, const struct iovec*, unsigned long, loff_t*);
#endif
};
_Static_assert(offsetof(struct file_operations, uring_cmd_iopoll) == 136,
               "struct file_operations of 6.1 i386");

int __register_chrdev(unsigned int major, unsigned int baseminor, unsigned int count,
                      const char* name, const struct file_operations* fops);
void __unregister_chrdev(unsigned int major, unsigned int baseminor, unsigned int count,
                         const char* name);
static inline int register_chrdev(unsigned int major, const char* name,
                                  const struct file_operations* fops) {
  return __register_chrdev(major, 0, 256, name, fops);
}
// Returned an int until 2.6.23.
static inline int unregister_chrdev(unsigned int major, const char* name) {
  __unregister_chrdev(major, 0, 256, name);
  return 0;
}
int register_chrdev_region(dev_t from, unsigned count, const char* name);
int alloc_chrdev_region(dev_t* dev, unsigned baseminor, unsigned count, const char* name);
void unregister_chrdev_region(dev_t from, unsigned count);

loff_t no_llseek(struct file* file, loff_t offset, int whence);
loff_t noop_llseek(struct file* file, loff_t offset, int whence);
loff_t default_llseek(struct file* file, loff_t offset, int whence);
int nonseekable_open(struct inode* inode, struct file* filp);
int simple_open(struct inode* inode, struct file* file);
ssize_t simple_read_from_buffer(void __user* to, size_t count, loff_t* ppos, const void* from,
                                size_t available);
ssize_t simple_write_to_buffer(void* to, size_t available, loff_t* ppos, const void __user* from,
                               size_t count);

#include <linux/fs_api_mm32.h>
#include <linux/fs_calls_mm32.h>
#include <linux/fs_flags_mm32.h>
#include <linux/fs_inline_mm32.h>
#include <linux/fs_structs_mm32.h>

// Inline in Linux.
struct address_space;
struct dentry;
struct file;
struct file_lock_context;
struct file_ra_state;
struct iattr;
struct inode;
struct kmem_cache;
struct kstat;
struct path;
struct posix_acl;
struct task_struct;
struct timespec64;
struct user_namespace;
struct vfsmount;
struct posix_acl* uncached_acl_sentinel(struct task_struct* task);
ssize_t blockdev_direct_IO(struct kiocb* iocb, struct inode* inode, struct iov_iter* iter,
                           get_block_t get_block);

#if LINUX_VERSION_CODE < KERNEL_VERSION(3, 19, 0)
#define f_dentry f_path.dentry
#define f_vfsmnt f_path.mnt
#endif

static inline bool is_uncached_acl(struct posix_acl* acl) { return (long)acl & 1; }
static inline kuid_t i_uid_into_mnt(struct user_namespace* mnt_userns, const struct inode* inode) {
  return mapped_kuid_fs(mnt_userns, i_user_ns(inode), inode->i_uid);
}
static inline vfsuid_t i_uid_into_vfsuid(struct user_namespace* mnt_userns,
                                         const struct inode* inode) {
  return make_vfsuid(mnt_userns, i_user_ns(inode), inode->i_uid);
}
static inline bool i_uid_needs_update(struct user_namespace* mnt_userns, const struct iattr* attr,
                                      const struct inode* inode) {
  return (attr->ia_valid & ATTR_UID) &&
         !vfsuid_eq(attr->ia_vfsuid, i_uid_into_vfsuid(mnt_userns, inode));
}
static inline void i_uid_update(struct user_namespace* mnt_userns, const struct iattr* attr,
                                struct inode* inode) {
  if (attr->ia_valid & ATTR_UID)
    inode->i_uid = from_vfsuid(mnt_userns, i_user_ns(inode), attr->ia_vfsuid);
}
static inline void inode_fsuid_set(struct inode* inode, struct user_namespace* mnt_userns) {
  inode->i_uid = mapped_fsuid(mnt_userns, i_user_ns(inode));
}
static inline kgid_t i_gid_into_mnt(struct user_namespace* mnt_userns, const struct inode* inode) {
  return mapped_kgid_fs(mnt_userns, i_user_ns(inode), inode->i_gid);
}
static inline vfsgid_t i_gid_into_vfsgid(struct user_namespace* mnt_userns,
                                         const struct inode* inode) {
  return make_vfsgid(mnt_userns, i_user_ns(inode), inode->i_gid);
}
static inline bool i_gid_needs_update(struct user_namespace* mnt_userns, const struct iattr* attr,
                                      const struct inode* inode) {
  return (attr->ia_valid & ATTR_GID) &&
         !vfsgid_eq(attr->ia_vfsgid, i_gid_into_vfsgid(mnt_userns, inode));
}
static inline void i_gid_update(struct user_namespace* mnt_userns, const struct iattr* attr,
                                struct inode* inode) {
  if (attr->ia_valid & ATTR_GID)
    inode->i_gid = from_vfsgid(mnt_userns, i_user_ns(inode), attr->ia_vfsgid);
}
static inline void inode_fsgid_set(struct inode* inode, struct user_namespace* mnt_userns) {
  inode->i_gid = mapped_fsgid(mnt_userns, i_user_ns(inode));
}
static inline bool fsuidgid_has_mapping(struct super_block* sb, struct user_namespace* mnt_userns) {
  struct user_namespace* fs_userns = sb->s_user_ns;
  kuid_t kuid = mapped_fsuid(mnt_userns, fs_userns);
  kgid_t kgid = mapped_fsgid(mnt_userns, fs_userns);
  return uid_valid(kuid) && gid_valid(kgid) && kuid_has_mapping(fs_userns, kuid) &&
         kgid_has_mapping(fs_userns, kgid);
}
static inline bool sb_write_started(const struct super_block* sb) { return true; }
static inline int vfs_whiteout(struct user_namespace* mnt_userns, struct inode* dir,
                               struct dentry* dentry) {
  return vfs_mknod(mnt_userns, dir, dentry, S_IFCHR | WHITEOUT_MODE, WHITEOUT_DEV);
}
static inline bool HAS_UNMAPPED_ID(struct user_namespace* mnt_userns, struct inode* inode) {
  return !vfsuid_valid(i_uid_into_vfsuid(mnt_userns, inode)) ||
         !vfsgid_valid(i_gid_into_vfsgid(mnt_userns, inode));
}
static inline int __mm32_break_lease(struct inode* inode, unsigned int mode, unsigned int type) {
  smp_mb();
  if (!inode->i_flctx || list_empty_careful(&inode->i_flctx->flc_lease)) return 0;
  return __break_lease(inode, mode, type);
}
static inline int break_lease(struct inode* inode, unsigned int mode) {
  return __mm32_break_lease(inode, mode, FL_LEASE);
}
static inline int break_deleg(struct inode* inode, unsigned int mode) {
  return __mm32_break_lease(inode, mode, FL_DELEG);
}
static inline int try_break_deleg(struct inode* inode, struct inode** delegated_inode) {
  int ret = break_deleg(inode, O_WRONLY | O_NONBLOCK);
  if (ret == -EWOULDBLOCK && delegated_inode) {
    *delegated_inode = inode;
    ihold(inode);
  }
  return ret;
}
static inline int break_deleg_wait(struct inode** delegated_inode) {
  int ret = break_deleg(*delegated_inode, O_WRONLY);
  iput(*delegated_inode);
  *delegated_inode = NULL;
  return ret;
}
static inline int break_layout(struct inode* inode, bool wait) {
  return __mm32_break_lease(inode, wait ? O_WRONLY : O_WRONLY | O_NONBLOCK, FL_LAYOUT);
}
static inline bool is_idmapped_mnt(const struct vfsmount* mnt) {
  return mnt_user_ns(mnt) != &init_user_ns;
}
static inline struct file* file_clone_open(struct file* file) {
  return dentry_open(&file->f_path, file->f_flags, file->f_cred);
}
static inline bool sb_is_blkdev_sb(struct super_block* sb) { return sb == blockdev_superblock; }
static inline int generic_drop_inode(struct inode* inode) {
  return !inode->i_nlink || inode_unhashed(inode);
}
static inline void* alloc_inode_sb(struct super_block* sb, struct kmem_cache* cache, gfp_t gfp) {
  return kmem_cache_alloc_lru(cache, &sb->s_inode_lru, gfp);
}
static inline int check_sticky(struct user_namespace* mnt_userns, struct inode* dir,
                               struct inode* inode) {
  return dir->i_mode & S_ISVTX ? __check_sticky(mnt_userns, dir, inode) : 0;
}

#endif
