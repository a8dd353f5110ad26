// Timers of processes.
#ifndef _LINUX_POSIX_TIMERS_H
#define _LINUX_POSIX_TIMERS_H

#include <linux/alarmtimer.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/spinlock.h>
#include <linux/timerqueue.h>

struct alarm;
struct callback_head;
struct cpu_timer;
struct hlist_node;
struct hrtimer;
struct k_clock;
struct k_itimer;
struct kernel_siginfo;
struct list_head;
struct mutex;
struct pid;
struct posix_cputimer_base;
struct posix_cputimers;
struct posix_cputimers_work;
struct signal_struct;
struct sigqueue;
struct task_struct;
struct timerqueue_head;
struct timerqueue_node;

#define CPUCLOCK_PERTHREAD_MASK 4
#define CPUCLOCK_CLOCK_MASK 3
#define CPUCLOCK_PROF 0
#define CPUCLOCK_VIRT 1
#define CPUCLOCK_SCHED 2
#define CPUCLOCK_MAX 3
#define CLOCKFD CPUCLOCK_MAX
#define CLOCKFD_MASK (CPUCLOCK_PERTHREAD_MASK | CPUCLOCK_CLOCK_MASK)
#define REQUEUE_PENDING 1
struct cpu_timer {
  struct timerqueue_node node;
  struct timerqueue_head* head;
  struct pid* pid;
  struct list_head elist;
  int firing;
  struct task_struct* handling;
};
struct posix_cputimer_base {
  u64 nextevt;
  struct timerqueue_head tqhead;
};
struct posix_cputimers {
  struct posix_cputimer_base bases[3];
  unsigned int timers_active;
  unsigned int expiry_active;
};
struct posix_cputimers_work {
  struct callback_head work;
  struct mutex mutex;
  unsigned int scheduled;
};
void posix_cputimers_group_init(struct posix_cputimers* pct, u64 cpu_limit);
void clear_posix_cputimers_work(struct task_struct* p);
void posix_cputimers_init_work(void);
struct k_itimer {
  struct list_head list;
  struct hlist_node t_hash;
  spinlock_t it_lock;
  const struct k_clock* kclock;
  clockid_t it_clock;
  timer_t it_id;
  int it_active;
  s64 it_overrun;
  s64 it_overrun_last;
  int it_requeue_pending;
  int it_sigev_notify;
  ktime_t it_interval;
  struct signal_struct* it_signal;
  union {
    struct pid* it_pid;
    struct task_struct* it_process;
  };
  struct sigqueue* sigq;
  union {
    struct {
      struct hrtimer timer;
    } real;
    struct cpu_timer cpu;
    struct {
      struct alarm alarmtimer;
    } alarm;
  } it;
  struct callback_head rcu;
};
void run_posix_cpu_timers(void);
void posix_cpu_timers_exit(struct task_struct* task);
void posix_cpu_timers_exit_group(struct task_struct* task);
void set_process_cpu_timer(struct task_struct* task, unsigned int clock_idx, u64* newval,
                           u64* oldval);
int update_rlimit_cpu(struct task_struct* task, unsigned long rlim_new);
void posixtimer_rearm(struct kernel_siginfo* info);

#endif
