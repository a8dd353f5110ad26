// Files without a name.
#ifndef _LINUX_ANON_INODES_H
#define _LINUX_ANON_INODES_H

struct file;
struct file_operations;
struct inode;

struct file* anon_inode_getfile(const char*, const struct file_operations*, void*, int);
int anon_inode_getfd(const char*, const struct file_operations*, void*, int);
int anon_inode_getfd_secure(const char*, const struct file_operations*, void*, int,
                            const struct inode*);

struct file* anon_inode_getfile_secure(const char* name, const struct file_operations* fops,
                                       void* priv, int flags, const struct inode* context_inode);

#endif
