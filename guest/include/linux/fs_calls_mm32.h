// Calls on files and inodes; part of <linux/fs.h>.
#include <linux/fs.h>
#ifndef _LINUX_FS_CALLS_MM32_H
#define _LINUX_FS_CALLS_MM32_H

#include <linux/fs_flags_mm32.h>
#include <linux/fs_mm32.h>
#include <linux/fs_types.h>
#include <linux/types.h>

struct cred;
struct dentry;
struct dir_context;
struct fasync_struct;
struct file;
struct file_system_type;
struct iattr;
struct inode;
struct iov_iter;
struct kiocb;
struct kstat;
struct kstatfs;
struct path;
struct super_block;
struct timespec64;
struct tree_descr;
struct user_namespace;
struct vm_area_struct;

typedef int __kernel_rwf_t;
typedef __kernel_rwf_t rwf_t;

int fasync_helper(int, struct file*, int, struct fasync_struct**);
void kill_fasync(struct fasync_struct**, int, int);
struct timespec64 current_time(struct inode*);
int vfs_create(struct user_namespace*, struct inode*, struct dentry*, umode_t, bool);
int vfs_mkdir(struct user_namespace*, struct inode*, struct dentry*, umode_t);
int vfs_rmdir(struct user_namespace*, struct inode*, struct dentry*);
int vfs_unlink(struct user_namespace*, struct inode*, struct dentry*, struct inode**);
void inode_init_owner(struct user_namespace*, struct inode*, const struct inode*, umode_t);
void inc_nlink(struct inode*);
void drop_nlink(struct inode*);
void clear_nlink(struct inode*);
void set_nlink(struct inode*, unsigned int);
struct dentry* mount_bdev(struct file_system_type*, int, const char*, void*,
                          int (*)(struct super_block*, void*, int));
struct dentry* mount_single(struct file_system_type*, int, void*,
                            int (*)(struct super_block*, void*, int));
struct dentry* mount_nodev(struct file_system_type*, int, void*,
                           int (*)(struct super_block*, void*, int));
void kill_block_super(struct super_block*);
void kill_anon_super(struct super_block*);
void kill_litter_super(struct super_block*);
int register_filesystem(struct file_system_type*);
int unregister_filesystem(struct file_system_type*);
int vfs_statfs(const struct path*, struct kstatfs*);
void ihold(struct inode*);
void iput(struct inode*);
long vfs_truncate(const struct path*, loff_t);
int vfs_fallocate(struct file*, int, loff_t, loff_t);
struct file* filp_open(const char*, int, umode_t);
struct file* dentry_open(const struct path*, int, const struct cred*);
int filp_close(struct file*, fl_owner_t);
int vfs_fsync(struct file*, int);
ssize_t kernel_read(struct file*, void*, size_t, loff_t*);
ssize_t kernel_write(struct file*, const void*, size_t, loff_t*);
char* file_path(struct file*, char*, int);
loff_t vfs_llseek(struct file*, loff_t, int);
void inode_init_once(struct inode*);
struct inode* igrab(struct inode*);
ino_t iunique(struct super_block*, ino_t);
int generic_delete_inode(struct inode*);
unsigned int get_next_ino(void);
void clear_inode(struct inode*);
struct inode* new_inode(struct super_block*);
void __insert_inode_hash(struct inode*, unsigned long);
int generic_file_mmap(struct file*, struct vm_area_struct*);
ssize_t generic_file_read_iter(struct kiocb*, struct iov_iter*);
ssize_t generic_file_write_iter(struct kiocb*, struct iov_iter*);
ssize_t vfs_iter_read(struct file*, struct iov_iter*, loff_t*, rwf_t);
ssize_t vfs_iter_write(struct file*, struct iov_iter*, loff_t*, rwf_t);
loff_t vfs_setpos(struct file*, loff_t, loff_t);
int generic_file_open(struct inode*, struct file*);
int stream_open(struct inode*, struct file*);
void generic_fillattr(struct user_namespace*, struct inode*, struct kstat*);
int vfs_getattr(const struct path*, struct kstat*, u32, unsigned int);
int iterate_dir(struct file*, struct dir_context*);
int dcache_dir_open(struct inode*, struct file*);
int dcache_dir_close(struct inode*, struct file*);
loff_t dcache_dir_lseek(struct file*, loff_t, int);
int dcache_readdir(struct file*, struct dir_context*);
int simple_setattr(struct user_namespace*, struct dentry*, struct iattr*);
int simple_getattr(struct user_namespace*, const struct path*, struct kstat*, u32, unsigned int);
int simple_statfs(struct dentry*, struct kstatfs*);
int simple_link(struct dentry*, struct inode*, struct dentry*);
int simple_unlink(struct inode*, struct dentry*);
int simple_rmdir(struct inode*, struct dentry*);
int simple_rename_exchange(struct inode*, struct dentry*, struct inode*, struct dentry*);
int simple_rename(struct user_namespace*, struct inode*, struct dentry*, struct inode*,
                  struct dentry*, unsigned int);
