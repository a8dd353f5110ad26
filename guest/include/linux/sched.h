// struct task_struct with the members that modules read, at their offsets in 6.1.
#ifndef _LINUX_SCHED_H
#define _LINUX_SCHED_H

#include <asm/current.h>
#include <linux/atomic.h>
#include <linux/cpumask.h>
#include <linux/list.h>
#include <linux/mm_types.h>
#include <linux/nodemask.h>
#include <linux/plist.h>
#include <linux/preempt.h>
#include <linux/rbtree.h>
#include <linux/refcount.h>
#include <linux/sched/prio.h>
#include <linux/sched_flags_mm32.h>
#include <linux/sched_structs_mm32.h>
#include <linux/seqlock.h>
#include <linux/signal_types.h>
#include <linux/smp.h>
#include <linux/spinlock_types.h>
#include <linux/types.h>
#include <linux/uidgid.h>
#include <linux/version.h>

#define TASK_COMM_LEN 16
#define TASK_RUNNING 0x00000000
#define TASK_INTERRUPTIBLE 0x00000001
#define TASK_UNINTERRUPTIBLE 0x00000002
#define __TASK_STOPPED 0x00000004
#define __TASK_TRACED 0x00000008
#define EXIT_DEAD 0x00000010
#define EXIT_ZOMBIE 0x00000020
#define TASK_DEAD 0x00000080
#define TASK_WAKEKILL 0x00000100
#define TASK_NOLOAD 0x00000400
#define TASK_NEW 0x00000800
#define TASK_KILLABLE (TASK_WAKEKILL | TASK_UNINTERRUPTIBLE)
#define TASK_IDLE (TASK_UNINTERRUPTIBLE | TASK_NOLOAD)
#define TASK_NORMAL (TASK_INTERRUPTIBLE | TASK_UNINTERRUPTIBLE)
#define PF_IDLE 0x00000002
#define PF_EXITING 0x00000004
#define PF_MEMALLOC 0x00000800
#define PF_KTHREAD 0x00200000
#define MAX_SCHEDULE_TIMEOUT LONG_MAX

struct audit_context;
struct backing_dev_info;
struct bio_list;
struct blk_plug;
struct capture_control;
struct completion;
struct css_set;
struct io_context;
struct io_uring_task;
struct key;
struct mem_cgroup;
struct nameidata;
struct pid;
struct pipe_inode_info;
struct reclaim_state;
struct rt_mutex_waiter;
struct sched_class;
struct task_delay_info;
struct task_group;
struct cred;
struct files_struct;
struct fs_struct;
struct nsproxy;
struct signal_struct;
struct sighand_struct;

struct thread_info {
  unsigned long flags;
  unsigned long syscall_work;
  u32 status;
  u32 cpu;
};

struct kmap_ctrl {
  int idx;
  pteval_t pteval[16];
};

// With PAE the entries in kmap_ctrl are twice as wide; what follows lies 64 bytes further.
#ifdef CONFIG_X86_PAE
#define __MM32_KMAP_CTRL_EXTRA 64
#else
#define __MM32_KMAP_CTRL_EXTRA 0
#endif
#define __MM32_TASK_BYTES (6528 + __MM32_KMAP_CTRL_EXTRA)
#define __MM32_TO(offset, from) u8 __PASTE(pad_, from)[(offset) - (from)]

struct task_struct {
  struct thread_info thread_info;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 14, 0)
  union {
    unsigned int __state;
    volatile long state;
  };
#else
  unsigned int __state;
