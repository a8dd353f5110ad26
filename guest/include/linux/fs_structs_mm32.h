// Structures of files and file systems. Part of <linux/fs.h>.
#include <linux/fs.h>
#ifndef _LINUX_FS_STRUCTS_MM32_H
#define _LINUX_FS_STRUCTS_MM32_H

#include <linux/cache.h>
#include <linux/fs_flags_mm32.h>

struct address_space;
struct address_space_operations;
struct audit_names;
struct backing_dev_info;
struct bio;
struct block_device;
struct buffer_head;
struct callback_head;
struct delayed_call;
struct dentry;
struct dentry_operations;
struct dir_context;
struct dquot;
struct dquot_operations;
struct export_operations;
struct fasync_struct;
struct fiemap_extent_info;
struct file;
struct file_clone_range;
struct file_dedupe_range;
struct file_dedupe_range_info;
struct file_handle;
struct file_lock;
struct file_lock_context;
struct file_lock_operations;
struct file_system_type;
struct fileattr;
struct filename;
struct files_stat_struct;
struct folio;
struct fs_context;
struct fs_parameter_spec;
struct fscrypt_keyring;
struct fscrypt_operations;
struct fsnotify_mark_connector;
struct fstrim_range;
struct fsverity_operations;
struct fsxattr;
struct hlist_bl_head;
struct hlist_head;
struct hlist_node;
struct iattr;
struct inode;
struct inode_operations;
struct inodes_stat_t;
struct kiocb;
struct kstat;
struct kstatfs;
struct list_head;
struct list_lru;
struct lock_class_key;
struct lock_manager;
struct lock_manager_operations;
struct mtd_info;
struct mutex;
struct nfs4_lock_info;
struct nfs_lock_info;
struct page;
struct path;
struct percpu_rw_semaphore;
struct posix_acl;
struct quota_info;
struct quotactl_ops;
struct readahead_control;
struct renamedata;
struct rw_semaphore;
struct sb_writers;
struct shrink_control;
struct shrinker;
struct simple_transaction_argresp;
struct super_block;
struct super_operations;
struct swap_info_struct;
struct timespec64;
struct tree_descr;
struct unicode_map;
struct user_namespace;
struct wait_page_queue;
struct work_struct;
struct workqueue_struct;
struct writeback_control;
struct xattr_handler;

