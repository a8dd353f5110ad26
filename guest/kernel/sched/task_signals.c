/*
 * What tasks have of signals and limits: one structure each, which all of them share. Nobody sends
 * signals here from outside, so nothing in them changes unless a module does it.
 * Linux: init/init_task.c (init_signals, init_sighand), kernel/fork.c (fork_init).
 */
#include <linux/resource.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>
#include <linux/wait.h>

#include "sched/sched.h"

#define MEMLOCK_LIMIT (8UL << 20)
#define STACK_LIMIT (8UL << 20)
#define OPEN_FILES 1024
#define OPEN_FILES_MOST 4096
#define QUEUE_BYTES 819200

struct signal_struct init_signals = {
    .sigcnt = REFCOUNT_INIT(1),
    .live = ATOMIC_INIT(1),
    .nr_threads = 1,
    .thread_head = LIST_HEAD_INIT(init_task.thread_node),
    .shared_pending.list = LIST_HEAD_INIT(init_signals.shared_pending.list),
    .posix_timers = LIST_HEAD_INIT(init_signals.posix_timers),
    .rlim = {
        [RLIMIT_CPU] = {RLIM_INFINITY, RLIM_INFINITY},
        [RLIMIT_FSIZE] = {RLIM_INFINITY, RLIM_INFINITY},
        [RLIMIT_DATA] = {RLIM_INFINITY, RLIM_INFINITY},
        [RLIMIT_STACK] = {STACK_LIMIT, RLIM_INFINITY},
        [RLIMIT_CORE] = {0, RLIM_INFINITY},
        [RLIMIT_RSS] = {RLIM_INFINITY, RLIM_INFINITY},
        [RLIMIT_NOFILE] = {OPEN_FILES, OPEN_FILES_MOST},
        [RLIMIT_MEMLOCK] = {MEMLOCK_LIMIT, MEMLOCK_LIMIT},
        [RLIMIT_AS] = {RLIM_INFINITY, RLIM_INFINITY},
        [RLIMIT_LOCKS] = {RLIM_INFINITY, RLIM_INFINITY},
        [RLIMIT_MSGQUEUE] = {QUEUE_BYTES, QUEUE_BYTES},
        [RLIMIT_RTTIME] = {RLIM_INFINITY, RLIM_INFINITY},
    }};

struct sighand_struct init_sighand = {
    .siglock = __SPIN_LOCK_UNLOCKED(init_sighand.siglock),
    .count = REFCOUNT_INIT(1),
};

void give_signals(struct task_struct* task) {
  task->signal = &init_signals;
  task->sighand = &init_sighand;
  INIT_LIST_HEAD(&task->pending.list);
  INIT_LIST_HEAD(&task->thread_group);
  INIT_LIST_HEAD(&task->thread_node);
}

/* The number of tasks is bound by half of the threads that an eighth of the memory has stacks for.
 */
void task_signals_init(unsigned long ram_pages) {
  const unsigned long threads = ram_pages / (8 * THREAD_SIZE / PAGE_SIZE);
  const struct rlimit half = {threads / 2, threads / 2};

  init_waitqueue_head(&init_signals.wait_chldexit);
  init_waitqueue_head(&init_sighand.signalfd_wqh);
  init_signals.rlim[RLIMIT_NPROC] = half;
  init_signals.rlim[RLIMIT_SIGPENDING] = half;
}
