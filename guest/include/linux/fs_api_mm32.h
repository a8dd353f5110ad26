// The calls of <linux/fs.h> and the data it declares, as 6.1 declares them.
#include <linux/fs.h>
#ifndef _LINUX_FS_API_MM32_H
#define _LINUX_FS_API_MM32_H

#include <linux/fs_structs_mm32.h>

struct address_space;
struct address_space_operations;
struct block_device;
struct cred;
struct delayed_call;
struct dentry;
struct dentry_operations;
struct fasync_struct;
struct file;
struct file_dedupe_range;
struct file_lock;
struct file_lock_context;
struct file_operations;
struct file_ra_state;
struct file_system_type;
struct filename;
struct files_struct;
struct flock;
struct flock64;
struct fown_struct;
struct fs_context;
struct iattr;
struct inode;
struct inode_operations;
struct iomap_ops;
struct iov_iter;
struct kiocb;
struct kmem_cache;
struct kobject;
struct kstat;
struct kstatfs;
struct list_head;
struct lock_manager;
struct net;
struct notifier_block;
struct page;
struct path;
struct pid;
struct pipe_inode_info;
struct renamedata;
struct seq_file;
struct super_block;
struct timespec64;
struct user_namespace;
struct vfsmount;
struct vm_area_struct;

void inode_init(void);
void inode_init_early(void);
void files_init(void);
void files_maxfiles_init(void);
unsigned long get_max_files(void);
extern unsigned int sysctl_nr_open;
extern const struct address_space_operations empty_aops;
struct timespec64 timestamp_truncate(struct timespec64 t, struct inode* inode);
void lock_two_nondirectories(struct inode*, struct inode*);
void unlock_two_nondirectories(struct inode*, struct inode*);
void filemap_invalidate_lock_two(struct address_space* mapping1, struct address_space* mapping2);
void filemap_invalidate_unlock_two(struct address_space* mapping1, struct address_space* mapping2);
void locks_start_grace(struct net*, struct lock_manager*);
void locks_end_grace(struct lock_manager*);
bool locks_in_grace(struct net*);
bool opens_in_grace(struct net*);
void send_sigio(struct fown_struct* fown, int fd, int band);
int fcntl_getlk(struct file*, unsigned int, struct flock*);
int fcntl_setlk(unsigned int, struct file*, unsigned int, struct flock*);
int fcntl_getlk64(struct file*, unsigned int, struct flock64*);
int fcntl_setlk64(unsigned int, struct file*, unsigned int, struct flock64*);
int fcntl_setlease(unsigned int fd, struct file* filp, long arg);
int fcntl_getlease(struct file* filp);
void locks_free_lock_context(struct inode* inode);
void locks_free_lock(struct file_lock* fl);
void locks_init_lock(struct file_lock*);
struct file_lock* locks_alloc_lock(void);
void locks_copy_lock(struct file_lock*, struct file_lock*);
void locks_copy_conflock(struct file_lock*, struct file_lock*);
void locks_remove_posix(struct file*, fl_owner_t);
void locks_remove_file(struct file*);
void locks_release_private(struct file_lock*);
void posix_test_lock(struct file*, struct file_lock*);
int posix_lock_file(struct file*, struct file_lock*, struct file_lock*);
int locks_delete_block(struct file_lock*);
int vfs_test_lock(struct file*, struct file_lock*);
int vfs_lock_file(struct file*, unsigned int, struct file_lock*, struct file_lock*);
int vfs_cancel_lock(struct file* filp, struct file_lock* fl);
bool vfs_inode_has_locks(struct inode* inode);
int locks_lock_inode_wait(struct inode* inode, struct file_lock* fl);
int __break_lease(struct inode* inode, unsigned int flags, unsigned int type);
void lease_get_mtime(struct inode*, struct timespec64* time);
int generic_setlease(struct file*, long, struct file_lock**, void** priv);
int vfs_setlease(struct file*, long, struct file_lock**, void**);
int lease_modify(struct file_lock*, int, struct list_head*);
int lease_register_notifier(struct notifier_block*);
void lease_unregister_notifier(struct notifier_block*);
void show_fd_locks(struct seq_file* f, struct file* filp, struct files_struct* files);
bool locks_owner_has_blockers(struct file_lock_context* flctx, fl_owner_t owner);
struct fasync_struct* fasync_insert_entry(int, struct file*, struct fasync_struct**,
                                          struct fasync_struct*);
