// Names in directories, as far as printing needs them.
#ifndef _LINUX_DCACHE_H
#define _LINUX_DCACHE_H

#include <linux/atomic.h>
#include <linux/cache.h>
#include <linux/fs_mm32.h>
#include <linux/list.h>
#include <linux/lockref.h>
#include <linux/math.h>
#include <linux/rculist.h>
#include <linux/rculist_bl.h>
#include <linux/rcupdate.h>
#include <linux/seqlock.h>
#include <linux/spinlock.h>
#include <linux/wait.h>
#define QSTR_INIT(n, l) \
  { .len = l, .name = (const unsigned char*)n }

struct dentry;
struct dentry_operations;
struct file;
struct inode;
struct name_snapshot;
struct path;
struct qstr;
struct super_block;
struct vfsmount;

#define d_lock d_lockref.lock
#define DCACHE_OP_HASH 0x00000001
#define DCACHE_OP_COMPARE 0x00000002
#define DCACHE_OP_REVALIDATE 0x00000004
#define DCACHE_OP_DELETE 0x00000008
#define DCACHE_OP_PRUNE 0x00000010
#define DCACHE_DISCONNECTED 0x00000020
#define DCACHE_REFERENCED 0x00000040
#define DCACHE_DONTCACHE 0x00000080
#define DCACHE_CANT_MOUNT 0x00000100
#define DCACHE_GENOCIDE 0x00000200
#define DCACHE_SHRINK_LIST 0x00000400
#define DCACHE_OP_WEAK_REVALIDATE 0x00000800
#define DCACHE_NFSFS_RENAMED 0x00001000
#define DCACHE_COOKIE 0x00002000
#define DCACHE_FSNOTIFY_PARENT_WATCHED 0x00004000
#define DCACHE_DENTRY_KILLED 0x00008000
#define DCACHE_MOUNTED 0x00010000
#define DCACHE_NEED_AUTOMOUNT 0x00020000
#define DCACHE_MANAGE_TRANSIT 0x00040000
#define DCACHE_MANAGED_DENTRY (DCACHE_MOUNTED | DCACHE_NEED_AUTOMOUNT | DCACHE_MANAGE_TRANSIT)
#define DCACHE_LRU_LIST 0x00080000
#define DCACHE_ENTRY_TYPE 0x00700000
#define DCACHE_MISS_TYPE 0x00000000
#define DCACHE_WHITEOUT_TYPE 0x00100000
#define DCACHE_DIRECTORY_TYPE 0x00200000
#define DCACHE_AUTODIR_TYPE 0x00300000
#define DCACHE_REGULAR_TYPE 0x00400000
#define DCACHE_SPECIAL_TYPE 0x00500000
#define DCACHE_SYMLINK_TYPE 0x00600000
#define DCACHE_MAY_FREE 0x00800000
#define DCACHE_FALLTHRU 0x01000000
#define DCACHE_NOKEY_NAME 0x02000000
#define DCACHE_OP_REAL 0x04000000
#define DCACHE_PAR_LOOKUP 0x10000000
#define DCACHE_DENTRY_CURSOR 0x20000000
#define DCACHE_NORCU 0x40000000
extern const struct qstr empty_name;
extern const struct qstr slash_name;
extern const struct qstr dotdot_name;
enum dentry_d_lock_class { DENTRY_D_LOCK_NORMAL, DENTRY_D_LOCK_NESTED };
struct dentry_operations {
  int (*d_revalidate)(struct dentry*, unsigned int);
  int (*d_weak_revalidate)(struct dentry*, unsigned int);
  int (*d_hash)(const struct dentry*, struct qstr*);
  int (*d_compare)(const struct dentry*, unsigned int, const char*, const struct qstr*);
  int (*d_delete)(const struct dentry*);
  int (*d_init)(struct dentry*);
  void (*d_release)(struct dentry*);
  void (*d_prune)(struct dentry*);
  void (*d_iput)(struct dentry*, struct inode*);
  char* (*d_dname)(struct dentry*, char*, int);
  struct vfsmount* (*d_automount)(struct path*);
  int (*d_manage)(const struct path*, bool);
  struct dentry* (*d_real)(struct dentry*, const struct inode*);
} ____cacheline_aligned;
extern seqlock_t rename_lock;
void d_instantiate(struct dentry*, struct inode*);
void d_instantiate_new(struct dentry*, struct inode*);
struct dentry* d_instantiate_unique(struct dentry*, struct inode*);
struct dentry* d_instantiate_anon(struct dentry*, struct inode*);
void __d_drop(struct dentry* dentry);
void d_drop(struct dentry* dentry);
void d_delete(struct dentry*);
void d_set_d_op(struct dentry* dentry, const struct dentry_operations* op);
struct dentry* d_alloc(struct dentry*, const struct qstr*);
struct dentry* d_alloc_anon(struct super_block*);
struct dentry* d_alloc_parallel(struct dentry*, const struct qstr*, wait_queue_head_t*);
struct dentry* d_splice_alias(struct inode*, struct dentry*);
struct dentry* d_add_ci(struct dentry*, struct inode*, struct qstr*);
bool d_same_name(const struct dentry* dentry, const struct dentry* parent, const struct qstr* name);
struct dentry* d_exact_alias(struct dentry*, struct inode*);
struct dentry* d_find_any_alias(struct inode* inode);
struct dentry* d_obtain_alias(struct inode*);
struct dentry* d_obtain_root(struct inode*);
void shrink_dcache_sb(struct super_block*);
void shrink_dcache_parent(struct dentry*);
void shrink_dcache_for_umount(struct super_block*);
void d_invalidate(struct dentry*);
struct dentry* d_make_root(struct inode*);
void d_genocide(struct dentry*);
void d_tmpfile(struct file*, struct inode*);
struct dentry* d_find_alias(struct inode*);
void d_prune_aliases(struct inode*);
struct dentry* d_find_alias_rcu(struct inode*);
int path_has_submounts(const struct path*);
void d_rehash(struct dentry*);
void d_add(struct dentry*, struct inode*);
void d_move(struct dentry*, struct dentry*);
void d_exchange(struct dentry*, struct dentry*);
struct dentry* d_ancestor(struct dentry*, struct dentry*);
struct dentry* d_lookup(const struct dentry*, const struct qstr*);
struct dentry* d_hash_and_lookup(struct dentry*, struct qstr*);
struct dentry* __d_lookup(const struct dentry*, const struct qstr*);
struct dentry* __d_lookup_rcu(const struct dentry* parent, const struct qstr* name,
                              unsigned int* seq);
