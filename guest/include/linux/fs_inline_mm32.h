// The inline functions of <linux/fs.h>: tests of inodes and mappings, locks, freeze protection.
#include <linux/fs.h>
#ifndef _LINUX_FS_INLINE_MM32_H
#define _LINUX_FS_INLINE_MM32_H

#include <linux/fs_api_mm32.h>
#include <linux/fs_calls_mm32.h>
#include <linux/percpu-rwsem.h>
#include <linux/wait_bit.h>

// Flags of an inode, and of the file system that it is on.
#define __IS_FLG(inode, flg) ((inode)->i_sb->s_flags & (flg))
#define IS_DIRSYNC(inode) \
  (__IS_FLG(inode, SB_SYNCHRONOUS | SB_DIRSYNC) || ((inode)->i_flags & (S_SYNC | S_DIRSYNC)))
#define IS_MANDLOCK(inode) __IS_FLG(inode, SB_MANDLOCK)
#define IS_I_VERSION(inode) __IS_FLG(inode, SB_I_VERSION)
#define IS_POSIXACL(inode) __IS_FLG(inode, SB_POSIXACL)
#define IS_NOQUOTA(inode) ((inode)->i_flags & S_NOQUOTA)
#define IS_NOCMTIME(inode) ((inode)->i_flags & S_NOCMTIME)
#define IS_IMA(inode) ((inode)->i_flags & S_IMA)
#define IS_AUTOMOUNT(inode) ((inode)->i_flags & S_AUTOMOUNT)
#define IS_NOSEC(inode) ((inode)->i_flags & S_NOSEC)
#define IS_DAX(inode) ((inode)->i_flags & S_DAX)
#define IS_ENCRYPTED(inode) ((inode)->i_flags & S_ENCRYPTED)
#define IS_CASEFOLDED(inode) ((inode)->i_flags & S_CASEFOLD)
#define IS_VERITY(inode) ((inode)->i_flags & S_VERITY)
#define IS_WHITEOUT(inode) (S_ISCHR(inode->i_mode) && (inode)->i_rdev == WHITEOUT_DEV)
#define ACC_MODE(x) ("\004\002\006\006"[(x)&O_ACCMODE])
#define OPEN_FMODE(flag) ((__force fmode_t)(((flag) + 1) & O_ACCMODE))
#define INT_LIMIT(x) (~((x)1 << (sizeof(x) * 8 - 1)))
static inline bool is_sxid(umode_t mode) { return mode & (S_ISUID | S_ISGID); }
static inline bool is_root_inode(struct inode* inode) {
  return inode == inode->i_sb->s_root->d_inode;
}
static inline bool inode_wrong_type(const struct inode* inode, umode_t mode) {
  return (inode->i_mode ^ mode) & S_IFMT;
}
static inline bool execute_ok(struct inode* inode) {
  return (inode->i_mode & S_IXUGO) || S_ISDIR(inode->i_mode);
}
static inline void inode_has_no_xattr(struct inode* inode) {
  if (!is_sxid(inode->i_mode) && (inode->i_sb->s_flags & SB_NOSEC)) inode->i_flags |= S_NOSEC;
}
static inline void inode_fake_hash(struct inode* inode) { hlist_add_fake(&inode->i_hash); }
static inline void remove_inode_hash(struct inode* inode) {
  if (!inode_unhashed(inode) && !hlist_fake(&inode->i_hash)) __remove_inode_hash(inode);
}
static inline bool inode_is_dirtytime_only(struct inode* inode) {
  return (inode->i_state & (I_DIRTY_TIME | I_NEW | I_FREEING | I_WILL_FREE)) == I_DIRTY_TIME;
}
static inline ino_t parent_ino(struct dentry* dentry) {
  ino_t ino;
  spin_lock(&dentry->d_lock);
  ino = dentry->d_parent->d_inode->i_ino;
  spin_unlock(&dentry->d_lock);
  return ino;
}
static inline bool is_dot_dotdot(const char* name, size_t len) {
  return len && name[0] == '.' && (len == 1 || (len == 2 && name[1] == '.'));
}
static inline bool is_zero_ino(ino_t ino) { return (u32)ino == 0; }
static inline bool dir_relax(struct inode* inode) {
  inode_unlock(inode);
  inode_lock(inode);
  return !IS_DEADDIR(inode);
}
static inline bool dir_relax_shared(struct inode* inode) {
  inode_unlock_shared(inode);
  inode_lock_shared(inode);
  return !IS_DEADDIR(inode);
}