int fasync_remove_entry(struct file*, struct fasync_struct**);
struct fasync_struct* fasync_alloc(void);
void fasync_free(struct fasync_struct*);
void __f_setown(struct file* filp, struct pid*, enum pid_type, int force);
int f_setown(struct file* filp, unsigned long arg, int force);
void f_delown(struct file* filp);
pid_t f_getown(struct file* filp);
int send_sigurg(struct fown_struct* fown);
struct timespec64 inode_set_ctime_current(struct inode* inode);
bool inode_owner_or_capable(struct user_namespace* mnt_userns, const struct inode* inode);
int vfs_mknod(struct user_namespace*, struct inode*, struct dentry*, umode_t, dev_t);
int vfs_symlink(struct user_namespace*, struct inode*, struct dentry*, const char*);
int vfs_link(struct dentry*, struct user_namespace*, struct inode*, struct dentry*, struct inode**);
int vfs_rename(struct renamedata*);
struct file* vfs_tmpfile_open(struct user_namespace* mnt_userns, const struct path* parentpath,
                              umode_t mode, int open_flag, const struct cred* cred);
int vfs_mkobj(struct dentry*, umode_t, int (*f)(struct dentry*, umode_t, void*), void*);
int vfs_fchown(struct file* file, uid_t user, gid_t group);
int vfs_fchmod(struct file* file, umode_t mode);
int vfs_utimes(const struct path* path, struct timespec64* times);
long vfs_ioctl(struct file* file, unsigned int cmd, unsigned long arg);
bool may_open_dev(const struct path* path);
umode_t mode_strip_sgid(struct user_namespace* mnt_userns, const struct inode* dir, umode_t mode);
ssize_t vfs_read(struct file*, char*, size_t, loff_t*);
ssize_t vfs_write(struct file*, const char*, size_t, loff_t*);
ssize_t vfs_copy_file_range(struct file*, loff_t, struct file*, loff_t, size_t, unsigned int);
ssize_t generic_copy_file_range(struct file* file_in, loff_t pos_in, struct file* file_out,
                                loff_t pos_out, size_t len, unsigned int flags);
int __generic_remap_file_range_prep(struct file* file_in, loff_t pos_in, struct file* file_out,
                                    loff_t pos_out, loff_t* len, unsigned int remap_flags,
                                    const struct iomap_ops* dax_read_ops);
int generic_remap_file_range_prep(struct file* file_in, loff_t pos_in, struct file* file_out,
                                  loff_t pos_out, loff_t* count, unsigned int remap_flags);
loff_t do_clone_file_range(struct file* file_in, loff_t pos_in, struct file* file_out,
                           loff_t pos_out, loff_t len, unsigned int remap_flags);
loff_t vfs_clone_file_range(struct file* file_in, loff_t pos_in, struct file* file_out,
                            loff_t pos_out, loff_t len, unsigned int remap_flags);
int vfs_dedupe_file_range(struct file* file, struct file_dedupe_range* same);
loff_t vfs_dedupe_file_range_one(struct file* src_file, loff_t src_pos, struct file* dst_file,
                                 loff_t dst_pos, loff_t len, unsigned int remap_flags);
void __mark_inode_dirty(struct inode*, int);
bool atime_needs_update(const struct path*, struct inode*);
void touch_atime(const struct path*);
int inode_update_time(struct inode* inode, struct timespec64* time, int flags);
int file_modified(struct file* file);
int kiocb_modified(struct kiocb* iocb);
int sync_inode_metadata(struct inode* inode, int wait);
struct dentry* mount_subtree(struct vfsmount* mnt, const char* path);
void retire_super(struct super_block* sb);
void generic_shutdown_super(struct super_block* sb);
void deactivate_super(struct super_block* sb);
void deactivate_locked_super(struct super_block* sb);
int set_anon_super(struct super_block* s, void* data);
int set_anon_super_fc(struct super_block* s, struct fs_context* fc);
int get_anon_bdev(dev_t*);
void free_anon_bdev(dev_t);
struct super_block* sget_fc(struct fs_context* fc,
                            int (*test)(struct super_block*, struct fs_context*),
                            int (*set)(struct super_block*, struct fs_context*));