#endif
  void* stack;
  refcount_t usage;
  unsigned int flags;
  unsigned int ptrace;
  int on_cpu;
  struct __call_single_node wake_entry;
  unsigned int wakee_flips;
  unsigned long wakee_flip_decay_ts;
  struct task_struct* last_wakee;
  int recent_used_cpu;
  int wake_cpu;
  int on_rq;
  int prio;
  int static_prio;
  int normal_prio;
  unsigned int rt_priority;
  struct sched_entity se;
  struct sched_rt_entity rt;
  struct list_head run_list_mm32;  // on the list of those that may run
  unsigned long sp_mm32;           // where the task goes on
  const char* waits_for_mm32;      // what a report of a task that waits for ever says
  void* kthread_mm32;              // of a kernel thread: struct kthread
  __MM32_TO(508, 368);
  const struct sched_class* sched_class;
  struct task_group* sched_task_group;
  struct sched_statistics stats;
  struct hlist_head preempt_notifiers;
  unsigned int btrace_seq;
  unsigned int policy;
  int nr_cpus_allowed;
  const struct cpumask* cpus_ptr;
  struct cpumask* user_cpus_ptr;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)
  union {
    struct cpumask cpus_mask;
    struct cpumask cpus_allowed;
  };
#else
  struct cpumask cpus_mask;
