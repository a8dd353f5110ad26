// Namespaces of mounts.
#ifndef _LINUX_MNT_NAMESPACE_H
#define _LINUX_MNT_NAMESPACE_H

#include <linux/types.h>

struct file_operations;
struct fs_struct;
struct mnt_namespace;
struct ns_common;
struct user_namespace;

struct mnt_namespace* copy_mnt_ns(unsigned long, struct mnt_namespace*, struct user_namespace*,
                                  struct fs_struct*);
void put_mnt_ns(struct mnt_namespace* ns);
struct ns_common* from_mnt_ns(struct mnt_namespace*);
extern const struct file_operations proc_mounts_operations;
extern const struct file_operations proc_mountinfo_operations;
extern const struct file_operations proc_mountstats_operations;

#endif
