// Calls on files and inodes; part of <linux/fs.h>.
#ifndef _LINUX_FS_CALLS_MM32_H
#define _LINUX_FS_CALLS_MM32_H

#include <linux/fs.h>
#include <linux/fs_flags_mm32.h>
#include <linux/fs_mm32.h>
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

#endif
