// Groups of threads and their signals.
#ifndef _LINUX_SCHED_SIGNAL_H
#define _LINUX_SCHED_SIGNAL_H

#include <asm/thread_info.h>
#include <linux/cred.h>
#include <linux/hrtimer.h>
#include <linux/pid.h>
#include <linux/posix-timers.h>
#include <linux/resource.h>
#include <linux/sched.h>
#include <linux/sched/jobctl.h>
#include <linux/sched/task.h>
#include <linux/signal.h>
#include <linux/task_io_accounting.h>

struct kernel_siginfo;
int send_sig(int sig, struct task_struct* p, int priv);
int send_sig_info(int sig, struct kernel_siginfo* info, struct task_struct* p);
int kill_pid(struct pid* pid, int sig, int priv);
int kill_pgrp(struct pid* pid, int sig, int priv);
void force_sig(int sig);
void flush_signals(struct task_struct* t);
void recalc_sigpending(void);
static inline int thread_group_leader(struct task_struct* p) { return p->pid == p->tgid; }
static inline bool same_thread_group(struct task_struct* a, struct task_struct* b) {
  return a->group_leader == b->group_leader;
}

struct autogroup;
struct completion;
struct core_state;
struct core_thread;
struct cpu_itimer;
struct cred;
struct hlist_head;
struct hlist_node;
struct hrtimer;
struct k_sigaction;
struct list_head;
struct mm_struct;
struct multiprocess_signals;
struct mutex;
struct pacct_struct;
struct pid;
struct posix_cputimers;
struct prev_cputime;
struct rlimit;
struct rw_semaphore;
struct sighand_struct;
struct signal_struct;
struct sigpending;
struct sigqueue;
struct task_cputime_atomic;
struct task_io_accounting;
struct task_struct;
struct taskstats;
struct thread_group_cputimer;
struct tty_audit_buf;
struct tty_struct;

#define SIGNAL_STOP_STOPPED 0x00000001
#define SIGNAL_STOP_CONTINUED 0x00000002
#define SIGNAL_GROUP_EXIT 0x00000004
#define SIGNAL_CLD_STOPPED 0x00000010
#define SIGNAL_CLD_CONTINUED 0x00000020
#define SIGNAL_CLD_MASK (SIGNAL_CLD_STOPPED | SIGNAL_CLD_CONTINUED)
#define SIGNAL_UNKILLABLE 0x00000040
#define SIGNAL_STOP_MASK (SIGNAL_CLD_MASK | SIGNAL_STOP_STOPPED | SIGNAL_STOP_CONTINUED)
struct sighand_struct {
  spinlock_t siglock;
  refcount_t count;
  wait_queue_head_t signalfd_wqh;
  struct k_sigaction action[64];
};
struct pacct_struct {
  int ac_flag;
  long ac_exitcode;
  unsigned long ac_mem;
  u64 ac_utime;
  u64 ac_stime;
  unsigned long ac_minflt;
  unsigned long ac_majflt;
};
struct cpu_itimer {
  u64 expires;
  u64 incr;
};
struct task_cputime_atomic {
  atomic64_t utime;
  atomic64_t stime;
  atomic64_t sum_exec_runtime;
};
struct thread_group_cputimer {
  struct task_cputime_atomic cputime_atomic;
};
struct multiprocess_signals {
  sigset_t signal;
  struct hlist_node node;
};
struct core_thread {
  struct task_struct* task;
  struct core_thread* next;
};
struct core_state {
  atomic_t nr_threads;
  struct core_thread dumper;
  struct completion startup;
};
struct signal_struct {
  refcount_t sigcnt;
  atomic_t live;
  int nr_threads;
  int quick_threads;
  struct list_head thread_head;
  wait_queue_head_t wait_chldexit;
  struct task_struct* curr_target;
  struct sigpending shared_pending;
  struct hlist_head multiprocess;
  int group_exit_code;
  int notify_count;
  struct task_struct* group_exec_task;
  int group_stop_count;
  unsigned int flags;
  struct core_state* core_state;
  unsigned int is_child_subreaper : 1;
  unsigned int has_child_subreaper : 1;
  unsigned int next_posix_timer_id;
  struct list_head posix_timers;
  struct hrtimer real_timer;
  ktime_t it_real_incr;
  struct cpu_itimer it[2];
  struct thread_group_cputimer cputimer;
  struct posix_cputimers posix_cputimers;
  struct pid* pids[4];
  struct pid* tty_old_pgrp;
  int leader;
  struct tty_struct* tty;
  struct autogroup* autogroup;
  seqlock_t stats_lock;
  u64 utime;
  u64 stime;
  u64 cutime;
  u64 cstime;
  u64 gtime;
  u64 cgtime;
  struct prev_cputime prev_cputime;
  unsigned long nvcsw;
  unsigned long nivcsw;
  unsigned long cnvcsw;
  unsigned long cnivcsw;
  unsigned long min_flt;
  unsigned long maj_flt;
  unsigned long cmin_flt;
  unsigned long cmaj_flt;
  unsigned long inblock;
  unsigned long oublock;
  unsigned long cinblock;
  unsigned long coublock;
  unsigned long maxrss;
  unsigned long cmaxrss;
  struct task_io_accounting ioac;
  unsigned long long sum_sched_runtime;
  struct rlimit rlim[16];
  struct pacct_struct pacct;
  struct taskstats* stats;
  unsigned int audit_tty;
  struct tty_audit_buf* tty_audit_buf;
  bool oom_flag_origin;
  short oom_score_adj;
  short oom_score_adj_min;
  struct mm_struct* oom_mm;
  struct mutex cred_guard_mutex;
  struct rw_semaphore exec_update_lock;
};
void ignore_signals(struct task_struct*);
void flush_signal_handlers(struct task_struct*, int force_default);
int dequeue_signal(struct task_struct* task, sigset_t* mask, kernel_siginfo_t* info,
                   enum pid_type* type);
