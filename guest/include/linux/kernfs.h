// The files behind sysfs.
#ifndef _LINUX_KERNFS_H
#define _LINUX_KERNFS_H

#include <linux/atomic.h>
#include <linux/bug.h>
#include <linux/err.h>
#include <linux/idr.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/rbtree.h>
#include <linux/types.h>
#include <linux/uidgid.h>
#include <linux/wait.h>

// Inline in Linux.
struct kernfs_node;
enum kernfs_node_type kernfs_type(struct kernfs_node* kn);
ino_t kernfs_id_ino(u64 id);
u32 kernfs_id_gen(u64 id);
ino_t kernfs_ino(struct kernfs_node* kn);
ino_t kernfs_gen(struct kernfs_node* kn);
void kernfs_enable_ns(struct kernfs_node* kn);
bool kernfs_ns_enabled(struct kernfs_node* kn);
int kernfs_path(struct kernfs_node* kn, char* buf, size_t buflen);
struct kernfs_node* kernfs_find_and_get(struct kernfs_node* kn, const char* name);
struct kernfs_node* kernfs_walk_and_get(struct kernfs_node* kn, const char* path);
struct kernfs_node* kernfs_create_dir(struct kernfs_node* parent, const char* name, umode_t mode,
                                      void* priv);
int kernfs_remove_by_name(struct kernfs_node* parent, const char* name);
int kernfs_rename(struct kernfs_node* kn, struct kernfs_node* new_parent, const char* new_name);

#endif