// The times of an inode, its bytes, its users.
static inline struct timespec64 inode_get_ctime(const struct inode* inode) {
  return inode->i_ctime;
}
static inline struct timespec64 inode_set_ctime_to_ts(struct inode* inode, struct timespec64 ts) {
  return inode->i_ctime = ts;
}
static inline struct timespec64 inode_set_ctime(struct inode* inode, time64_t sec, long nsec) {
  return inode_set_ctime_to_ts(inode, (struct timespec64){.tv_sec = sec, .tv_nsec = nsec});
}
static inline loff_t __inode_get_bytes(struct inode* inode) {
  return ((loff_t)inode->i_blocks << 9) + inode->i_bytes;
}
#define i_size_ordered_init(inode) seqcount_init(&inode->i_size_seqcount)
static inline void inode_dio_begin(struct inode* inode) { atomic_inc(&inode->i_dio_count); }
static inline void inode_dio_end(struct inode* inode) {
  if (atomic_dec_and_test(&inode->i_dio_count)) wake_up_bit(&inode->i_state, __I_DIO_WAKEUP);
}
static inline void i_readcount_inc(struct inode* inode) { atomic_inc(&inode->i_readcount); }
static inline void i_readcount_dec(struct inode* inode) {
  BUG_ON(!atomic_read(&inode->i_readcount));
  atomic_dec(&inode->i_readcount);
}
// Writers count up from 0, those who deny writing count down: never both.
static inline int get_write_access(struct inode* inode) {
  return atomic_inc_unless_negative(&inode->i_writecount) ? 0 : -ETXTBSY;
}
static inline void put_write_access(struct inode* inode) { atomic_dec(&inode->i_writecount); }
static inline int deny_write_access(struct file* file) {
  return atomic_dec_unless_positive(&file_inode(file)->i_writecount) ? 0 : -ETXTBSY;
}
static inline void allow_write_access(struct file* file) {
  if (file) atomic_inc(&file_inode(file)->i_writecount);
}
static inline bool inode_is_open_for_write(const struct inode* inode) {
  return atomic_read(&inode->i_writecount) > 0;
}
static inline struct file_lock_context* locks_inode_context(const struct inode* inode) {
  return smp_load_acquire(&inode->i_flctx);
}
static inline int locks_lock_file_wait(struct file* file, struct file_lock* fl) {
  return locks_lock_inode_wait(file_inode(file), fl);
}
#define locks_inode(file) file_inode(file)

// Locks of inodes and of their mappings.
static inline int inode_is_locked(struct inode* inode) { return rwsem_is_locked(&inode->i_rwsem); }
static inline int inode_trylock_shared(struct inode* inode) {
  return down_read_trylock(&inode->i_rwsem);
}
static inline void inode_lock_nested(struct inode* inode, unsigned subclass) {
  down_write_nested(&inode->i_rwsem, subclass);
}
static inline void inode_lock_shared_nested(struct inode* inode, unsigned subclass) {
  down_read_nested(&inode->i_rwsem, subclass);
}
static inline void lockdep_annotate_inode_mutex_key(struct inode* inode) {}
#define __MM32_MAPPING_LOCK(name, call, member) \
  static inline void name(struct address_space* mapping) { call(&mapping->member); }
#define __MM32_MAPPING_TRY(name, call, member) \
  static inline int name(struct address_space* mapping) { return call(&mapping->member); }