int force_sig_fault_to_task(int sig, int code, void* addr, struct task_struct* t);
int force_sig_fault(int sig, int code, void* addr);
int send_sig_fault(int sig, int code, void* addr, struct task_struct* t);
int force_sig_mceerr(int code, void*, short);
int send_sig_mceerr(int code, void*, short, struct task_struct*);
int force_sig_bnderr(void* addr, void* lower, void* upper);
int force_sig_pkuerr(void* addr, u32 pkey);
int send_sig_perf(void* addr, u32 type, u64 sig_data);
int force_sig_ptrace_errno_trap(int errno, void* addr);
int force_sig_fault_trapno(int sig, int code, void* addr, int trapno);
int send_sig_fault_trapno(int sig, int code, void* addr, int trapno, struct task_struct* t);
int force_sig_seccomp(int syscall, int reason, bool force_coredump);
void force_sigsegv(int sig);
int force_sig_info(struct kernel_siginfo*);
int __kill_pgrp_info(int sig, struct kernel_siginfo* info, struct pid* pgrp);
int kill_pid_info(int sig, struct kernel_siginfo* info, struct pid* pid);
int kill_pid_usb_asyncio(int sig, int errno, sigval_t addr, struct pid*, const struct cred*);
bool do_notify_parent(struct task_struct*, int);
void __wake_up_parent(struct task_struct* p, struct task_struct* parent);
void force_fatal_sig(int);
void force_exit_sig(int);
int zap_other_threads(struct task_struct* p);
struct sigqueue* sigqueue_alloc(void);
void sigqueue_free(struct sigqueue*);
int send_sigqueue(struct sigqueue*, struct pid*, enum pid_type);
int do_sigaction(int, struct k_sigaction*, struct k_sigaction*);
void recalc_sigpending_and_wake(struct task_struct* t);
void calculate_sigpending(void);
void signal_wake_up_state(struct task_struct* t, unsigned int state);
void task_join_group_stop(struct task_struct* task);
int set_user_sigmask(const sigset_t* umask, size_t sigsetsize);
void __cleanup_sighand(struct sighand_struct*);
void flush_itimer_signals(void);
bool current_is_single_threaded(void);
typedef int (*proc_visitor)(struct task_struct*, void*);
void walk_process_tree(struct task_struct* top, proc_visitor, void*);
bool thread_group_exited(struct pid* pid);
struct sighand_struct* __lock_task_sighand(struct task_struct* task, unsigned long* flags);

