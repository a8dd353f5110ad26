// struct task_struct with the members that modules read, at their offsets in 6.1.
#ifndef _LINUX_SCHED_H
#define _LINUX_SCHED_H

#include <asm/current.h>
#include <linux/atomic.h>
#include <linux/list.h>
#include <linux/mm_types.h>
#include <linux/preempt.h>
#include <linux/refcount.h>
#include <linux/smp.h>
#include <linux/types.h>

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
  unsigned int __state;
  void* stack;
  refcount_t usage;
  unsigned int flags;
  unsigned int ptrace;
  int on_cpu;
  __MM32_TO(72, 40);
  int prio;
  int static_prio;
  int normal_prio;
  unsigned int rt_priority;
  struct list_head run_list_mm32;  // on the list of those that may run
  unsigned long sp_mm32;           // where the task goes on
  const char* waits_for_mm32;      // what a report of a task that waits for ever says
  void* kthread_mm32;              // of a kernel thread: struct kthread
  __MM32_TO(840, 108);
  unsigned int policy;
  int nr_cpus_allowed;
  __MM32_TO(968, 848);
  struct list_head tasks;
  __MM32_TO(1008, 976);
  struct mm_struct* mm;
  struct mm_struct* active_mm;
  __MM32_TO(1036, 1016);
  int exit_state;
  int exit_code;
  int exit_signal;
  __MM32_TO(1108, 1048);
  pid_t pid;
  pid_t tgid;
  unsigned long stack_canary;
  struct task_struct* real_parent;
  struct task_struct* parent;
  struct list_head children;
  struct list_head sibling;
  struct task_struct* group_leader;
  __MM32_TO(1164, 1148);
  void* thread_pid;
  __MM32_TO(1232, 1168);
  u64 utime;
  u64 stime;
  __MM32_TO(1276, 1248);
  unsigned long nvcsw;
  unsigned long nivcsw;
  u64 start_time;
  u64 start_boottime;
  unsigned long min_flt;
  unsigned long maj_flt;
  __MM32_TO(1400, 1308);
  const struct cred* real_cred;
  const struct cred* cred;
  void* cached_requested_key;
  char comm[TASK_COMM_LEN];
  __MM32_TO(1452, 1428);
  struct fs_struct* fs;
  struct files_struct* files;
  void* io_uring;
  struct nsproxy* nsproxy;
  struct signal_struct* signal;
  struct sighand_struct* sighand;
  unsigned long blocked[2];
  __MM32_TO(1616, 1484);
  void* journal_info;
  __MM32_TO(1988, 1620);
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

#endif