__MM32_MAPPING_LOCK(filemap_invalidate_lock, down_write, invalidate_lock)
__MM32_MAPPING_LOCK(filemap_invalidate_unlock, up_write, invalidate_lock)
__MM32_MAPPING_LOCK(filemap_invalidate_lock_shared, down_read, invalidate_lock)
__MM32_MAPPING_TRY(filemap_invalidate_trylock_shared, down_read_trylock, invalidate_lock)
__MM32_MAPPING_LOCK(filemap_invalidate_unlock_shared, up_read, invalidate_lock)
__MM32_MAPPING_LOCK(i_mmap_lock_write, down_write, i_mmap_rwsem)
__MM32_MAPPING_TRY(i_mmap_trylock_write, down_write_trylock, i_mmap_rwsem)
__MM32_MAPPING_LOCK(i_mmap_unlock_write, up_write, i_mmap_rwsem)
__MM32_MAPPING_LOCK(i_mmap_lock_read, down_read, i_mmap_rwsem)
__MM32_MAPPING_TRY(i_mmap_trylock_read, down_read_trylock, i_mmap_rwsem)
__MM32_MAPPING_LOCK(i_mmap_unlock_read, up_read, i_mmap_rwsem)
#undef __MM32_MAPPING_LOCK
#undef __MM32_MAPPING_TRY
static inline void i_mmap_assert_locked(struct address_space* mapping) {}
static inline void i_mmap_assert_write_locked(struct address_space* mapping) {}
static inline bool mapping_tagged(struct address_space* mapping, xa_mark_t tag) {
  return xa_marked(&mapping->i_pages, tag);
}
static inline int mapping_mapped(struct address_space* mapping) {
  return !RB_EMPTY_ROOT(&mapping->i_mmap.rb_root);
}
static inline int mapping_writably_mapped(struct address_space* mapping) {
  return atomic_read(&mapping->i_mmap_writable) > 0;
}
static inline int mapping_map_writable(struct address_space* mapping) {
  return atomic_inc_unless_negative(&mapping->i_mmap_writable) ? 0 : -EPERM;
}
static inline void mapping_unmap_writable(struct address_space* mapping) {
  atomic_dec(&mapping->i_mmap_writable);
}
static inline int mapping_deny_writable(struct address_space* mapping) {
  return atomic_dec_unless_positive(&mapping->i_mmap_writable) ? 0 : -EBUSY;
}
static inline void mapping_allow_writable(struct address_space* mapping) {
  atomic_inc(&mapping->i_mmap_writable);
}

// Writers of a file system keep it from being frozen.
static inline void __sb_end_write(struct super_block* sb, int level) {
  percpu_up_read(sb->s_writers.rw_sem + level - 1);
}
static inline void __sb_start_write(struct super_block* sb, int level) {
  percpu_down_read(sb->s_writers.rw_sem + level - 1);
}
static inline bool __sb_start_write_trylock(struct super_block* sb, int level) {
  return percpu_down_read_trylock(sb->s_writers.rw_sem + level - 1);
}
static inline void sb_start_write(struct super_block* sb) { __sb_start_write(sb, SB_FREEZE_WRITE); }
static inline bool sb_start_write_trylock(struct super_block* sb) {
  return __sb_start_write_trylock(sb, SB_FREEZE_WRITE);
}
static inline void sb_end_write(struct super_block* sb) { __sb_end_write(sb, SB_FREEZE_WRITE); }
static inline void sb_start_pagefault(struct super_block* sb) {
  __sb_start_write(sb, SB_FREEZE_PAGEFAULT);
}
static inline void sb_end_pagefault(struct super_block* sb) {
  __sb_end_write(sb, SB_FREEZE_PAGEFAULT);
}
static inline void sb_start_intwrite(struct super_block* sb) { __sb_start_write(sb, SB_FREEZE_FS); }
static inline bool sb_start_intwrite_trylock(struct super_block* sb) {
  return __sb_start_write_trylock(sb, SB_FREEZE_FS);
}
static inline void sb_end_intwrite(struct super_block* sb) { __sb_end_write(sb, SB_FREEZE_FS); }
static inline void file_start_write(struct file* file) {
  if (S_ISREG(file_inode(file)->i_mode)) sb_start_write(file_inode(file)->i_sb);
}
static inline bool file_start_write_trylock(struct file* file) {
  return !S_ISREG(file_inode(file)->i_mode) || sb_start_write_trylock(file_inode(file)->i_sb);
}
static inline void file_end_write(struct file* file) {
  if (S_ISREG(file_inode(file)->i_mode)) sb_end_write(file_inode(file)->i_sb);
}
static inline void kiocb_start_write(struct kiocb* iocb) {
  sb_start_write(file_inode(iocb->ki_filp)->i_sb);
}
static inline void kiocb_end_write(struct kiocb* iocb) {
  sb_end_write(file_inode(iocb->ki_filp)->i_sb);
}

