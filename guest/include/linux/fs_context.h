// Mounting.
#ifndef _LINUX_FS_CONTEXT_H
#define _LINUX_FS_CONTEXT_H

#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/mutex.h>
#include <linux/refcount.h>
#include <linux/security.h>

struct cred;
struct dentry;
struct fc_log;
struct file;
struct file_operations;
struct file_system_type;
struct filename;
struct fs_context;
struct fs_context_operations;
struct fs_parameter;
struct module;
struct mutex;
struct net;
struct p_log;
struct super_block;
struct user_namespace;

enum fs_context_purpose {
  FS_CONTEXT_FOR_MOUNT,
  FS_CONTEXT_FOR_SUBMOUNT,
  FS_CONTEXT_FOR_RECONFIGURE
};
enum fs_context_phase {
  FS_CONTEXT_CREATE_PARAMS,
  FS_CONTEXT_CREATING,
  FS_CONTEXT_AWAITING_MOUNT,
  FS_CONTEXT_AWAITING_RECONF,
  FS_CONTEXT_RECONF_PARAMS,
  FS_CONTEXT_RECONFIGURING,
  FS_CONTEXT_FAILED
};
enum fs_value_type {
  fs_value_is_undefined,
  fs_value_is_flag,
  fs_value_is_string,
  fs_value_is_blob,
  fs_value_is_filename,
  fs_value_is_file
};
struct fs_parameter {
  const char* key;
  enum fs_value_type type : 8;
  union {
    char* string;
    void* blob;
    struct filename* name;
    struct file* file;
  };
  size_t size;
  int dirfd;
};
struct p_log {
  const char* prefix;
  struct fc_log* log;
};
struct fs_context {
  const struct fs_context_operations* ops;
  struct mutex uapi_mutex;
  struct file_system_type* fs_type;
  void* fs_private;
  void* sget_key;
  struct dentry* root;
  struct user_namespace* user_ns;
  struct net* net_ns;
  const struct cred* cred;
  struct p_log log;
  const char* source;
  void* security;
  void* s_fs_info;
  unsigned int sb_flags;
  unsigned int sb_flags_mask;
  unsigned int s_iflags;
  enum fs_context_purpose purpose : 8;
  enum fs_context_phase phase : 8;
  bool need_free : 1;
  bool global : 1;
  bool oldapi : 1;
};
struct fs_context_operations {
  void (*free)(struct fs_context*);
  int (*dup)(struct fs_context*, struct fs_context*);
  int (*parse_param)(struct fs_context*, struct fs_parameter*);
  int (*parse_monolithic)(struct fs_context*, void*);
  int (*get_tree)(struct fs_context*);
  int (*reconfigure)(struct fs_context*);
};
struct fs_context* fs_context_for_mount(struct file_system_type* fs_type, unsigned int sb_flags);
struct fs_context* fs_context_for_reconfigure(struct dentry* dentry, unsigned int sb_flags,
                                              unsigned int sb_flags_mask);
struct fs_context* fs_context_for_submount(struct file_system_type* fs_type,
                                           struct dentry* reference);
struct fs_context* vfs_dup_fs_context(struct fs_context* fc);
int vfs_parse_fs_param(struct fs_context* fc, struct fs_parameter* param);
int vfs_parse_fs_string(struct fs_context* fc, const char* key, const char* value, size_t v_size);
int generic_parse_monolithic(struct fs_context* fc, void* data);
int vfs_get_tree(struct fs_context* fc);
void put_fs_context(struct fs_context* fc);
int vfs_parse_fs_param_source(struct fs_context* fc, struct fs_parameter* param);
void fc_drop_locked(struct fs_context* fc);
int reconfigure_single(struct super_block* s, int flags, void* data);
enum vfs_get_super_keying {
  vfs_get_single_super,
  vfs_get_single_reconf_super,
  vfs_get_keyed_super,
  vfs_get_independent_super
};
int vfs_get_super(struct fs_context* fc, enum vfs_get_super_keying keying,
                  int (*fill_super)(struct super_block*, struct fs_context*));
int get_tree_nodev(struct fs_context* fc,
                   int (*fill_super)(struct super_block*, struct fs_context*));
int get_tree_single(struct fs_context* fc,
                    int (*fill_super)(struct super_block*, struct fs_context*));
int get_tree_single_reconf(struct fs_context* fc,
                           int (*fill_super)(struct super_block*, struct fs_context*));
int get_tree_keyed(struct fs_context* fc,
                   int (*fill_super)(struct super_block*, struct fs_context*), void* key);
int get_tree_bdev(struct fs_context* fc,
                  int (*fill_super)(struct super_block*, struct fs_context*));
extern const struct file_operations fscontext_fops;
struct fc_log {
  refcount_t usage;
  u8 head;
  u8 tail;
  u8 need_free;
  struct module* owner;
  char* buffer[8];
};
void logfc(struct fc_log* log, const char* prefix, char level, const char* fmt, ...) __printf(4, 5);

#endif