#endif
  void* migration_pending;
  unsigned short migration_disabled;
  unsigned short migration_flags;
  int rcu_read_lock_nesting;
  union rcu_special rcu_read_unlock_special;
  __MM32_TO(940, 876);
  struct sched_info sched_info;
  struct list_head tasks;
  struct plist_node pushable_tasks;
  struct rb_node pushable_dl_tasks;
  struct mm_struct* mm;
  struct mm_struct* active_mm;
  struct task_rss_stat rss_stat;
  int exit_state;
  int exit_code;
  int exit_signal;
  int pdeath_signal;
  unsigned long jobctl;
  unsigned int personality;
  unsigned sched_reset_on_fork : 1;
  unsigned sched_contributes_to_load : 1;
  unsigned sched_migrated : 1;
  unsigned sched_task_hot : 1;
  unsigned : 0;
  unsigned sched_remote_wakeup : 1;
  unsigned user_dumpable : 1;
  unsigned in_execve : 1;
  unsigned in_iowait : 1;
  unsigned restore_sigmask : 1;
  unsigned in_user_fault : 1;
  unsigned in_lru_fault : 1;
  unsigned no_cgroup_migration : 1;
  unsigned frozen : 1;
  unsigned use_memdelay : 1;
  unsigned in_memstall : 1;
  unsigned in_eventfd : 1;
  unsigned reported_split_lock : 1;
  unsigned in_thrashing : 1;
  unsigned long atomic_flags;
  // The block for restarting a system call, which nothing does here. Zero stands for root.
  union {
    u8 restart_block_mm32[36];
    struct {
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 29)
      uid_t uid, euid, suid, fsuid;
      gid_t gid, egid, sgid, fsgid;
#else
      u8 ids_mm32[32];
#endif
      struct __mm32_segment {
        unsigned long seg;
      } addr_limit_mm32;
    };
  };
  pid_t pid;
  pid_t tgid;
  unsigned long stack_canary;
  struct task_struct* real_parent;
  struct task_struct* parent;
  struct list_head children;
  struct list_head sibling;
  struct task_struct* group_leader;
  struct list_head ptraced;
  struct list_head ptrace_entry;
  struct pid* thread_pid;
  struct hlist_node pid_links[4];
  struct list_head thread_group;
  struct list_head thread_node;
  struct completion* vfork_done;
  int __user* set_child_tid;
  int __user* clear_child_tid;
  void* worker_private;
  u64 utime;
  u64 stime;
  u64 gtime;
  struct prev_cputime prev_cputime;
  unsigned long nvcsw;
  unsigned long nivcsw;
  u64 start_time;
  u64 start_boottime;
  unsigned long min_flt;
  unsigned long maj_flt;
  __MM32_TO(1396, 1308);
  const struct cred* ptracer_cred;
  const struct cred* real_cred;
  const struct cred* cred;
  struct key* cached_requested_key;
  char comm[TASK_COMM_LEN];
  struct nameidata* nameidata;
  __MM32_TO(1444, 1432);
  unsigned long last_switch_count;
  unsigned long last_switch_time;
  struct fs_struct* fs;
  struct files_struct* files;
  struct io_uring_task* io_uring;
  struct nsproxy* nsproxy;
  struct signal_struct* signal;
  struct sighand_struct* sighand;
  sigset_t blocked;
  sigset_t real_blocked;
  sigset_t saved_sigmask;
  struct sigpending pending;
  unsigned long sas_ss_sp;
  size_t sas_ss_size;
  unsigned int sas_ss_flags;
  struct callback_head* task_works;
  struct audit_context* audit_context;
  kuid_t loginuid;
  unsigned int sessionid;
  __MM32_TO(1572, 1544);
  u64 parent_exec_id;
  u64 self_exec_id;
  spinlock_t alloc_lock;
  raw_spinlock_t pi_lock;
  struct wake_q_node wake_q;
  struct rb_root_cached pi_waiters;
  struct task_struct* pi_top_task;
  struct rt_mutex_waiter* pi_blocked_on;
  void* journal_info;
  struct bio_list* bio_list;
  struct blk_plug* plug;
  struct reclaim_state* reclaim_state;
  struct backing_dev_info* backing_dev_info;
  struct io_context* io_context;
  struct capture_control* capture_control;
  unsigned long ptrace_message;
  kernel_siginfo_t* last_siginfo;
  __MM32_TO(1708, 1652);
  unsigned int psi_flags;
  u64 acct_rss_mem1;
  u64 acct_vm_mem1;
  u64 acct_timexpd;
  nodemask_t mems_allowed;
  seqcount_spinlock_t mems_allowed_seq;
  int cpuset_mem_spread_rotor;
  int cpuset_slab_spread_rotor;
  struct css_set* cgroups;
  struct list_head cg_list;
  __MM32_TO(1876, 1764);
  struct pipe_inode_info* splice_pipe;
  struct page_frag task_frag;
  struct task_delay_info* delays;
  int nr_dirtied;
  int nr_dirtied_pause;
  unsigned long dirty_paused_when;
  u64 timer_slack_ns;
  u64 default_timer_slack_ns;
  __MM32_TO(1952, 1920);
  struct mem_cgroup* memcg_in_oom;
  gfp_t memcg_oom_gfp_mask;
  int memcg_oom_order;
  unsigned int memcg_nr_pages_over_high;
  struct mem_cgroup* active_memcg;
  __MM32_TO(1988, 1972);
  struct kmap_ctrl kmap_ctrl;
  int pagefault_disabled;
  u8 pad_thread[__MM32_TASK_BYTES - 2060 - __MM32_KMAP_CTRL_EXTRA];
} __aligned(64);
_Static_assert(sizeof(struct task_struct) == __MM32_TASK_BYTES, "struct task_struct of 6.1 i386");
_Static_assert(offsetof(struct task_struct, mm) == 1008, "");
_Static_assert(offsetof(struct task_struct, pid) == 1108, "");
_Static_assert(offsetof(struct task_struct, comm) == 1412, "");
_Static_assert(offsetof(struct task_struct, signal) == 1468, "");
_Static_assert(offsetof(struct task_struct, pagefault_disabled) == 2056 + __MM32_KMAP_CTRL_EXTRA,
               "");

extern struct task_struct init_task;
#define task_thread_info(task) (&(task)->thread_info)
#define current_thread_info() ((struct thread_info*)current)
#define task_stack_page(task) ((task)->stack)
#define task_pid_nr(task) ((task)->pid)
#define task_tgid_nr(task) ((task)->tgid)
#define task_pid_vnr(task) ((task)->pid)
#define task_tgid_vnr(task) ((task)->tgid)
#define get_task_comm(buf, task) strscpy_pad(buf, (task)->comm, sizeof(buf))
#define for_each_process(p) \
  for (p = &init_task; (p = list_entry(p->tasks.next, struct task_struct, tasks)) != &init_task;)