// Files and their requests.
static inline void file_accessed(struct file* file) {
  if (!(file->f_flags & O_NOATIME)) touch_atime(&file->f_path);
}
static inline int finish_open_simple(struct file* file, int error) {
  return error ? error : finish_open(file, file->f_path.dentry, NULL);
}
static inline int file_write_and_wait(struct file* file) {
  return file_write_and_wait_range(file, 0, LLONG_MAX);
}
static inline bool iocb_is_dsync(const struct kiocb* iocb) {
  return (iocb->ki_flags & IOCB_DSYNC) || IS_SYNC(iocb->ki_filp->f_mapping->host);
}
static inline ssize_t generic_write_sync(struct kiocb* iocb, ssize_t count) {
  if (iocb_is_dsync(iocb)) {
    int failed = vfs_fsync_range(iocb->ki_filp, iocb->ki_pos - count, iocb->ki_pos - 1,
                                 (iocb->ki_flags & IOCB_SYNC) ? 0 : 1);
    if (failed) return failed;
  }
  return count;
}
static inline int iocb_flags(struct file* file) {
  int flags = 0;
  if (file->f_flags & O_APPEND) flags |= IOCB_APPEND;
  if (file->f_flags & O_DIRECT) flags |= IOCB_DIRECT;
  if (file->f_flags & O_DSYNC) flags |= IOCB_DSYNC;
  if (file->f_flags & __O_SYNC) flags |= IOCB_SYNC;
  return flags;
}
static inline void kiocb_clone(struct kiocb* kiocb, struct kiocb* source, struct file* filp) {
  *kiocb = (struct kiocb){
      .ki_filp = filp,
      .ki_flags = source->ki_flags,
      .ki_ioprio = source->ki_ioprio,
      .ki_pos = source->ki_pos,
  };
}
static inline bool ra_has_index(struct file_ra_state* ra, pgoff_t index) {
  return index >= ra->start && index < ra->start + ra->size;
}
static inline struct user_namespace* i_user_ns(const struct inode* inode) {
  return inode->i_sb->s_user_ns;
}
static inline struct user_namespace* file_mnt_user_ns(struct file* file) {
  return file->f_path.mnt->mnt_userns;
}
static inline int file_permission(struct file* file, int mask) {
  return inode_permission(file_mnt_user_ns(file), file_inode(file), mask);
}
static inline int path_permission(const struct path* path, int mask) {
  return inode_permission(path->mnt->mnt_userns, path->dentry->d_inode, mask);
}
static inline struct file* file_open_root_mnt(struct vfsmount* mnt, const char* name, int flags,
                                              umode_t mode) {
  return file_open_root(&(struct path){.mnt = mnt, .dentry = mnt->mnt_root}, name, flags, mode);
}
static inline int vfs_stat(const char __user* filename, struct kstat* stat) {
  return vfs_fstatat(AT_FDCWD, filename, stat, 0);
}
static inline int vfs_lstat(const char __user* filename, struct kstat* stat) {
  return vfs_fstatat(AT_FDCWD, filename, stat, AT_SYMLINK_NOFOLLOW);
}
static inline bool vma_is_dax(const struct vm_area_struct* vma) { return false; }
static inline bool vma_is_fsdax(struct vm_area_struct* vma) { return false; }

// A file that holds one number.
int simple_attr_open(struct inode* inode, struct file* file, int (*get)(void*, u64*),
                     int (*set)(void*, u64), const char* fmt);
int simple_attr_release(struct inode* inode, struct file* file);
ssize_t simple_attr_read(struct file* file, char __user* buf, size_t len, loff_t* ppos);
ssize_t simple_attr_write(struct file* file, const char __user* buf, size_t len, loff_t* ppos);
ssize_t simple_attr_write_signed(struct file* file, const char __user* buf, size_t len,
                                 loff_t* ppos);
loff_t generic_file_llseek(struct file* file, loff_t offset, int whence);
static inline __printf(1, 2) void __simple_attr_check_format(const char* fmt, ...) {}
#define __MM32_SIMPLE_ATTRIBUTE(__fops, __get, __set, __fmt, __write) \
  static int __fops##_open(struct inode* inode, struct file* file) {  \
    return simple_attr_open(inode, file, __get, __set, __fmt);        \
  }                                                                   \
  static const struct file_operations __fops = {                      \
      .owner = THIS_MODULE,                                           \
      .open = __fops##_open,                                          \
      .release = simple_attr_release,                                 \
      .read = simple_attr_read,                                       \
      .write = __write,                                               \
      .llseek = generic_file_llseek,                                  \
  }
#define DEFINE_SIMPLE_ATTRIBUTE_XSIGNED(__fops, __get, __set, __fmt, __is_signed) \
  __MM32_SIMPLE_ATTRIBUTE(__fops, __get, __set, __fmt,                            \
                          (__is_signed) ? simple_attr_write_signed : simple_attr_write)
#define DEFINE_SIMPLE_ATTRIBUTE(__fops, __get, __set, __fmt) \
  __MM32_SIMPLE_ATTRIBUTE(__fops, __get, __set, __fmt, simple_attr_write)
#define DEFINE_SIMPLE_ATTRIBUTE_SIGNED(__fops, __get, __set, __fmt) \
  __MM32_SIMPLE_ATTRIBUTE(__fops, __get, __set, __fmt, simple_attr_write_signed)

#endif