char* dynamic_dname(char*, int, const char*, ...);
char* __d_path(const struct path*, const struct path*, char*, int);
char* d_absolute_path(const struct path*, char*, int);
char* d_path(const struct path*, char*, int);
char* dentry_path_raw(const struct dentry*, char*, int);
char* dentry_path(const struct dentry*, char*, int);
struct dentry* dget_parent(struct dentry* dentry);
void __d_lookup_unhash_wake(struct dentry* dentry);
void dput(struct dentry*);
void d_set_fallthru(struct dentry* dentry);
extern int sysctl_vfs_cache_pressure;
struct name_snapshot {
  struct qstr name;
  unsigned char inline_name[36];
};
void take_dentry_name_snapshot(struct name_snapshot*, struct dentry*);
void release_dentry_name_snapshot(struct name_snapshot*);

#define IS_ROOT(x) ((x) == (x)->d_parent)
static inline unsigned d_count(const struct dentry* dentry) { return dentry->d_lockref.count; }
static inline struct dentry* dget_dlock(struct dentry* dentry) {
  if (dentry) dentry->d_lockref.count++;
  return dentry;
}
static inline struct dentry* dget(struct dentry* dentry) {
  if (dentry) lockref_get(&dentry->d_lockref);
  return dentry;
}
static inline int d_unhashed(const struct dentry* dentry) {
  return hlist_bl_unhashed(&dentry->d_hash);
}
static inline int d_unlinked(const struct dentry* dentry) {
  return d_unhashed(dentry) && !IS_ROOT(dentry);
}
static inline bool d_mountpoint(const struct dentry* dentry) {
  return dentry->d_flags & DCACHE_MOUNTED;
}
static inline unsigned __d_entry_type(const struct dentry* dentry) {
  return dentry->d_flags & DCACHE_ENTRY_TYPE;
}
static inline bool d_is_miss(const struct dentry* dentry) {
  return __d_entry_type(dentry) == DCACHE_MISS_TYPE;
}
static inline bool d_can_lookup(const struct dentry* dentry) {
  return __d_entry_type(dentry) == DCACHE_DIRECTORY_TYPE;
}
static inline bool d_is_autodir(const struct dentry* dentry) {
  return __d_entry_type(dentry) == DCACHE_AUTODIR_TYPE;
}
static inline bool d_is_dir(const struct dentry* dentry) {
  return d_can_lookup(dentry) || d_is_autodir(dentry);
}
static inline bool d_is_symlink(const struct dentry* dentry) {
  return __d_entry_type(dentry) == DCACHE_SYMLINK_TYPE;
}
static inline bool d_is_reg(const struct dentry* dentry) {
  return __d_entry_type(dentry) == DCACHE_REGULAR_TYPE;
}
static inline bool d_is_special(const struct dentry* dentry) {
  return __d_entry_type(dentry) == DCACHE_SPECIAL_TYPE;
}
static inline bool d_is_file(const struct dentry* dentry) {
  return d_is_reg(dentry) || d_is_special(dentry);
}
static inline bool d_is_negative(const struct dentry* dentry) { return d_is_miss(dentry); }
static inline bool d_is_positive(const struct dentry* dentry) { return !d_is_negative(dentry); }
static inline bool d_really_is_negative(const struct dentry* dentry) { return !dentry->d_inode; }
static inline bool d_really_is_positive(const struct dentry* dentry) { return dentry->d_inode; }
static inline struct inode* d_inode(const struct dentry* dentry) { return dentry->d_inode; }
static inline struct inode* d_inode_rcu(const struct dentry* dentry) {
  return READ_ONCE(dentry->d_inode);
}
static inline struct inode* d_backing_inode(const struct dentry* upper) { return upper->d_inode; }
static inline struct dentry* d_backing_dentry(struct dentry* upper) { return upper; }

