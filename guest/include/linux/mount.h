#ifndef _LINUX_MOUNT_H
#define _LINUX_MOUNT_H

#include <asm/barrier.h>
#include <linux/types.h>

struct dentry;
struct file;
struct file_system_type;
struct fs_context;
struct list_head;
struct path;
struct vfsmount;

#define MNT_NOSUID 0x01
#define MNT_NODEV 0x02
#define MNT_NOEXEC 0x04
#define MNT_NOATIME 0x08
#define MNT_NODIRATIME 0x10
#define MNT_RELATIME 0x20
#define MNT_READONLY 0x40
#define MNT_NOSYMFOLLOW 0x80
#define MNT_SHRINKABLE 0x100
#define MNT_WRITE_HOLD 0x200
#define MNT_SHARED 0x1000
#define MNT_UNBINDABLE 0x2000
#define MNT_SHARED_MASK (MNT_UNBINDABLE)
#define MNT_ATIME_MASK (MNT_NOATIME | MNT_NODIRATIME | MNT_RELATIME)
#define MNT_INTERNAL 0x4000
#define MNT_LOCK_ATIME 0x040000
#define MNT_LOCK_NOEXEC 0x080000
#define MNT_LOCK_NOSUID 0x100000
#define MNT_LOCK_NODEV 0x200000
#define MNT_LOCK_READONLY 0x400000
#define MNT_LOCKED 0x800000
#define MNT_DOOMED 0x1000000
#define MNT_SYNC_UMOUNT 0x2000000
#define MNT_MARKED 0x4000000
#define MNT_UMOUNT 0x8000000
#define MNT_CURSOR 0x10000000
int mnt_want_write(struct vfsmount* mnt);
int mnt_want_write_file(struct file* file);
void mnt_drop_write(struct vfsmount* mnt);
void mnt_drop_write_file(struct file* file);
void mntput(struct vfsmount* mnt);
struct vfsmount* mntget(struct vfsmount* mnt);
struct vfsmount* mnt_clone_internal(const struct path* path);
bool __mnt_is_readonly(struct vfsmount* mnt);
bool mnt_may_suid(struct vfsmount* mnt);
struct vfsmount* clone_private_mount(const struct path* path);
int __mnt_want_write(struct vfsmount*);
void __mnt_drop_write(struct vfsmount*);
struct vfsmount* fc_mount(struct fs_context* fc);
struct vfsmount* vfs_create_mount(struct fs_context* fc);
struct vfsmount* vfs_kern_mount(struct file_system_type* type, int flags, const char* name,
                                void* data);
struct vfsmount* vfs_submount(const struct dentry* mountpoint, struct file_system_type* type,
                              const char* name, void* data);
void mnt_set_expiry(struct vfsmount* mnt, struct list_head* expiry_list);
void mark_mounts_for_expiry(struct list_head* mounts);
dev_t name_to_dev_t(const char* name);
bool path_is_mountpoint(const struct path* path);
bool our_mnt(struct vfsmount* mnt);
struct vfsmount* kern_mount(struct file_system_type*);
void kern_unmount(struct vfsmount* mnt);
int may_umount_tree(struct vfsmount*);
int may_umount(struct vfsmount*);
long do_mount(const char*, const char*, const char*, unsigned long, void*);
struct vfsmount* collect_mounts(const struct path*);
void drop_collected_mounts(struct vfsmount*);
int iterate_mounts(int (*)(struct vfsmount*, void*), void*, struct vfsmount*);
void kern_unmount_array(struct vfsmount* mnt[], unsigned int num);

// Inline in Linux.
struct user_namespace;
struct user_namespace* mnt_user_ns(const struct vfsmount* mnt);

#endif
