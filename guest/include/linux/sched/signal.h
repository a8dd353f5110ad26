// Groups of threads and their signals.
#ifndef _LINUX_SCHED_SIGNAL_H
#define _LINUX_SCHED_SIGNAL_H

#include <linux/pid.h>
#include <linux/resource.h>
#include <linux/sched.h>
#include <linux/signal.h>

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

#endif