struct super_block* sget(struct file_system_type* type, int (*test)(struct super_block*, void*),
                         int (*set)(struct super_block*, void*), int flags, void* data);
int user_statfs(const char*, struct kstatfs*);
int fd_statfs(int, struct kstatfs*);
int freeze_super(struct super_block* super);
int thaw_super(struct super_block* super);
int super_setup_bdi_name(struct super_block* sb, char* fmt, ...) __printf(2, 3);
int super_setup_bdi(struct super_block* sb);
int current_umask(void);
int generic_update_time(struct inode*, struct timespec64*, int);
extern struct kobject* fs_kobj;
int do_truncate(struct user_namespace*, struct dentry*, loff_t start, unsigned int time_attrs,
                struct file* filp);
long do_sys_open(int dfd, const char* filename, int flags, umode_t mode);
struct file* file_open_name(struct filename*, int, umode_t);
struct file* file_open_root(const struct path*, const char*, int, umode_t);
struct file* dentry_create(const struct path* path, int flags, umode_t mode,
                           const struct cred* cred);
struct file* open_with_fake_path(const struct path*, int, struct inode*, const struct cred*);
struct filename* getname_flags(const char*, int, int*);
struct filename* getname_uflags(const char*, int);
struct filename* getname(const char*);
struct filename* getname_kernel(const char*);
void putname(struct filename* name);
int finish_open(struct file* file, struct dentry* dentry, int (*open)(struct inode*, struct file*));
int finish_no_open(struct file* file, struct dentry* dentry);
void vfs_caches_init_early(void);
void vfs_caches_init(void);
extern struct kmem_cache* names_cachep;
extern struct super_block* blockdev_superblock;
void emergency_thaw_all(void);
int sync_filesystem(struct super_block*);
extern const struct file_operations def_blk_fops;
extern const struct file_operations def_chr_fops;
void chrdev_show(struct seq_file*, off_t);
void init_special_inode(struct inode*, umode_t, dev_t);
void make_bad_inode(struct inode*);
bool is_bad_inode(struct inode*);
int file_fdatawait_range(struct file* file, loff_t lstart, loff_t lend);
int file_check_and_advance_wb_err(struct file* file);
int file_write_and_wait_range(struct file* file, loff_t start, loff_t end);
int vfs_fsync_range(struct file* file, loff_t start, loff_t end, int datasync);
int sync_file_range(struct file* file, loff_t offset, loff_t nbytes, unsigned int flags);
void emergency_sync(void);
void emergency_remount(void);
int bmap(struct inode* inode, sector_t* block);
int notify_change(struct user_namespace*, struct dentry*, struct iattr*, struct inode**);
int inode_permission(struct user_namespace*, struct inode*, int);
int generic_permission(struct user_namespace*, struct inode*, int);
int __check_sticky(struct user_namespace* mnt_userns, struct inode* dir, struct inode* inode);
int do_pipe_flags(int*, int);
ssize_t __kernel_read(struct file* file, void* buf, size_t count, loff_t* pos);
ssize_t __kernel_write(struct file*, const void*, size_t, loff_t*);
struct file* open_exec(const char*);
bool is_subdir(struct dentry*, struct dentry*);
bool path_is_under(const struct path*, const struct path*);
int inode_init_always(struct super_block*, struct inode*);
void address_space_init_once(struct address_space* mapping);
int inode_needs_sync(struct inode* inode);
void d_mark_dontcache(struct inode* inode);
struct inode* ilookup5_nowait(struct super_block* sb, unsigned long hashval,
                              int (*test)(struct inode*, void*), void* data);
struct inode* ilookup5(struct super_block* sb, unsigned long hashval,
                       int (*test)(struct inode*, void*), void* data);
struct inode* ilookup(struct super_block* sb, unsigned long ino);
struct inode* inode_insert5(struct inode* inode, unsigned long hashval,
                            int (*test)(struct inode*, void*), int (*set)(struct inode*, void*),
                            void* data);
struct inode* iget5_locked(struct super_block*, unsigned long, int (*test)(struct inode*, void*),
                           int (*set)(struct inode*, void*), void*);