static inline int cant_mount(const struct dentry* dentry) {
  return dentry->d_flags & DCACHE_CANT_MOUNT;
}
static inline void dont_mount(struct dentry* dentry) {
  spin_lock(&dentry->d_lock);
  dentry->d_flags |= DCACHE_CANT_MOUNT;
  spin_unlock(&dentry->d_lock);
}
static inline int d_in_lookup(const struct dentry* dentry) {
  return dentry->d_flags & DCACHE_PAR_LOOKUP;
}
void __d_lookup_unhash_wake(struct dentry* dentry);
static inline void d_lookup_done(struct dentry* dentry) {
  if (unlikely(d_in_lookup(dentry))) __d_lookup_unhash_wake(dentry);
}
static inline bool d_managed(const struct dentry* dentry) {
  return dentry->d_flags & DCACHE_MANAGED_DENTRY;
}
static inline bool d_is_whiteout(const struct dentry* dentry) {
  return (dentry->d_flags & DCACHE_ENTRY_TYPE) == DCACHE_WHITEOUT_TYPE;
}
static inline bool d_flags_negative(unsigned int flags) { return !(flags & DCACHE_ENTRY_TYPE); }
static inline int simple_positive(const struct dentry* dentry) {
  return d_really_is_positive(dentry) && !d_unhashed(dentry);
}
static inline bool d_is_fallthru(const struct dentry* dentry) {
  return dentry->d_flags & DCACHE_FALLTHRU;
}
static inline unsigned long vfs_pressure_ratio(unsigned long val) {
  return mult_frac(val, sysctl_vfs_cache_pressure, 100);
}
static inline struct dentry* d_real(struct dentry* dentry, const struct inode* inode) {
  return unlikely(dentry->d_flags & DCACHE_OP_REAL) ? dentry->d_op->d_real(dentry, inode) : dentry;
}
static inline struct inode* d_real_inode(const struct dentry* dentry) {
  return d_backing_inode(d_real((struct dentry*)dentry, NULL));
}

#endif
