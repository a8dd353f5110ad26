#ifndef _LINUX_USER_NAMESPACE_H
#define _LINUX_USER_NAMESPACE_H

#include <linux/err.h>
#include <linux/kref.h>
#include <linux/ns_common.h>
#include <linux/nsproxy.h>
#include <linux/rwsem.h>
#include <linux/sched.h>
#include <linux/sysctl.h>
#include <linux/types.h>
#include <linux/workqueue.h>

struct cred;
struct ctl_table_header;
struct ctl_table_set;
struct file;
struct hlist_node;
struct key;
struct list_head;
struct ns_common;
struct rw_semaphore;
struct seq_file;
struct seq_operations;
struct ucounts;
struct uid_gid_extent;
struct uid_gid_map;
struct user_namespace;
struct work_struct;

#define UID_GID_MAP_MAX_BASE_EXTENTS 5
#define UID_GID_MAP_MAX_EXTENTS 340
#define USERNS_SETGROUPS_ALLOWED 1UL
#define USERNS_INIT_FLAGS USERNS_SETGROUPS_ALLOWED
struct uid_gid_extent {
  u32 first;
  u32 lower_first;
  u32 count;
};
struct uid_gid_map {
  u32 nr_extents;
  union {
    struct uid_gid_extent extent[5];
    struct {
      struct uid_gid_extent* forward;
      struct uid_gid_extent* reverse;
    };
  };
};
enum ucount_type {
  UCOUNT_USER_NAMESPACES,
  UCOUNT_PID_NAMESPACES,
  UCOUNT_UTS_NAMESPACES,
  UCOUNT_IPC_NAMESPACES,
  UCOUNT_NET_NAMESPACES,
  UCOUNT_MNT_NAMESPACES,
  UCOUNT_CGROUP_NAMESPACES,
  UCOUNT_TIME_NAMESPACES,
  UCOUNT_INOTIFY_INSTANCES,
  UCOUNT_INOTIFY_WATCHES,
  UCOUNT_FANOTIFY_GROUPS,
  UCOUNT_FANOTIFY_MARKS,
  UCOUNT_COUNTS
};
enum rlimit_type {
  UCOUNT_RLIMIT_NPROC,
  UCOUNT_RLIMIT_MSGQUEUE,
  UCOUNT_RLIMIT_SIGPENDING,
  UCOUNT_RLIMIT_MEMLOCK,
  UCOUNT_RLIMIT_COUNTS
};
struct user_namespace {
  struct uid_gid_map uid_map;
  struct uid_gid_map gid_map;
  struct uid_gid_map projid_map;
  struct user_namespace* parent;
  int level;
  kuid_t owner;
  kgid_t group;
  struct ns_common ns;
  unsigned long flags;
  bool parent_could_setfcap;
  struct list_head keyring_name_list;
  struct key* user_keyring_register;
  struct rw_semaphore keyring_sem;
  struct key* persistent_keyring_register;
  struct work_struct work;
  struct ctl_table_set set;
  struct ctl_table_header* sysctls;
  struct ucounts* ucounts;
  long ucount_max[12];
  long rlimit_max[4];
};
struct ucounts {
  struct hlist_node node;
  struct user_namespace* ns;
  kuid_t uid;
  atomic_t count;
  atomic_long_t ucount[12];
  atomic_long_t rlimit[4];
};
extern struct ucounts init_ucounts;
bool setup_userns_sysctls(struct user_namespace* ns);
void retire_userns_sysctls(struct user_namespace* ns);
struct ucounts* inc_ucount(struct user_namespace* ns, kuid_t uid, enum ucount_type type);
void dec_ucount(struct ucounts* ucounts, enum ucount_type type);
struct ucounts* alloc_ucounts(struct user_namespace* ns, kuid_t uid);
struct ucounts* get_ucounts(struct ucounts* ucounts);
void put_ucounts(struct ucounts* ucounts);
long inc_rlimit_ucounts(struct ucounts* ucounts, enum rlimit_type type, long v);
bool dec_rlimit_ucounts(struct ucounts* ucounts, enum rlimit_type type, long v);
long inc_rlimit_get_ucounts(struct ucounts* ucounts, enum rlimit_type type, bool override_rlimit);
void dec_rlimit_put_ucounts(struct ucounts* ucounts, enum rlimit_type type);
bool is_rlimit_overlimit(struct ucounts* ucounts, enum rlimit_type type, unsigned long max);
int create_user_ns(struct cred* new);
int unshare_userns(unsigned long unshare_flags, struct cred** new_cred);
void __put_user_ns(struct user_namespace* ns);
extern const struct seq_operations proc_uid_seq_operations;
extern const struct seq_operations proc_gid_seq_operations;
extern const struct seq_operations proc_projid_seq_operations;
ssize_t proc_uid_map_write(struct file*, const char*, size_t, loff_t*);
ssize_t proc_gid_map_write(struct file*, const char*, size_t, loff_t*);
ssize_t proc_projid_map_write(struct file*, const char*, size_t, loff_t*);
ssize_t proc_setgroups_write(struct file*, const char*, size_t, loff_t*);
int proc_setgroups_show(struct seq_file* m, void* v);
bool userns_may_setgroups(const struct user_namespace* ns);
bool in_userns(const struct user_namespace* ancestor, const struct user_namespace* child);
bool current_in_userns(const struct user_namespace* target_ns);
struct ns_common* ns_get_owner(struct ns_common* ns);

// Inline in Linux.
long get_rlimit_value(struct ucounts* ucounts, enum rlimit_type type);
long get_userns_rlimit_max(struct user_namespace* ns, enum rlimit_type type);
void set_userns_rlimit_max(struct user_namespace* ns, enum rlimit_type type, unsigned long max);
struct user_namespace* get_user_ns(struct user_namespace* ns);
void put_user_ns(struct user_namespace* ns);

#endif