struct inode* iget_locked(struct super_block*, unsigned long);
struct inode* find_inode_nowait(struct super_block*, unsigned long,
                                int (*match)(struct inode*, unsigned long, void*), void* data);
struct inode* find_inode_rcu(struct super_block*, unsigned long, int (*)(struct inode*, void*),
                             void*);
struct inode* find_inode_by_ino_rcu(struct super_block*, unsigned long);
int insert_inode_locked4(struct inode*, unsigned long, int (*test)(struct inode*, void*), void*);
int insert_inode_locked(struct inode*);
void unlock_new_inode(struct inode*);
void discard_new_inode(struct inode*);
void evict_inodes(struct super_block* sb);
void dump_mapping(const struct address_space*);
void __iget(struct inode* inode);
void iget_failed(struct inode*);
void __destroy_inode(struct inode*);
struct inode* new_inode_pseudo(struct super_block* sb);
void free_inode_nonrcu(struct inode* inode);
int setattr_should_drop_suidgid(struct user_namespace*, struct inode*);
int file_remove_privs(struct file*);
int setattr_should_drop_sgid(struct user_namespace* mnt_userns, const struct inode* inode);
void __remove_inode_hash(struct inode*);
void inode_sb_list_add(struct inode* inode);
void inode_add_lru(struct inode* inode);
int sb_set_blocksize(struct super_block*, int);
int sb_min_blocksize(struct super_block*, int);
int generic_file_readonly_mmap(struct file*, struct vm_area_struct*);
ssize_t generic_write_checks(struct kiocb*, struct iov_iter*);
int generic_write_checks_count(struct kiocb* iocb, loff_t* count);
int generic_write_check_limits(struct file* file, loff_t pos, loff_t* count);
int generic_file_rw_checks(struct file* file_in, struct file* file_out);
ssize_t filemap_read(struct kiocb* iocb, struct iov_iter* to, ssize_t already_read);
ssize_t __generic_file_write_iter(struct kiocb*, struct iov_iter*);
ssize_t generic_file_direct_write(struct kiocb*, struct iov_iter*);
ssize_t generic_perform_write(struct kiocb*, struct iov_iter*);
ssize_t direct_write_fallback(struct kiocb* iocb, struct iov_iter* iter, ssize_t direct_written,
                              ssize_t buffered_written);
ssize_t vfs_iocb_iter_read(struct file* file, struct kiocb* iocb, struct iov_iter* iter);
ssize_t vfs_iocb_iter_write(struct file* file, struct kiocb* iocb, struct iov_iter* iter);
ssize_t generic_file_splice_read(struct file*, loff_t*, struct pipe_inode_info*, size_t,
                                 unsigned int);
ssize_t iter_file_splice_write(struct pipe_inode_info*, struct file*, loff_t*, size_t,
                               unsigned int);
ssize_t generic_splice_sendpage(struct pipe_inode_info* pipe, struct file* out, loff_t*, size_t len,
                                unsigned int flags);
long do_splice_direct(struct file* in, loff_t* ppos, struct file* out, loff_t* opos, size_t len,
                      unsigned int flags);
void file_ra_state_init(struct file_ra_state* ra, struct address_space* mapping);
loff_t generic_file_llseek_size(struct file* file, loff_t offset, int whence, loff_t maxsize,
                                loff_t eof);
loff_t fixed_size_llseek(struct file* file, loff_t offset, int whence, loff_t size);
loff_t no_seek_end_llseek_size(struct file*, loff_t, int, loff_t);
loff_t no_seek_end_llseek(struct file*, loff_t, int);
int rw_verify_area(int, struct file*, const loff_t*, size_t);
ssize_t __blockdev_direct_IO(struct kiocb* iocb, struct inode* inode, struct block_device* bdev,
                             struct iov_iter* iter, get_block_t get_block, dio_iodone_t end_io,
                             dio_submit_t submit_io, int flags);
