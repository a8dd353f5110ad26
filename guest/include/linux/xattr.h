// Extended attributes.
#ifndef _LINUX_XATTR_H
#define _LINUX_XATTR_H

#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/types.h>
#include <linux/user_namespace.h>

struct dentry;
struct inode;
struct list_head;
struct simple_xattr;
struct simple_xattrs;
struct user_namespace;
struct xattr;
struct xattr_handler;

#define XATTR_CREATE 0x1
#define XATTR_REPLACE 0x2
#define XATTR_OS2_PREFIX "os2."
#define XATTR_OS2_PREFIX_LEN (sizeof(XATTR_OS2_PREFIX) - 1)
#define XATTR_MAC_OSX_PREFIX "osx."
#define XATTR_MAC_OSX_PREFIX_LEN (sizeof(XATTR_MAC_OSX_PREFIX) - 1)
#define XATTR_BTRFS_PREFIX "btrfs."
#define XATTR_BTRFS_PREFIX_LEN (sizeof(XATTR_BTRFS_PREFIX) - 1)
#define XATTR_HURD_PREFIX "gnu."
#define XATTR_HURD_PREFIX_LEN (sizeof(XATTR_HURD_PREFIX) - 1)
#define XATTR_SECURITY_PREFIX "security."
#define XATTR_SECURITY_PREFIX_LEN (sizeof(XATTR_SECURITY_PREFIX) - 1)
#define XATTR_SYSTEM_PREFIX "system."
#define XATTR_SYSTEM_PREFIX_LEN (sizeof(XATTR_SYSTEM_PREFIX) - 1)
#define XATTR_TRUSTED_PREFIX "trusted."
#define XATTR_TRUSTED_PREFIX_LEN (sizeof(XATTR_TRUSTED_PREFIX) - 1)
#define XATTR_USER_PREFIX "user."
#define XATTR_USER_PREFIX_LEN (sizeof(XATTR_USER_PREFIX) - 1)
#define XATTR_EVM_SUFFIX "evm"
#define XATTR_NAME_EVM XATTR_SECURITY_PREFIX XATTR_EVM_SUFFIX
#define XATTR_IMA_SUFFIX "ima"
#define XATTR_NAME_IMA XATTR_SECURITY_PREFIX XATTR_IMA_SUFFIX
#define XATTR_SELINUX_SUFFIX "selinux"
#define XATTR_NAME_SELINUX XATTR_SECURITY_PREFIX XATTR_SELINUX_SUFFIX
#define XATTR_SMACK_SUFFIX "SMACK64"
#define XATTR_SMACK_IPIN "SMACK64IPIN"
#define XATTR_SMACK_IPOUT "SMACK64IPOUT"
#define XATTR_SMACK_EXEC "SMACK64EXEC"
#define XATTR_SMACK_TRANSMUTE "SMACK64TRANSMUTE"
#define XATTR_SMACK_MMAP "SMACK64MMAP"
#define XATTR_NAME_SMACK XATTR_SECURITY_PREFIX XATTR_SMACK_SUFFIX
#define XATTR_NAME_SMACKIPIN XATTR_SECURITY_PREFIX XATTR_SMACK_IPIN
#define XATTR_NAME_SMACKIPOUT XATTR_SECURITY_PREFIX XATTR_SMACK_IPOUT
#define XATTR_NAME_SMACKEXEC XATTR_SECURITY_PREFIX XATTR_SMACK_EXEC
#define XATTR_NAME_SMACKTRANSMUTE XATTR_SECURITY_PREFIX XATTR_SMACK_TRANSMUTE
#define XATTR_NAME_SMACKMMAP XATTR_SECURITY_PREFIX XATTR_SMACK_MMAP
#define XATTR_APPARMOR_SUFFIX "apparmor"
#define XATTR_NAME_APPARMOR XATTR_SECURITY_PREFIX XATTR_APPARMOR_SUFFIX
#define XATTR_CAPS_SUFFIX "capability"
#define XATTR_NAME_CAPS XATTR_SECURITY_PREFIX XATTR_CAPS_SUFFIX
#define XATTR_POSIX_ACL_ACCESS "posix_acl_access"
#define XATTR_NAME_POSIX_ACL_ACCESS XATTR_SYSTEM_PREFIX XATTR_POSIX_ACL_ACCESS
#define XATTR_POSIX_ACL_DEFAULT "posix_acl_default"
#define XATTR_NAME_POSIX_ACL_DEFAULT XATTR_SYSTEM_PREFIX XATTR_POSIX_ACL_DEFAULT
struct xattr_handler {
  const char* name;
  const char* prefix;
  int flags;
  bool (*list)(struct dentry*);
  int (*get)(const struct xattr_handler*, struct dentry*, struct inode*, const char*, void*,
             size_t);
  int (*set)(const struct xattr_handler*, struct user_namespace*, struct dentry*, struct inode*,
             const char*, const void*, size_t, int);
};
const char* xattr_full_name(const struct xattr_handler*, const char*);
struct xattr {
  const char* name;
  void* value;
  size_t value_len;
};
ssize_t __vfs_getxattr(struct dentry*, struct inode*, const char*, void*, size_t);
ssize_t vfs_getxattr(struct user_namespace*, struct dentry*, const char*, void*, size_t);
ssize_t vfs_listxattr(struct dentry* d, char* list, size_t size);
int __vfs_setxattr(struct user_namespace*, struct dentry*, struct inode*, const char*, const void*,
                   size_t, int);
int __vfs_setxattr_noperm(struct user_namespace*, struct dentry*, const char*, const void*, size_t,
                          int);
int __vfs_setxattr_locked(struct user_namespace*, struct dentry*, const char*, const void*, size_t,
                          int, struct inode**);
int vfs_setxattr(struct user_namespace*, struct dentry*, const char*, const void*, size_t, int);
int __vfs_removexattr(struct user_namespace*, struct dentry*, const char*);
int __vfs_removexattr_locked(struct user_namespace*, struct dentry*, const char*, struct inode**);
int vfs_removexattr(struct user_namespace*, struct dentry*, const char*);
ssize_t generic_listxattr(struct dentry* dentry, char* buffer, size_t buffer_size);
ssize_t vfs_getxattr_alloc(struct user_namespace* mnt_userns, struct dentry* dentry,
                           const char* name, char** xattr_value, size_t size, gfp_t flags);
int xattr_supported_namespace(struct inode* inode, const char* prefix);
struct simple_xattrs {
  struct list_head head;
  spinlock_t lock;
};
struct simple_xattr {
  struct list_head list;
  char* name;
  size_t size;
  char value[];
};
struct simple_xattr* simple_xattr_alloc(const void* value, size_t size);
int simple_xattr_get(struct simple_xattrs* xattrs, const char* name, void* buffer, size_t size);
int simple_xattr_set(struct simple_xattrs* xattrs, const char* name, const void* value, size_t size,
                     int flags, ssize_t* removed_size);
ssize_t simple_xattr_list(struct inode* inode, struct simple_xattrs* xattrs, char* buffer,
                          size_t size);
void simple_xattr_list_add(struct simple_xattrs* xattrs, struct simple_xattr* new_xattr);

// Inline in Linux.
const char* xattr_prefix(const struct xattr_handler* handler);
void simple_xattrs_init(struct simple_xattrs* xattrs);
void simple_xattrs_free(struct simple_xattrs* xattrs);

#endif
