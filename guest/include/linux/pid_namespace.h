#ifndef _LINUX_PID_NAMESPACE_H
#define _LINUX_PID_NAMESPACE_H

#include <linux/bug.h>
#include <linux/err.h>
#include <linux/idr.h>
#include <linux/mm.h>
#include <linux/ns_common.h>
#include <linux/nsproxy.h>
#include <linux/sched.h>
#include <linux/types.h>
#include <linux/workqueue.h>

struct callback_head;
struct fs_pin;
struct idr;
struct kmem_cache;
struct ns_common;
struct pid_namespace;
struct task_struct;
struct ucounts;
struct user_namespace;

#define MAX_PID_NS_LEVEL 32
#define PIDNS_ADDING (1U << 31)
struct pid_namespace {
  struct idr idr;
  struct callback_head rcu;
  unsigned int pid_allocated;
  struct task_struct* child_reaper;
  struct kmem_cache* pid_cachep;
  unsigned int level;
  struct pid_namespace* parent;
  struct fs_pin* bacct;
  struct user_namespace* user_ns;
  struct ucounts* ucounts;
  int reboot;
  struct ns_common ns;
};
struct pid_namespace* copy_pid_ns(unsigned long flags, struct user_namespace* user_ns,
                                  struct pid_namespace* ns);
void zap_pid_ns_processes(struct pid_namespace* pid_ns);
int reboot_pid_ns(struct pid_namespace* pid_ns, int cmd);
void put_pid_ns(struct pid_namespace* ns);
struct pid_namespace* task_active_pid_ns(struct task_struct* tsk);
void pidhash_init(void);
void pid_idr_init(void);

// Inline in Linux.
struct pid_namespace* get_pid_ns(struct pid_namespace* ns);
bool task_is_in_init_pid_ns(struct task_struct* tsk);

#endif