void inode_dio_wait(struct inode* inode);
void inode_set_flags(struct inode* inode, unsigned int flags, unsigned int mask);
extern const struct file_operations generic_ro_fops;
int readlink_copy(char*, int, const char*);
int page_readlink(struct dentry*, char*, int);
const char* page_get_link_raw(struct dentry*, struct inode*, struct delayed_call*);
const char* page_get_link(struct dentry*, struct inode*, struct delayed_call*);
void page_put_link(void*);
int page_symlink(struct inode* inode, const char* symname, int len);
extern const struct inode_operations page_symlink_inode_operations;
void kfree_link(void*);
void generic_fill_statx_attr(struct inode* inode, struct kstat* stat);
int vfs_getattr_nosec(const struct path*, struct kstat*, u32, unsigned int);
void __inode_add_bytes(struct inode* inode, loff_t bytes);
void inode_add_bytes(struct inode* inode, loff_t bytes);
void __inode_sub_bytes(struct inode* inode, loff_t bytes);
void inode_sub_bytes(struct inode* inode, loff_t bytes);
loff_t inode_get_bytes(struct inode* inode);
void inode_set_bytes(struct inode* inode, loff_t bytes);
const char* simple_get_link(struct dentry*, struct inode*, struct delayed_call*);
extern const struct inode_operations simple_symlink_inode_operations;
int vfs_fstatat(int dfd, const char* filename, struct kstat* stat, int flags);
int vfs_fstat(int fd, struct kstat* stat);
const char* vfs_get_link(struct dentry*, struct delayed_call*);
int vfs_readlink(struct dentry*, char*, int);
struct file_system_type* get_filesystem(struct file_system_type* fs);
void put_filesystem(struct file_system_type* fs);
struct file_system_type* get_fs_type(const char* name);
struct super_block* get_super(struct block_device*);
struct super_block* get_active_super(struct block_device* bdev);
void drop_super(struct super_block* sb);
void drop_super_exclusive(struct super_block* sb);
void iterate_supers(void (*)(struct super_block*, void*), void*);
void iterate_supers_type(struct file_system_type*, void (*)(struct super_block*, void*), void*);
void simple_recursive_removal(struct dentry*, void (*callback)(struct dentry*));
ssize_t noop_direct_IO(struct kiocb* iocb, struct iov_iter* iter);
int simple_write_begin(struct file* file, struct address_space* mapping, loff_t pos,
                       unsigned int len, struct page** pagep, void** fsdata);
extern const struct address_space_operations ram_aops;
int always_delete_dentry(const struct dentry*);
struct inode* alloc_anon_inode(struct super_block*);
struct inode* anon_inode_make_secure_inode(struct super_block* sb, const char* name,
                                           const struct inode* context_inode);
int simple_nosetlease(struct file*, long, struct file_lock**, void**);
extern const struct dentry_operations simple_dentry_operations;
extern const struct file_operations simple_dir_operations;
extern const struct inode_operations simple_dir_inode_operations;
void make_empty_dir_inode(struct inode* inode);
bool is_empty_dir_inode(struct inode* inode);
int simple_pin_fs(struct file_system_type*, struct vfsmount** mount, int* count);
void simple_release_fs(struct vfsmount** mount, int* count);
int __generic_file_fsync(struct file*, loff_t, loff_t, int);
int generic_file_fsync(struct file*, loff_t, loff_t, int);
int generic_check_addressable(unsigned int, u64);
void generic_set_encrypted_ci_d_ops(struct dentry* dentry);
int may_setattr(struct user_namespace* mnt_userns, struct inode* inode, unsigned int ia_valid);
int setattr_prepare(struct user_namespace*, struct dentry*, struct iattr*);
int inode_newsize_ok(const struct inode*, loff_t offset);
void setattr_copy(struct user_namespace*, struct inode* inode, const struct iattr* attr);
int file_update_time(struct file* file);
char* simple_transaction_get(struct file* file, const char* buf, size_t size);
ssize_t simple_transaction_read(struct file* file, char* buf, size_t size, loff_t* pos);
int simple_transaction_release(struct inode* inode, struct file* file);
void simple_transaction_set(struct file* file, size_t n);
int list_bdev_fs_names(char* buf, size_t size);
bool path_noexec(const struct path* path);
void inode_nohighmem(struct inode* inode);
int vfs_fadvise(struct file* file, loff_t offset, loff_t len, int advice);
int generic_fadvise(struct file* file, loff_t offset, loff_t len, int advice);

#endif