static inline struct task_struct* get_task_struct(struct task_struct* task) {
  refcount_inc(&task->usage);
  return task;
}

#define __set_current_state(state_value) WRITE_ONCE(current->__state, (state_value))
#define set_current_state(state_value) smp_store_mb(current->__state, (state_value))
#define set_task_state(task, state_value) WRITE_ONCE((task)->__state, (state_value))
#define get_current_state() READ_ONCE(current->__state)
void schedule(void);
long schedule_timeout(long timeout);
long schedule_timeout_interruptible(long timeout);
long schedule_timeout_uninterruptible(long timeout);
int wake_up_process(struct task_struct* tsk);
void set_user_nice(struct task_struct* p, long nice);
void yield(void);
int __cond_resched(void);
#define cond_resched() __cond_resched()
int wake_up_state(struct task_struct* tsk, unsigned int state);
#define need_resched() (0)
#define signal_pending(task) (0)
#define fatal_signal_pending(task) (0)

void yield(void);

union thread_union {
  struct task_struct task;
  unsigned long stack[2048];
};

#include <linux/sched_api_mm32.h>

#define TASK_REPORT                                                                            \
  (TASK_RUNNING | TASK_INTERRUPTIBLE | TASK_UNINTERRUPTIBLE | __TASK_STOPPED | __TASK_TRACED | \
   EXIT_DEAD | EXIT_ZOMBIE | TASK_PARKED)
#define task_is_running(task) (READ_ONCE((task)->__state) == TASK_RUNNING)
#define task_is_stopped(task) ((READ_ONCE((task)->__state) & __TASK_STOPPED) != 0)
#define task_is_traced(task) ((READ_ONCE((task)->__state) & __TASK_TRACED) != 0)
#define set_special_state(state_value) WRITE_ONCE(current->__state, (state_value))
static inline unsigned int task_cpu(const struct task_struct* p) { return p->thread_info.cpu; }
static inline int task_nice(const struct task_struct* p) { return p->static_prio - 120; }
static inline struct pid* task_pid(struct task_struct* task) { return task->thread_pid; }
static inline int pid_alive(const struct task_struct* p) { return p->thread_pid != NULL; }
static inline int is_global_init(struct task_struct* task) { return task->tgid == 1; }
static inline bool is_idle_task(const struct task_struct* p) { return p->flags & PF_IDLE; }
static inline pid_t task_ppid_nr(const struct task_struct* task) { return task->real_parent->tgid; }
static inline unsigned int task_state_index(struct task_struct* task) {
  const unsigned int state = (READ_ONCE(task->__state) | task->exit_state) & TASK_REPORT;
  return READ_ONCE(task->__state) == TASK_IDLE ? 8 : fls(state);
}
static inline char task_index_to_char(unsigned int state) { return "RSDTtXZPI"[state]; }
static inline char task_state_to_char(struct task_struct* task) {
  return task_index_to_char(task_state_index(task));
}
static inline void set_tsk_thread_flag(struct task_struct* task, int flag) {
  set_bit(flag, &task->thread_info.flags);
}
static inline void clear_tsk_thread_flag(struct task_struct* task, int flag) {
  clear_bit(flag, &task->thread_info.flags);
}
static inline int test_tsk_thread_flag(struct task_struct* task, int flag) {
  return test_bit(flag, &task->thread_info.flags);
}
static inline void set_task_comm(struct task_struct* task, const char* from) {
  __set_task_comm(task, from, false);
}
#define cond_resched_lock(lock) __cond_resched_lock(lock)

#include <linux/sched_inline_mm32.h>

// One header until 4.11.
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 11, 0)
#include <linux/cred.h>
#include <linux/sched/mm.h>
#include <linux/sched/signal.h>
#include <linux/sched/task.h>
#endif

#endif
