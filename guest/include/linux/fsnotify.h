// Notes of changes in file systems.
#ifndef _LINUX_FSNOTIFY_H
#define _LINUX_FSNOTIFY_H

#include <linux/audit.h>
#include <linux/bug.h>
#include <linux/slab.h>
#include <linux/types.h>

// Inline in Linux.
struct dentry;
struct file;
struct inode;
struct qstr;
struct super_block;
struct vfsmount;
int fsnotify_name(__u32 mask, const void* data, int data_type, struct inode* dir,
                  const struct qstr* name, u32 cookie);
void fsnotify_dirent(struct inode* dir, struct dentry* dentry, __u32 mask);
void fsnotify_inode(struct inode* inode, __u32 mask);
int fsnotify_parent(struct dentry* dentry, __u32 mask, const void* data, int data_type);
void fsnotify_dentry(struct dentry* dentry, __u32 mask);
int fsnotify_file(struct file* file, __u32 mask);
int fsnotify_perm(struct file* file, int mask);
void fsnotify_link_count(struct inode* inode);
void fsnotify_move(struct inode* old_dir, struct inode* new_dir, const struct qstr* old_name,
                   int isdir, struct inode* target, struct dentry* moved);
void fsnotify_inode_delete(struct inode* inode);
void fsnotify_vfsmount_delete(struct vfsmount* mnt);
void fsnotify_inoderemove(struct inode* inode);
void fsnotify_create(struct inode* dir, struct dentry* dentry);
void fsnotify_link(struct inode* dir, struct inode* inode, struct dentry* new_dentry);
void fsnotify_delete(struct inode* dir, struct inode* inode, struct dentry* dentry);
void d_delete_notify(struct inode* dir, struct dentry* dentry);
void fsnotify_unlink(struct inode* dir, struct dentry* dentry);
void fsnotify_mkdir(struct inode* dir, struct dentry* dentry);
void fsnotify_rmdir(struct inode* dir, struct dentry* dentry);
void fsnotify_access(struct file* file);
void fsnotify_modify(struct file* file);
void fsnotify_open(struct file* file);
void fsnotify_close(struct file* file);
void fsnotify_xattr(struct dentry* dentry);
void fsnotify_change(struct dentry* dentry, unsigned int ia_valid);
int fsnotify_sb_error(struct super_block* sb, struct inode* inode, int error);

// Inline in Linux.
int fsnotify_name(__u32 mask, const void* data, int data_type, struct inode* dir,
                  const struct qstr* name, u32 cookie);
void fsnotify_dirent(struct inode* dir, struct dentry* dentry, __u32 mask);
void fsnotify_inode(struct inode* inode, __u32 mask);
int fsnotify_parent(struct dentry* dentry, __u32 mask, const void* data, int data_type);
void fsnotify_dentry(struct dentry* dentry, __u32 mask);
int fsnotify_file(struct file* file, __u32 mask);
int fsnotify_perm(struct file* file, int mask);
void fsnotify_link_count(struct inode* inode);
void fsnotify_move(struct inode* old_dir, struct inode* new_dir, const struct qstr* old_name,
                   int isdir, struct inode* target, struct dentry* moved);
void fsnotify_inode_delete(struct inode* inode);
void fsnotify_vfsmount_delete(struct vfsmount* mnt);
void fsnotify_inoderemove(struct inode* inode);
void fsnotify_create(struct inode* dir, struct dentry* dentry);
void fsnotify_link(struct inode* dir, struct inode* inode, struct dentry* new_dentry);
void fsnotify_delete(struct inode* dir, struct inode* inode, struct dentry* dentry);
void d_delete_notify(struct inode* dir, struct dentry* dentry);
void fsnotify_unlink(struct inode* dir, struct dentry* dentry);
void fsnotify_mkdir(struct inode* dir, struct dentry* dentry);
void fsnotify_rmdir(struct inode* dir, struct dentry* dentry);
void fsnotify_access(struct file* file);
void fsnotify_modify(struct file* file);
void fsnotify_open(struct file* file);
void fsnotify_close(struct file* file);
void fsnotify_xattr(struct dentry* dentry);
void fsnotify_change(struct dentry* dentry, unsigned int ia_valid);
int fsnotify_sb_error(struct super_block* sb, struct inode* inode, int error);

#endif
