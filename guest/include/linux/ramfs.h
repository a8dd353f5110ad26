// Files in memory.
#ifndef _LINUX_RAMFS_H
#define _LINUX_RAMFS_H

#include <linux/fs_parser.h>

struct file_operations;
struct fs_context;
struct fs_parameter_spec;
struct inode;
struct super_block;
struct vm_operations_struct;

struct inode* ramfs_get_inode(struct super_block* sb, const struct inode* dir, umode_t mode,
                              dev_t dev);
int ramfs_init_fs_context(struct fs_context* fc);
void ramfs_kill_sb(struct super_block* sb);
extern const struct fs_parameter_spec ramfs_fs_parameters[];
extern const struct file_operations ramfs_file_operations;
extern const struct vm_operations_struct generic_file_vm_ops;

// Inline in Linux.
int ramfs_nommu_expand_for_mapping(struct inode* inode, size_t newsize);

#endif