struct file_clone_range {
  __s64 src_fd;
  __u64 src_offset;
  __u64 src_length;
  __u64 dest_offset;
};
struct fstrim_range {
  __u64 start;
  __u64 len;
  __u64 minlen;
};
struct file_dedupe_range_info {
  __s64 dest_fd;
  __u64 dest_offset;
  __u64 bytes_deduped;
  __s32 status;
  __u32 reserved;
};
struct file_dedupe_range {
  __u64 src_offset;
  __u64 src_length;
  __u16 dest_count;
  __u16 reserved1;
  __u32 reserved2;
  struct file_dedupe_range_info info[];
};
struct files_stat_struct {
  unsigned long nr_files;
  unsigned long nr_free_files;
  unsigned long max_files;
};
struct inodes_stat_t {
  long nr_inodes;
  long nr_unused;
  long dummy[5];
};
struct fsxattr {
  __u32 fsx_xflags;
  __u32 fsx_extsize;
  __u32 fsx_nextents;
  __u32 fsx_projid;
  __u32 fsx_cowextsize;
  unsigned char fsx_pad[8];
};
typedef int get_block_t(struct inode*, sector_t, struct buffer_head*, int);
typedef int dio_iodone_t(struct kiocb*, loff_t, ssize_t, void*);
struct iattr {
  unsigned int ia_valid;
  umode_t ia_mode;
  union {
    kuid_t ia_uid;
    vfsuid_t ia_vfsuid;
  };
  union {
    kgid_t ia_gid;
    vfsgid_t ia_vfsgid;
  };
  loff_t ia_size;
  struct timespec64 ia_atime;
  struct timespec64 ia_mtime;
  struct timespec64 ia_ctime;
  struct file* ia_file;
};
struct kiocb {
  struct file* ki_filp;
  loff_t ki_pos;
  void (*ki_complete)(struct kiocb*, long);
  void* private;
  int ki_flags;
  u16 ki_ioprio;
  struct wait_page_queue* ki_waitq;
};
struct address_space_operations {
  int (*writepage)(struct page*, struct writeback_control*);
  int (*read_folio)(struct file*, struct folio*);
  int (*writepages)(struct address_space*, struct writeback_control*);
  bool (*dirty_folio)(struct address_space*, struct folio*);
  void (*readahead)(struct readahead_control*);
  int (*write_begin)(struct file*, struct address_space*, loff_t, unsigned int, struct page**,
                     void**);
  int (*write_end)(struct file*, struct address_space*, loff_t, unsigned int, unsigned int,
                   struct page*, void*);
  sector_t (*bmap)(struct address_space*, sector_t);
  void (*invalidate_folio)(struct folio*, size_t, size_t);
  bool (*release_folio)(struct folio*, gfp_t);
  void (*free_folio)(struct folio*);
  ssize_t (*direct_IO)(struct kiocb*, struct iov_iter*);
  int (*migrate_folio)(struct address_space*, struct folio*, struct folio*, enum migrate_mode);
  int (*launder_folio)(struct folio*);
  bool (*is_partially_uptodate)(struct folio*, size_t, size_t);
  void (*is_dirty_writeback)(struct folio*, bool*, bool*);
  int (*error_remove_page)(struct address_space*, struct page*);
  int (*swap_activate)(struct swap_info_struct*, struct file*, sector_t*);
  void (*swap_deactivate)(struct file*);
  int (*swap_rw)(struct kiocb*, struct iov_iter*);
};
struct file_handle {
  __u32 handle_bytes;
  int handle_type;
  unsigned char f_handle[];
};
struct file_lock_operations {
  void (*fl_copy_lock)(struct file_lock*, struct file_lock*);
  void (*fl_release_private)(struct file_lock*);
};
struct lock_manager_operations {
  void* lm_mod_owner;
  fl_owner_t (*lm_get_owner)(fl_owner_t);
  void (*lm_put_owner)(fl_owner_t);
  void (*lm_notify)(struct file_lock*);
  int (*lm_grant)(struct file_lock*, int);
  bool (*lm_break)(struct file_lock*);
  int (*lm_change)(struct file_lock*, int, struct list_head*);
  void (*lm_setup)(struct file_lock*, void**);
  bool (*lm_breaker_owns_lease)(struct file_lock*);
  bool (*lm_lock_expirable)(struct file_lock*);
  void (*lm_expire_lock)(void);
};
struct lock_manager {
  struct list_head list;
  bool block_opens;
};
struct file_lock {
  struct file_lock* fl_blocker;
  struct list_head fl_list;
  struct hlist_node fl_link;
  struct list_head fl_blocked_requests;
  struct list_head fl_blocked_member;
  fl_owner_t fl_owner;
  unsigned int fl_flags;
  unsigned char fl_type;
  unsigned int fl_pid;
  int fl_link_cpu;
  wait_queue_head_t fl_wait;
  struct file* fl_file;
  loff_t fl_start;
  loff_t fl_end;
  struct fasync_struct* fl_fasync;
  unsigned long fl_break_time;
  unsigned long fl_downgrade_time;
  const struct file_lock_operations* fl_ops;
  const struct lock_manager_operations* fl_lmops;
  union {
    struct nfs_lock_info nfs_fl;
    struct nfs4_lock_info nfs4_fl;
    struct {
      struct list_head link;
      int state;
      unsigned int debug_id;
    } afs;
  } fl_u;
};
struct file_lock_context {
  spinlock_t flc_lock;
  struct list_head flc_flock;
  struct list_head flc_posix;
  struct list_head flc_lease;
};
struct fasync_struct {
  rwlock_t fa_lock;
  int magic;
  int fa_fd;
  struct fasync_struct* fa_next;
  struct file* fa_file;
  struct callback_head fa_rcu;
};
struct sb_writers {
  int frozen;
  wait_queue_head_t wait_unfrozen;
  struct percpu_rw_semaphore rw_sem[3];
};
struct super_block {
  struct list_head s_list;
  dev_t s_dev;
  unsigned char s_blocksize_bits;
  unsigned long s_blocksize;
  loff_t s_maxbytes;
  struct file_system_type* s_type;
  const struct super_operations* s_op;
  const struct dquot_operations* dq_op;
  const struct quotactl_ops* s_qcop;
  const struct export_operations* s_export_op;
  unsigned long s_flags;
  unsigned long s_iflags;
  unsigned long s_magic;
  struct dentry* s_root;
  struct rw_semaphore s_umount;
  int s_count;
  atomic_t s_active;
  void* s_security;
  const struct xattr_handler** s_xattr;
  const struct fscrypt_operations* s_cop;
  struct fscrypt_keyring* s_master_keys;
  const struct fsverity_operations* s_vop;
  struct unicode_map* s_encoding;
  __u16 s_encoding_flags;
  struct hlist_bl_head s_roots;
  struct list_head s_mounts;
  struct block_device* s_bdev;
  struct backing_dev_info* s_bdi;
  struct mtd_info* s_mtd;
  struct hlist_node s_instances;
  unsigned int s_quota_types;
  struct quota_info s_dquot;
  struct sb_writers s_writers;
  void* s_fs_info;
  u32 s_time_gran;
  time64_t s_time_min;
  time64_t s_time_max;
  __u32 s_fsnotify_mask;
  struct fsnotify_mark_connector* s_fsnotify_marks;
  char s_id[32];
  uuid_t s_uuid;
  unsigned int s_max_links;
  fmode_t s_mode;
  struct mutex s_vfs_rename_mutex;
  const char* s_subtype;
  const struct dentry_operations* s_d_op;
  struct shrinker s_shrink;
  atomic_long_t s_remove_count;
  atomic_long_t s_fsnotify_connectors;
  int s_readonly_remount;
  errseq_t s_wb_err;
  struct workqueue_struct* s_dio_done_wq;
  struct hlist_head s_pins;
  struct user_namespace* s_user_ns;
  struct list_lru s_dentry_lru;
  struct list_lru s_inode_lru;
  struct callback_head rcu;
  struct work_struct destroy_work;
  struct mutex s_sync_lock;
  int s_stack_depth;
  spinlock_t s_inode_list_lock ____cacheline_aligned;
  struct list_head s_inodes;
  spinlock_t s_inode_wblist_lock;
  struct list_head s_inodes_wb;
};
struct renamedata {
  struct user_namespace* old_mnt_userns;
  struct inode* old_dir;
  struct dentry* old_dentry;
  struct user_namespace* new_mnt_userns;
  struct inode* new_dir;
  struct dentry* new_dentry;
  struct inode** delegated_inode;
  unsigned int flags;
};
typedef bool (*filldir_t)(struct dir_context*, const char*, int, loff_t, u64, unsigned int);
struct dir_context {
  filldir_t actor;
  loff_t pos;
};
struct inode_operations {
  struct dentry* (*lookup)(struct inode*, struct dentry*, unsigned int);
  const char* (*get_link)(struct dentry*, struct inode*, struct delayed_call*);
  int (*permission)(struct user_namespace*, struct inode*, int);
  struct posix_acl* (*get_acl)(struct inode*, int, bool);
  int (*readlink)(struct dentry*, char*, int);
  int (*create)(struct user_namespace*, struct inode*, struct dentry*, umode_t, bool);
  int (*link)(struct dentry*, struct inode*, struct dentry*);
  int (*unlink)(struct inode*, struct dentry*);
  int (*symlink)(struct user_namespace*, struct inode*, struct dentry*, const char*);
  int (*mkdir)(struct user_namespace*, struct inode*, struct dentry*, umode_t);
  int (*rmdir)(struct inode*, struct dentry*);
  int (*mknod)(struct user_namespace*, struct inode*, struct dentry*, umode_t, dev_t);
  int (*rename)(struct user_namespace*, struct inode*, struct dentry*, struct inode*,
                struct dentry*, unsigned int);
  int (*setattr)(struct user_namespace*, struct dentry*, struct iattr*);
  int (*getattr)(struct user_namespace*, const struct path*, struct kstat*, u32, unsigned int);
  ssize_t (*listxattr)(struct dentry*, char*, size_t);
  int (*fiemap)(struct inode*, struct fiemap_extent_info*, u64, u64);
  int (*update_time)(struct inode*, struct timespec64*, int);
  int (*atomic_open)(struct inode*, struct dentry*, struct file*, unsigned int, umode_t);
  int (*tmpfile)(struct user_namespace*, struct inode*, struct file*, umode_t);
  int (*set_acl)(struct user_namespace*, struct inode*, struct posix_acl*, int);
  int (*fileattr_set)(struct user_namespace*, struct dentry*, struct fileattr*);
  int (*fileattr_get)(struct dentry*, struct fileattr*);
} ____cacheline_aligned;
struct super_operations {
  struct inode* (*alloc_inode)(struct super_block*);
  void (*destroy_inode)(struct inode*);
  void (*free_inode)(struct inode*);
  void (*dirty_inode)(struct inode*, int);
  int (*write_inode)(struct inode*, struct writeback_control*);
  int (*drop_inode)(struct inode*);
  void (*evict_inode)(struct inode*);
  void (*put_super)(struct super_block*);
  int (*sync_fs)(struct super_block*, int);
  int (*freeze_super)(struct super_block*);
  int (*freeze_fs)(struct super_block*);
  int (*thaw_super)(struct super_block*);
  int (*unfreeze_fs)(struct super_block*);
  int (*statfs)(struct dentry*, struct kstatfs*);
  int (*remount_fs)(struct super_block*, int*, char*);
  void (*umount_begin)(struct super_block*);
  int (*show_options)(struct seq_file*, struct dentry*);
  int (*show_devname)(struct seq_file*, struct dentry*);
  int (*show_path)(struct seq_file*, struct dentry*);
  int (*show_stats)(struct seq_file*, struct dentry*);
  ssize_t (*quota_read)(struct super_block*, int, char*, size_t, loff_t);
  ssize_t (*quota_write)(struct super_block*, int, const char*, size_t, loff_t);
  struct dquot** (*get_dquots)(struct inode*);
  long (*nr_cached_objects)(struct super_block*, struct shrink_control*);
  long (*free_cached_objects)(struct super_block*, struct shrink_control*);
};
struct file_system_type {
  const char* name;
  int fs_flags;
  int (*init_fs_context)(struct fs_context*);
  const struct fs_parameter_spec* parameters;
  struct dentry* (*mount)(struct file_system_type*, int, const char*, void*);
  void (*kill_sb)(struct super_block*);
  struct module* owner;
  struct file_system_type* next;
  struct hlist_head fs_supers;
  struct lock_class_key s_lock_key;
  struct lock_class_key s_umount_key;
  struct lock_class_key s_vfs_rename_key;
  struct lock_class_key s_writers_key[3];
  struct lock_class_key i_lock_key;
  struct lock_class_key i_mutex_key;
  struct lock_class_key invalidate_lock_key;
  struct lock_class_key i_mutex_dir_key;
};
struct filename {
  const char* name;
  const char* uptr;
  atomic_t refcnt;
  struct audit_names* aname;
  const char iname[];
};
typedef void dio_submit_t(struct bio*, struct inode*, loff_t);
struct tree_descr {
  const char* name;
  const struct file_operations* ops;
  int mode;
};
struct simple_transaction_argresp {
  ssize_t size;
  char data[];
};

#endif
