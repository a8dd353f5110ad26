// The structures of control groups.
#ifndef _LINUX_CGROUP_DEFS_H
#define _LINUX_CGROUP_DEFS_H

#include <linux/bpf-cgroup-defs.h>
#include <linux/idr.h>
#include <linux/limits.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/percpu-refcount.h>
#include <linux/percpu-rwsem.h>
#include <linux/psi_types.h>
#include <linux/rcupdate.h>
#include <linux/refcount.h>
#include <linux/sched.h>
#include <linux/sched/types.h>
#include <linux/types.h>
#include <linux/u64_stats_sync.h>
#include <linux/wait.h>
#include <linux/workqueue.h>

struct callback_head;
struct cftype;
struct cgroup;
struct cgroup_base_stat;
struct cgroup_bpf;
struct cgroup_file;
struct cgroup_freezer_state;
struct cgroup_root;
struct cgroup_rstat_cpu;
struct cgroup_subsys;
struct cgroup_subsys_state;
struct cgroup_taskset;
struct css_set;
struct hlist_node;
struct idr;
struct kernfs_node;
struct kernfs_open_file;
struct kernfs_ops;
struct kernfs_root;
struct list_head;
struct mutex;
struct percpu_ref;
struct percpu_rw_semaphore;
struct poll_table_struct;
struct prev_cputime;
struct psi_group;
struct rcu_work;
struct seq_file;
struct sock_cgroup_data;
struct task_cputime;
struct task_struct;
struct timer_list;
struct u64_stats_sync;
struct work_struct;

