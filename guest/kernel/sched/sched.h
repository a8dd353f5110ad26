/*
 * Tasks take turns: what the files of the scheduler share.
 *
 * A task runs until it waits or yields; then the next of the run queue goes on (S1: the running
 * task is not on the queue; S2: a task on it is TASK_RUNNING). The main task is the one that runs
 * what the host calls, so a call of the host returns on its stack. Time passes only when somebody
 * spends it; when nobody may run, it goes on to the next timer, and when there is none, the main
 * task can never go on: that is reported as a hung task.
 */
#ifndef MM32_SCHED_H
#define MM32_SCHED_H

#include <linux/pid.h>
#include <linux/sched.h>
#include <linux/time64.h>
#include <linux/types.h>

#define NS_PER_TICK (NSEC_PER_SEC / HZ)
#define NO_EVENT (~0ULL)
#define KERNEL_STACK_BYTES 8192

extern struct task_struct* main_task;

void init_task_links(struct task_struct* task);
/* Makes `task` begin at `entry` on its stack when it first runs. */
void prepare_stack(struct task_struct* task);

/* A task's number as an object (pid.c), and what it is called by there. */
struct numbered_pid {
  struct pid pid;
  struct upid number;
};
void attach_number(struct task_struct* task, struct numbered_pid* own);
void detach_number(struct task_struct* task);
/* Nobody holds the number of a task that is gone: its memory goes (kthread.c). */
void free_numbered(struct numbered_pid* own);

/* The threads of the work queues are part of the image: number 0 to POOL_THREADS - 1. */
#define POOL_THREADS 8
/* A dead thread of the pool begins anew; false: it is another one. */
bool pool_worker_died(struct task_struct* task);
struct task_struct* pool_thread(int (*threadfn)(void*), void* data, unsigned int number);

/* After a switch: a thread that has ended is off its stack now. */
void bury_dead_thread(void);

/* schedule(); `what` is what a report says if nobody can ever wake the caller. */
void schedule_for(const char* what);
/* For waits without a queue: others get a turn, then the caller looks again. */
void wait_for_others(const char* what);
bool wake_task(struct task_struct* task, unsigned int state);
/* How long the running task has run since its turn began. */
u64 turn_ns(void);

/* Virtual time, without spending any. */
u64 now_ns(void);
/* Runs what is due: timers first, then what they raised. */
void poll_clock(void);
u64 next_event_ns(void);
u64 next_timer_ns(void);
u64 next_hrtimer_ns(void);
void run_hrtimers(void);
void run_timers(void);
u64 next_rcu_ns(void);
void run_rcu_callbacks(void);
/* A grace period has begun and ended (rcu_poll.c). */
void note_grace_period(void);
bool softirqs_waiting(void);
/* Runs what was raised, unless a handler or a section without softirqs is in progress. */
void run_softirqs(void);
void raise_softirq_bit(unsigned int nr);

/* Temporary mappings belong to tasks. */
void kmap_switch(struct task_struct* from, struct task_struct* to);

#endif