#define tasklist_empty() list_empty(&init_task.tasks)
#define next_task(p) list_entry((p)->tasks.next, struct task_struct, tasks)
#define delay_group_leader(p) (thread_group_leader(p) && !thread_group_empty(p))
static inline struct task_struct* next_thread(const struct task_struct* p) {
  return list_entry(p->thread_group.next, struct task_struct, thread_group);
}
static inline int thread_group_empty(struct task_struct* p) { return list_empty(&p->thread_group); }
#define do_each_thread(g, t) \
  for (g = t = &init_task; (g = t = next_task(g)) != &init_task;) do
#define while_each_thread(g, t) while ((t = next_thread(t)) != g)
#define __for_each_thread(signal, t) list_for_each_entry_rcu(t, &(signal)->thread_head, thread_node)
#define for_each_thread(p, t) __for_each_thread((p)->signal, t)
#define for_each_process_thread(p, t) for_each_process(p) for_each_thread(p, t)
static inline int get_nr_threads(struct task_struct* task) { return task->signal->nr_threads; }
static inline struct pid* task_tgid(struct task_struct* task) {
  return task->signal->pids[PIDTYPE_TGID];
}
static inline struct pid* task_pgrp(struct task_struct* task) {
  return task->signal->pids[PIDTYPE_PGID];
}
static inline struct pid* task_session(struct task_struct* task) {
  return task->signal->pids[PIDTYPE_SID];
}
static inline unsigned long task_rlimit(const struct task_struct* task, unsigned int limit) {
  return READ_ONCE(task->signal->rlim[limit].rlim_cur);
}
static inline unsigned long task_rlimit_max(const struct task_struct* task, unsigned int limit) {
  return READ_ONCE(task->signal->rlim[limit].rlim_max);
}
static inline unsigned long rlimit(unsigned int limit) { return task_rlimit(current, limit); }
static inline unsigned long rlimit_max(unsigned int limit) {
  return task_rlimit_max(current, limit);
}

// No signal is ever pending.
static inline int task_sigpending(struct task_struct* p) { return 0; }
static inline int __fatal_signal_pending(struct task_struct* p) { return 0; }
static inline int signal_pending_state(unsigned int state, struct task_struct* p) { return 0; }
static inline bool fault_signal_pending(vm_fault_t fault_flags, struct pt_regs* regs) {
  return false;
}
static inline struct sighand_struct* lock_task_sighand(struct task_struct* task,
                                                       unsigned long* flags) {
  return __lock_task_sighand(task, flags);
}
static inline void unlock_task_sighand(struct task_struct* task, unsigned long* flags) {
  spin_unlock_irqrestore(&task->sighand->siglock, *flags);
}
static inline int on_sig_stack(unsigned long sp) {
  return sp > current->sas_ss_sp && sp - current->sas_ss_sp <= current->sas_ss_size;
}
static inline int sas_ss_flags(unsigned long sp) {
  if (!current->sas_ss_size) return 2 /* SS_DISABLE */;
  return on_sig_stack(sp) ? 1 /* SS_ONSTACK */ : 0;
}

// A signal of a kernel thread is taken away, not looked at.
static inline int kernel_dequeue_signal(void) {
  struct task_struct* task = current;
  kernel_siginfo_t __info;
  enum pid_type __type;
  int ret;
  spin_lock_irq(&task->sighand->siglock);
  ret = dequeue_signal(task, &task->blocked, &__info, &__type);
  spin_unlock_irq(&task->sighand->siglock);
  return ret;
}
static inline int restart_syscall(void) {
  set_tsk_thread_flag(current, TIF_SIGPENDING);
  return -ERESTARTNOINTR;
}
static inline struct pid* task_pid_type(struct task_struct* task, enum pid_type type) {
  return type == PIDTYPE_PID ? task_pid(task) : task->signal->pids[type];
}

#endif