int noop_fsync(struct file*, loff_t, loff_t, int);
int simple_empty(struct dentry*);
struct dentry* simple_lookup(struct inode*, struct dentry*, unsigned int);
ssize_t generic_read_dir(struct file*, char*, size_t, loff_t*);
struct dentry* d_alloc_name(struct dentry*, const char*);
int simple_fill_super(struct super_block*, unsigned long, const struct tree_descr*);

static inline struct file* get_file(struct file* f) {
  atomic_long_inc(&f->f_count);
  return f;
}
#define get_file_rcu(x) atomic_long_inc_not_zero(&(x)->f_count)
#define file_count(x) atomic_long_read(&(x)->f_count)
static inline struct dentry* file_dentry(const struct file* file) { return file->f_path.dentry; }
static inline void inode_lock(struct inode* inode) { down_write(&inode->i_rwsem); }
static inline void inode_unlock(struct inode* inode) { up_write(&inode->i_rwsem); }
static inline void inode_lock_shared(struct inode* inode) { down_read(&inode->i_rwsem); }
static inline void inode_unlock_shared(struct inode* inode) { up_read(&inode->i_rwsem); }
static inline int inode_trylock(struct inode* inode) { return down_write_trylock(&inode->i_rwsem); }
static inline unsigned int i_blocksize(const struct inode* node) { return 1U << node->i_blkbits; }
static inline loff_t i_size_read(const struct inode* inode) { return inode->i_size; }
static inline void i_size_write(struct inode* inode, loff_t i_size) { inode->i_size = i_size; }
static inline uid_t i_uid_read(const struct inode* inode) { return inode->i_uid.val; }
static inline gid_t i_gid_read(const struct inode* inode) { return inode->i_gid.val; }
static inline void i_uid_write(struct inode* inode, uid_t uid) { inode->i_uid = KUIDT_INIT(uid); }
static inline void i_gid_write(struct inode* inode, gid_t gid) { inode->i_gid = KGIDT_INIT(gid); }
static inline bool sb_rdonly(const struct super_block* sb) { return sb->s_flags & SB_RDONLY; }
static inline bool is_sync_kiocb(struct kiocb* kiocb) { return kiocb->ki_complete == NULL; }
static inline void init_sync_kiocb(struct kiocb* kiocb, struct file* filp) {
  *kiocb = (struct kiocb){.ki_filp = filp};
}
static inline ssize_t call_read_iter(struct file* file, struct kiocb* kio, struct iov_iter* iter) {
  return file->f_op->read_iter(kio, iter);
}
static inline ssize_t call_write_iter(struct file* file, struct kiocb* kio, struct iov_iter* iter) {
  return file->f_op->write_iter(kio, iter);
}
static inline int call_mmap(struct file* file, struct vm_area_struct* vma) {
  return file->f_op->mmap(file, vma);
}
static inline void mark_inode_dirty(struct inode* inode) {
  __mark_inode_dirty(inode, I_DIRTY_INODE | I_DIRTY_PAGES);
}
static inline void mark_inode_dirty_sync(struct inode* inode) {
  __mark_inode_dirty(inode, I_DIRTY_SYNC);
}
static inline void inode_inc_link_count(struct inode* inode) {
  inc_nlink(inode);
  mark_inode_dirty(inode);
}
static inline void inode_dec_link_count(struct inode* inode) {
  drop_nlink(inode);
  mark_inode_dirty(inode);
}
static inline void insert_inode_hash(struct inode* inode) {
  __insert_inode_hash(inode, inode->i_ino);
}
static inline int inode_unhashed(struct inode* inode) { return hlist_unhashed(&inode->i_hash); }
static inline bool dir_emit(struct dir_context* ctx, const char* name, int namelen, u64 ino,
                            unsigned type) {
  return ctx->actor(ctx, name, namelen, ctx->pos, ino, type);
}
static inline bool dir_emit_dot(struct file* file, struct dir_context* ctx) {
  return dir_emit(ctx, ".", 1, file->f_path.dentry->d_inode->i_ino, DT_DIR);
}
static inline bool dir_emit_dotdot(struct file* file, struct dir_context* ctx) {
  return dir_emit(ctx, "..", 2, file->f_path.dentry->d_parent->d_inode->i_ino, DT_DIR);
}
static inline bool dir_emit_dots(struct file* file, struct dir_context* ctx) {
  for (; ctx->pos < 2; ctx->pos++)
    if (!(ctx->pos ? dir_emit_dotdot(file, ctx) : dir_emit_dot(file, ctx))) return false;
  return true;
}
#define special_file(m) (S_ISCHR(m) || S_ISBLK(m) || S_ISFIFO(m) || S_ISSOCK(m))
#define IS_RDONLY(inode) ((inode)->i_sb->s_flags & SB_RDONLY)
#define IS_SYNC(inode) (((inode)->i_sb->s_flags & SB_SYNCHRONOUS) || ((inode)->i_flags & S_SYNC))
#define IS_APPEND(inode) ((inode)->i_flags & S_APPEND)
#define IS_IMMUTABLE(inode) ((inode)->i_flags & S_IMMUTABLE)
#define IS_NOATIME(inode) ((inode)->i_flags & S_NOATIME)
#define IS_PRIVATE(inode) ((inode)->i_flags & S_PRIVATE)
#define IS_DEADDIR(inode) ((inode)->i_flags & S_DEAD)
#define IS_SWAPFILE(inode) ((inode)->i_flags & S_SWAPFILE)
#define MODULE_ALIAS_FS(NAME) MODULE_ALIAS("fs-" NAME)
#define fops_get(fops) ((fops) && try_module_get((fops)->owner) ? (fops) : NULL)
#define fops_put(fops)                   \
  do {                                   \
    if (fops) module_put((fops)->owner); \
  } while (0)
#define replace_fops(f, fops)      \
  do {                             \
    fops_put((f)->f_op);           \
    BUG_ON(!((f)->f_op = (fops))); \
  } while (0)
#define BLKROSET _IO(0x12, 93)
#define BLKROGET _IO(0x12, 94)
#define BLKRRPART _IO(0x12, 95)
#define BLKGETSIZE _IO(0x12, 96)
#define BLKFLSBUF _IO(0x12, 97)
#define BLKSSZGET _IO(0x12, 104)
#define BLKBSZGET _IOR(0x12, 112, size_t)
#define BLKBSZSET _IOW(0x12, 113, size_t)
#define BLKGETSIZE64 _IOR(0x12, 114, size_t)
#define BLKDISCARD _IO(0x12, 119)
#define FIBMAP _IO(0x00, 1)
#define FIGETBSZ _IO(0x00, 2)
#define FS_IOC_GETFLAGS _IOR('f', 1, long)
#define FS_IOC_SETFLAGS _IOW('f', 2, long)
#define FS_IOC_GETVERSION _IOR('v', 1, long)
#define FS_IOC_SETVERSION _IOW('v', 2, long)

#endif
