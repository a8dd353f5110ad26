// References to tasks.
#ifndef _LINUX_SCHED_TASK_H
#define _LINUX_SCHED_TASK_H

#include <linux/sched.h>
#include <linux/uaccess.h>

void __put_task_struct(struct task_struct* t);
static inline void put_task_struct(struct task_struct* t) {
  if (refcount_dec_and_test(&t->usage)) __put_task_struct(t);
}

struct callback_head;
struct cgroup;
struct css_set;
struct kernel_clone_args;
struct rusage;
struct task_struct;
union thread_union;

#define CLONE_LEGACY_FLAGS 0xffffffffULL
struct kernel_clone_args {
  u64 flags;
  int* pidfd;
  int* child_tid;
  int* parent_tid;
  int exit_signal;
  unsigned long stack;
  unsigned long stack_size;
  unsigned long tls;
  pid_t* set_tid;
  size_t set_tid_size;
  int cgroup;
  int io_thread;
  int kthread;
  int idle;
  int (*fn)(void*);
  void* fn_arg;
  struct cgroup* cgrp;
  struct css_set* cset;
  unsigned int kill_seq;
};
extern rwlock_t tasklist_lock;
extern spinlock_t mmlist_lock;
extern union thread_union init_thread_union;
int lockdep_tasklist_lock_is_held(void);
void schedule_tail(struct task_struct* prev);
void init_idle(struct task_struct* idle, int cpu);
int sched_fork(unsigned long clone_flags, struct task_struct* p);
void sched_cgroup_fork(struct task_struct* p, struct kernel_clone_args* kargs);
void sched_post_fork(struct task_struct* p);
void sched_dead(struct task_struct* p);
void do_task_dead(void);
void make_task_dead(int signr);
void mm_cache_init(void);
void proc_caches_init(void);
void fork_init(void);
void release_task(struct task_struct* p);
int copy_thread(struct task_struct*, const struct kernel_clone_args*);
void flush_thread(void);
void exit_thread(struct task_struct* tsk);
void do_group_exit(int);
void exit_files(struct task_struct*);
void exit_itimers(struct task_struct*);
pid_t kernel_clone(struct kernel_clone_args* kargs);
struct task_struct* create_io_thread(int (*fn)(void*), void* arg, int node);
struct task_struct* fork_idle(int);
pid_t kernel_thread(int (*fn)(void*), void* arg, unsigned long flags);
pid_t user_mode_thread(int (*fn)(void*), void* arg, unsigned long flags);
long kernel_wait4(pid_t, int*, int, struct rusage*);
int kernel_wait(pid_t pid, int* stat);
void free_task(struct task_struct* tsk);
void sched_exec(void);
void __put_task_struct_rcu_cb(struct callback_head* rhp);
void put_task_struct_rcu_user(struct task_struct* task);
void release_thread(struct task_struct* dead_task);
extern int arch_task_struct_size;

static inline void task_lock(struct task_struct* p) { spin_lock(&p->alloc_lock); }
static inline void task_unlock(struct task_struct* p) { spin_unlock(&p->alloc_lock); }

#include <linux/cleanup.h>

DEFINE_FREE(put_task, struct task_struct*, if (_T) put_task_struct(_T))

#endif