#define MAX_CGROUP_TYPE_NAMELEN 32
#define MAX_CGROUP_ROOT_NAMELEN 64
#define MAX_CFTYPE_NAME 64
enum cgroup_subsys_id {
  cpuset_cgrp_id,
  cpu_cgrp_id,
  cpuacct_cgrp_id,
  io_cgrp_id,
  memory_cgrp_id,
  devices_cgrp_id,
  freezer_cgrp_id,
  net_cls_cgrp_id,
  perf_event_cgrp_id,
  net_prio_cgrp_id,
  hugetlb_cgrp_id,
  pids_cgrp_id,
  rdma_cgrp_id,
  misc_cgrp_id,
  CGROUP_SUBSYS_COUNT
};
enum { CSS_NO_REF = 1, CSS_ONLINE, CSS_RELEASED = 4, CSS_VISIBLE = 8, CSS_DYING = 0x10 };
enum { CGRP_NOTIFY_ON_RELEASE, CGRP_CPUSET_CLONE_CHILDREN, CGRP_FREEZE, CGRP_FROZEN };
enum {
  CGRP_ROOT_NOPREFIX = 2,
  CGRP_ROOT_XATTR = 4,
  CGRP_ROOT_NS_DELEGATE = 8,
  CGRP_ROOT_FAVOR_DYNMODS = 0x10,
  CGRP_ROOT_CPUSET_V2_MODE = 0x10000,
  CGRP_ROOT_MEMORY_LOCAL_EVENTS = 0x20000,
  CGRP_ROOT_MEMORY_RECURSIVE_PROT = 0x40000
};
enum {
  CFTYPE_ONLY_ON_ROOT = 1,
  CFTYPE_NOT_ON_ROOT,
  CFTYPE_NS_DELEGATABLE = 4,
  CFTYPE_NO_PREFIX = 8,
  CFTYPE_WORLD_WRITABLE = 0x10,
  CFTYPE_DEBUG = 0x20,
  __CFTYPE_ONLY_ON_DFL = 0x10000,
  __CFTYPE_NOT_ON_DFL = 0x20000,
  __CFTYPE_ADDED = 0x40000
};
struct cgroup_file {
  struct kernfs_node* kn;
  unsigned long notified_at;
  struct timer_list notify_timer;
};
struct cgroup_subsys_state {
  struct cgroup* cgroup;
  struct cgroup_subsys* ss;
  struct percpu_ref refcnt;
  struct list_head sibling;
  struct list_head children;
  struct list_head rstat_css_node;
  int id;
  unsigned int flags;
  u64 serial_nr;
  atomic_t online_cnt;
  struct work_struct destroy_work;
  struct rcu_work destroy_rwork;
  struct cgroup_subsys_state* parent;
};
struct css_set {
  struct cgroup_subsys_state* subsys[14];
  refcount_t refcount;
  struct css_set* dom_cset;
  struct cgroup* dfl_cgrp;
  int nr_tasks;
  struct list_head tasks;
  struct list_head mg_tasks;
  struct list_head dying_tasks;
  struct list_head task_iters;
  struct list_head e_cset_node[14];
  struct list_head threaded_csets;
  struct list_head threaded_csets_node;
  struct hlist_node hlist;
  struct list_head cgrp_links;
  struct list_head mg_src_preload_node;
  struct list_head mg_dst_preload_node;
  struct list_head mg_node;
  struct cgroup* mg_src_cgrp;
  struct cgroup* mg_dst_cgrp;
  struct css_set* mg_dst_cset;
  bool dead;
  struct callback_head callback_head;
};
struct cgroup_base_stat {
  struct task_cputime cputime;
};
struct cgroup_rstat_cpu {
  struct u64_stats_sync bsync;
  struct cgroup_base_stat bstat;
  struct cgroup_base_stat last_bstat;
  struct cgroup* updated_children;
  struct cgroup* updated_next;
};
struct cgroup_freezer_state {
  bool freeze;
  int e_freeze;
  int nr_frozen_descendants;
  int nr_frozen_tasks;
};
struct cgroup {
  struct cgroup_subsys_state self;
  unsigned long flags;
  int level;
  int max_depth;
  int nr_descendants;
  int nr_dying_descendants;
  int max_descendants;
  int nr_populated_csets;
  int nr_populated_domain_children;
  int nr_populated_threaded_children;
  int nr_threaded_children;
  unsigned int kill_seq;
  struct kernfs_node* kn;
  struct cgroup_file procs_file;
  struct cgroup_file events_file;
  struct cgroup_file psi_files[3];
  u16 subtree_control;
  u16 subtree_ss_mask;
  u16 old_subtree_control;
  u16 old_subtree_ss_mask;
  struct cgroup_subsys_state* subsys[14];
  struct cgroup_root* root;
  struct list_head cset_links;
  struct list_head e_csets[14];
  struct cgroup* dom_cgrp;
  struct cgroup* old_dom_cgrp;
  struct cgroup_rstat_cpu* rstat_cpu;
  struct list_head rstat_css_list;
  struct cgroup_base_stat last_bstat;
  struct cgroup_base_stat bstat;
  struct prev_cputime prev_cputime;
  struct list_head pidlists;
  struct mutex pidlist_mutex;
  wait_queue_head_t offline_waitq;
  struct work_struct release_agent_work;
  struct psi_group* psi;
  struct cgroup_bpf bpf;
  atomic_t congestion_count;
  struct cgroup_freezer_state freezer;
  struct cgroup* ancestors[];
};
struct cgroup_root {
  struct kernfs_root* kf_root;
  unsigned int subsys_mask;
  int hierarchy_id;
  struct list_head root_list;
  struct callback_head rcu;
  struct cgroup cgrp;
  struct cgroup* cgrp_ancestor_storage;
  atomic_t nr_cgrps;
  unsigned int flags;
  char release_agent_path[4096];
  char name[64];
};
struct cftype {
  char name[64];
  unsigned long private;
  size_t max_write_len;
  unsigned int flags;
  unsigned int file_offset;
  struct cgroup_subsys* ss;
  struct list_head node;
  struct kernfs_ops* kf_ops;
  int (*open)(struct kernfs_open_file*);
  void (*release)(struct kernfs_open_file*);
  u64 (*read_u64)(struct cgroup_subsys_state*, struct cftype*);
  s64 (*read_s64)(struct cgroup_subsys_state*, struct cftype*);
  int (*seq_show)(struct seq_file*, void*);
  void* (*seq_start)(struct seq_file*, loff_t*);
  void* (*seq_next)(struct seq_file*, void*, loff_t*);
  void (*seq_stop)(struct seq_file*, void*);
  int (*write_u64)(struct cgroup_subsys_state*, struct cftype*, u64);
  int (*write_s64)(struct cgroup_subsys_state*, struct cftype*, s64);
  ssize_t (*write)(struct kernfs_open_file*, char*, size_t, loff_t);
  __poll_t (*poll)(struct kernfs_open_file*, struct poll_table_struct*);
};
struct cgroup_subsys {
  struct cgroup_subsys_state* (*css_alloc)(struct cgroup_subsys_state*);
  int (*css_online)(struct cgroup_subsys_state*);
  void (*css_offline)(struct cgroup_subsys_state*);
  void (*css_released)(struct cgroup_subsys_state*);
  void (*css_free)(struct cgroup_subsys_state*);
  void (*css_reset)(struct cgroup_subsys_state*);
  void (*css_rstat_flush)(struct cgroup_subsys_state*, int);
  int (*css_extra_stat_show)(struct seq_file*, struct cgroup_subsys_state*);
  int (*can_attach)(struct cgroup_taskset*);
  void (*cancel_attach)(struct cgroup_taskset*);
  void (*attach)(struct cgroup_taskset*);
  void (*post_attach)(void);
  int (*can_fork)(struct task_struct*, struct css_set*);
  void (*cancel_fork)(struct task_struct*, struct css_set*);
  void (*fork)(struct task_struct*);
  void (*exit)(struct task_struct*);
  void (*release)(struct task_struct*);
  void (*bind)(struct cgroup_subsys_state*);
  bool early_init : 1;
  bool implicit_on_dfl : 1;
  bool threaded : 1;
  int id;
  const char* name;
  const char* legacy_name;
  struct cgroup_root* root;
  struct idr css_idr;
  struct list_head cfts;
  struct cftype* dfl_cftypes;
  struct cftype* legacy_cftypes;
  unsigned int depends_on;
};
extern struct percpu_rw_semaphore cgroup_threadgroup_rwsem;
struct sock_cgroup_data {
  struct cgroup* cgroup;
  u32 classid;
  u16 prioidx;
};

// Inline in Linux.
void cgroup_threadgroup_change_begin(struct task_struct* tsk);
void cgroup_threadgroup_change_end(struct task_struct* tsk);
u16 sock_cgroup_prioidx(const struct sock_cgroup_data* skcd);
u32 sock_cgroup_classid(const struct sock_cgroup_data* skcd);
void sock_cgroup_set_prioidx(struct sock_cgroup_data* skcd, u16 prioidx);
void sock_cgroup_set_classid(struct sock_cgroup_data* skcd, u32 classid);

#endif
