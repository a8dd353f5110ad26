#ifndef _LINUX_NSPROXY_H
#define _LINUX_NSPROXY_H

#include <linux/sched.h>
#include <linux/spinlock.h>
#include <linux/types.h>

struct cgroup_namespace;
struct cred;
struct fs_struct;
struct ipc_namespace;
struct mnt_namespace;
struct net;
struct nsproxy;
struct nsset;
struct pid_namespace;
struct task_struct;
struct time_namespace;
struct uts_namespace;

struct nsproxy {
  atomic_t count;
  struct uts_namespace* uts_ns;
  struct ipc_namespace* ipc_ns;
  struct mnt_namespace* mnt_ns;
  struct pid_namespace* pid_ns_for_children;
  struct net* net_ns;
  struct time_namespace* time_ns;
  struct time_namespace* time_ns_for_children;
  struct cgroup_namespace* cgroup_ns;
};
extern struct nsproxy init_nsproxy;
struct nsset {
  unsigned int flags;
  struct nsproxy* nsproxy;
  struct fs_struct* fs;
  const struct cred* cred;
};
int copy_namespaces(unsigned long flags, struct task_struct* tsk);
void exit_task_namespaces(struct task_struct* tsk);
void switch_task_namespaces(struct task_struct* tsk, struct nsproxy* new);
void free_nsproxy(struct nsproxy* ns);
int unshare_nsproxy_namespaces(unsigned long, struct nsproxy**, struct cred*, struct fs_struct*);
int nsproxy_cache_init(void);

// Inline in Linux.
struct cred* nsset_cred(struct nsset* set);
void put_nsproxy(struct nsproxy* ns);
void get_nsproxy(struct nsproxy* ns);

#endif
