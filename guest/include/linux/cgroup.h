// Control groups.
#ifndef _LINUX_CGROUP_H
#define _LINUX_CGROUP_H

#include <linux/cgroup-defs.h>
#include <linux/cpumask.h>
#include <linux/fs.h>
#include <linux/jump_label.h>
#include <linux/kernel_stat.h>
#include <linux/kernfs.h>
#include <linux/nodemask.h>
#include <linux/nsproxy.h>
#include <linux/rculist.h>
#include <linux/refcount.h>
#include <linux/sched.h>
#include <linux/seq_file.h>
#include <linux/types.h>
#include <linux/user_namespace.h>

struct cftype;
struct cgroup;
struct cgroup_file;
struct cgroup_namespace;
struct cgroup_root;
struct cgroup_subsys;
struct cgroup_subsys_state;
struct cgroup_taskset;
struct cgroupstats;
struct css_set;
struct css_task_iter;
struct dentry;
struct file_system_type;
struct kernel_clone_args;
struct kernfs_open_file;
struct list_head;
struct mutex;
struct ns_common;
struct pid;
struct pid_namespace;
struct seq_file;
struct sock_cgroup_data;
struct task_struct;
struct ucounts;
struct user_namespace;

#define CGROUP_WEIGHT_MIN 1
#define CGROUP_WEIGHT_DFL 100
#define CGROUP_WEIGHT_MAX 10000
#define CSS_TASK_ITER_PROCS (1U << 0)
#define CSS_TASK_ITER_THREADED (1U << 1)
#define CSS_TASK_ITER_SKIPPED (1U << 16)
struct css_task_iter {
  struct cgroup_subsys* ss;
  unsigned int flags;
  struct list_head* cset_pos;
  struct list_head* cset_head;
  struct list_head* tcset_pos;
  struct list_head* tcset_head;
  struct list_head* task_pos;
  struct list_head* cur_tasks_head;
  struct css_set* cur_cset;
  struct css_set* cur_dcset;
  struct task_struct* cur_task;
  struct list_head iters_node;
};
extern struct file_system_type cgroup_fs_type;
extern struct cgroup_root cgrp_dfl_root;
extern struct css_set init_css_set;
bool css_has_online_children(struct cgroup_subsys_state* css);
struct cgroup_subsys_state* css_from_id(int id, struct cgroup_subsys* ss);
struct cgroup_subsys_state* cgroup_e_css(struct cgroup* cgroup, struct cgroup_subsys* ss);
struct cgroup_subsys_state* cgroup_get_e_css(struct cgroup* cgroup, struct cgroup_subsys* ss);
struct cgroup_subsys_state* css_tryget_online_from_dir(struct dentry* dentry,
                                                       struct cgroup_subsys* ss);
struct cgroup* cgroup_get_from_path(const char* path);
struct cgroup* cgroup_get_from_fd(int fd);
struct cgroup* cgroup_v1v2_get_from_fd(int fd);
int cgroup_attach_task_all(struct task_struct* from, struct task_struct*);
int cgroup_transfer_tasks(struct cgroup* to, struct cgroup* from);
int cgroup_add_dfl_cftypes(struct cgroup_subsys* ss, struct cftype* cfts);
int cgroup_add_legacy_cftypes(struct cgroup_subsys* ss, struct cftype* cfts);
int cgroup_rm_cftypes(struct cftype* cfts);
void cgroup_file_notify(struct cgroup_file* cfile);
void cgroup_file_show(struct cgroup_file* cfile, bool show);
int task_cgroup_path(struct task_struct* task, char* buf, size_t buflen);
int cgroupstats_build(struct cgroupstats* stats, struct dentry* dentry);
int proc_cgroup_show(struct seq_file* m, struct pid_namespace* ns, struct pid* pid,
                     struct task_struct* tsk);
void cgroup_fork(struct task_struct* p);
int cgroup_can_fork(struct task_struct* p, struct kernel_clone_args* kargs);
void cgroup_cancel_fork(struct task_struct* p, struct kernel_clone_args* kargs);
void cgroup_post_fork(struct task_struct* p, struct kernel_clone_args* kargs);
void cgroup_exit(struct task_struct* p);
void cgroup_release(struct task_struct* p);
void cgroup_free(struct task_struct* p);
int cgroup_init_early(void);
int cgroup_init(void);
int cgroup_parse_float(const char* input, unsigned int dec_shift, s64* v);
struct cgroup_subsys_state* css_next_child(struct cgroup_subsys_state* pos,
                                           struct cgroup_subsys_state* parent);
struct cgroup_subsys_state* css_next_descendant_pre(struct cgroup_subsys_state* pos,
                                                    struct cgroup_subsys_state* css);
struct cgroup_subsys_state* css_rightmost_descendant(struct cgroup_subsys_state* pos);
struct cgroup_subsys_state* css_next_descendant_post(struct cgroup_subsys_state* pos,
                                                     struct cgroup_subsys_state* css);
struct task_struct* cgroup_taskset_first(struct cgroup_taskset* tset,
                                         struct cgroup_subsys_state** dst_cssp);
struct task_struct* cgroup_taskset_next(struct cgroup_taskset* tset,
                                        struct cgroup_subsys_state** dst_cssp);
