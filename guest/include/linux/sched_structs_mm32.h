// Structures of the scheduler. Part of <linux/sched.h>.
#ifndef _LINUX_SCHED_STRUCTS_MM32_H
#define _LINUX_SCHED_STRUCTS_MM32_H

#include <linux/cache.h>
#include <linux/list.h>
#include <linux/rbtree.h>
#include <linux/sched_flags_mm32.h>
#include <linux/seqlock.h>
#include <linux/spinlock_types.h>

struct cfs_rq;
struct clone_args;
struct list_head;
struct load_weight;
struct prev_cputime;
struct rb_node;
struct sched_avg;
struct sched_entity;
struct sched_info;
struct sched_rt_entity;
struct sched_statistics;
struct util_est;
struct vtime;
struct wake_q_node;
union rcu_special;

struct clone_args {
  __u64 flags;
  __u64 pidfd;
  __u64 child_tid;
  __u64 parent_tid;
  __u64 exit_signal;
  __u64 stack;
  __u64 stack_size;
  __u64 tls;
  __u64 set_tid;
  __u64 set_tid_size;
  __u64 cgroup;
};
struct prev_cputime {
  u64 utime;
  u64 stime;
  raw_spinlock_t lock;
};
struct vtime {
  seqcount_t seqcount;
  unsigned long long starttime;
  enum vtime_state state;
  unsigned int cpu;
  u64 utime;
  u64 stime;
  u64 gtime;
};
struct sched_info {
  unsigned long pcount;
  unsigned long long run_delay;
  unsigned long long last_arrival;
  unsigned long long last_queued;
};
struct load_weight {
  unsigned long weight;
  u32 inv_weight;
};
struct util_est {
  unsigned int enqueued;
  unsigned int ewma;
} __aligned(8);
struct sched_avg {
  u64 last_update_time;
  u64 load_sum;
  u64 runnable_sum;
  u32 util_sum;
  u32 period_contrib;
  unsigned long load_avg;
  unsigned long runnable_avg;
  unsigned long util_avg;
  struct util_est util_est;
} ____cacheline_aligned;
struct sched_statistics {
  u64 wait_start;
  u64 wait_max;
  u64 wait_count;
  u64 wait_sum;
  u64 iowait_count;
  u64 iowait_sum;
  u64 sleep_start;
  u64 sleep_max;
  s64 sum_sleep_runtime;
  u64 block_start;
  u64 block_max;
  s64 sum_block_runtime;
  u64 exec_max;
  u64 slice_max;
  u64 nr_migrations_cold;
  u64 nr_failed_migrations_affine;
  u64 nr_failed_migrations_running;
  u64 nr_failed_migrations_hot;
  u64 nr_forced_migrations;
  u64 nr_wakeups;
  u64 nr_wakeups_sync;
  u64 nr_wakeups_migrate;
  u64 nr_wakeups_local;
  u64 nr_wakeups_remote;
  u64 nr_wakeups_affine;
  u64 nr_wakeups_affine_attempts;
  u64 nr_wakeups_passive;
  u64 nr_wakeups_idle;
} ____cacheline_aligned;
struct sched_entity {
  struct load_weight load;
  struct rb_node run_node;
  struct list_head group_node;
  unsigned int on_rq;
  u64 exec_start;
  u64 sum_exec_runtime;
  u64 vruntime;
  u64 prev_sum_exec_runtime;
  u64 nr_migrations;
  int depth;
  struct sched_entity* parent;
  struct cfs_rq* cfs_rq;
  struct cfs_rq* my_q;
  unsigned long runnable_weight;
  struct sched_avg avg;
};
struct sched_rt_entity {
  struct list_head run_list;
  unsigned long timeout;
  unsigned long watchdog_stamp;
  unsigned int time_slice;
  unsigned short on_rq;
  unsigned short on_list;
  struct sched_rt_entity* back;
};
union rcu_special {
  struct {
    u8 blocked;
    u8 need_qs;
    u8 exp_hint;
    u8 need_mb;
  } b;
  u32 s;
};
struct wake_q_node {
  struct wake_q_node* next;
};

#endif