void css_task_iter_start(struct cgroup_subsys_state* css, unsigned int flags,
                         struct css_task_iter* it);
struct task_struct* css_task_iter_next(struct css_task_iter* it);
void css_task_iter_end(struct css_task_iter* it);
extern struct mutex cgroup_mutex;
struct cgroup_subsys_state* of_css(struct kernfs_open_file* of);
bool cgroup_psi_enabled(void);
void cgroup_path_from_kernfs_id(u64 id, char* buf, size_t buflen);
struct cgroup* cgroup_get_from_id(u64 id);
void cgroup_rstat_updated(struct cgroup* cgrp, int cpu);
void cgroup_rstat_flush(struct cgroup* cgrp);
void cgroup_rstat_flush_irqsafe(struct cgroup* cgrp);
void cgroup_rstat_flush_hold(struct cgroup* cgrp);
void cgroup_rstat_flush_release(void);
void cpuacct_charge(struct task_struct* tsk, u64 cputime);
void cpuacct_account_field(struct task_struct* tsk, int index, u64 val);
void __cgroup_account_cputime(struct cgroup* cgrp, u64 delta_exec);
void __cgroup_account_cputime_field(struct cgroup* cgrp, enum cpu_usage_stat index, u64 delta_exec);
void cgroup_sk_alloc(struct sock_cgroup_data* skcd);
void cgroup_sk_clone(struct sock_cgroup_data* skcd);
void cgroup_sk_free(struct sock_cgroup_data* skcd);
struct cgroup_namespace {
  struct ns_common ns;
  struct user_namespace* user_ns;
  struct ucounts* ucounts;
  struct css_set* root_cset;
};
extern struct cgroup_namespace init_cgroup_ns;
void free_cgroup_ns(struct cgroup_namespace* ns);
struct cgroup_namespace* copy_cgroup_ns(unsigned long flags, struct user_namespace* user_ns,
                                        struct cgroup_namespace* old_ns);
int cgroup_path_ns(struct cgroup* cgrp, char* buf, size_t buflen, struct cgroup_namespace* ns);
void cgroup_enter_frozen(void);
void cgroup_leave_frozen(bool always_leave);
void cgroup_update_frozen(struct cgroup* cgrp);
void cgroup_freeze(struct cgroup* cgrp, bool freeze);
void cgroup_freezer_migrate_task(struct task_struct* task, struct cgroup* src, struct cgroup* dst);

// Inline in Linux.
u64 cgroup_id(const struct cgroup* cgrp);
void css_get(struct cgroup_subsys_state* css);
void css_get_many(struct cgroup_subsys_state* css, unsigned int n);
bool css_tryget(struct cgroup_subsys_state* css);
bool css_tryget_online(struct cgroup_subsys_state* css);
bool css_is_dying(struct cgroup_subsys_state* css);
void css_put(struct cgroup_subsys_state* css);
void css_put_many(struct cgroup_subsys_state* css, unsigned int n);
void cgroup_get(struct cgroup* cgrp);
bool cgroup_tryget(struct cgroup* cgrp);
void cgroup_put(struct cgroup* cgrp);
void cgroup_lock(void);
void cgroup_unlock(void);
struct css_set* task_css_set(struct task_struct* task);
struct cgroup_subsys_state* task_css(struct task_struct* task, int subsys_id);
struct cgroup_subsys_state* task_get_css(struct task_struct* task, int subsys_id);
bool task_css_is_root(struct task_struct* task, int subsys_id);
struct cgroup* task_cgroup(struct task_struct* task, int subsys_id);
struct cgroup* task_dfl_cgroup(struct task_struct* task);
struct cgroup* cgroup_parent(struct cgroup* cgrp);
bool cgroup_is_descendant(struct cgroup* cgrp, struct cgroup* ancestor);
struct cgroup* cgroup_ancestor(struct cgroup* cgrp, int ancestor_level);
bool task_under_cgroup_hierarchy(struct task_struct* task, struct cgroup* ancestor);
bool cgroup_is_populated(struct cgroup* cgrp);
ino_t cgroup_ino(struct cgroup* cgrp);
struct cftype* of_cft(struct kernfs_open_file* of);
struct cftype* seq_cft(struct seq_file* seq);
struct cgroup_subsys_state* seq_css(struct seq_file* seq);
int cgroup_name(struct cgroup* cgrp, char* buf, size_t buflen);
int cgroup_path(struct cgroup* cgrp, char* buf, size_t buflen);
void pr_cont_cgroup_name(struct cgroup* cgrp);
void pr_cont_cgroup_path(struct cgroup* cgrp);
void cgroup_init_kthreadd(void);
void cgroup_kthread_ready(void);
void cgroup_account_cputime(struct task_struct* task, u64 delta_exec);
void cgroup_account_cputime_field(struct task_struct* task, enum cpu_usage_stat index,
                                  u64 delta_exec);
struct cgroup* sock_cgroup_ptr(struct sock_cgroup_data* skcd);
void get_cgroup_ns(struct cgroup_namespace* ns);
void put_cgroup_ns(struct cgroup_namespace* ns);
bool cgroup_task_frozen(struct task_struct* task);
void cgroup_bpf_get(struct cgroup* cgrp);
void cgroup_bpf_put(struct cgroup* cgrp);

#endif
