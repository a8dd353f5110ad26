/*
 * Completions: a count of what is done and not yet waited for; UINT_MAX: everything, for ever.
 * What completes one while the only task waits is a queued work. Linux: kernel/sched/completion.c.
 */
#include <linux/completion.h>
#include <linux/export.h>
#include <linux/jiffies.h>
#include <linux/limits.h>
#include <linux/sched.h>
#include <linux/swait.h>

#include "host.h"
#include "work.h"

void __init_swait_queue_head(struct swait_queue_head* q, const char* name,
                             struct lock_class_key* key) {
  raw_spin_lock_init(&q->lock);
  INIT_LIST_HEAD(&q->task_list);
}
EXPORT_SYMBOL(__init_swait_queue_head);

void complete(struct completion* x) {
  if (x->done != UINT_MAX) x->done++;
}
EXPORT_SYMBOL(complete);

void complete_all(struct completion* x) { x->done = UINT_MAX; }
EXPORT_SYMBOL(complete_all);

bool try_wait_for_completion(struct completion* x) {
  if (!READ_ONCE(x->done)) return false;
  if (x->done != UINT_MAX) x->done--;
  return true;
}
EXPORT_SYMBOL(try_wait_for_completion);

bool completion_done(struct completion* x) { return READ_ONCE(x->done) != 0; }
EXPORT_SYMBOL(completion_done);

void wait_for_completion(struct completion* x) {
  while (!try_wait_for_completion(x)) {
    run_pending_works();
    if (!completion_done(x)) mm32_block("a completion");
  }
}
EXPORT_SYMBOL(wait_for_completion);

void wait_for_completion_io(struct completion* x) { wait_for_completion(x); }
EXPORT_SYMBOL(wait_for_completion_io);

int wait_for_completion_interruptible(struct completion* x) {
  wait_for_completion(x);
  return 0;
}
EXPORT_SYMBOL(wait_for_completion_interruptible);

int wait_for_completion_killable(struct completion* x) {
  wait_for_completion(x);
  return 0;
}
EXPORT_SYMBOL(wait_for_completion_killable);

/* Ticks left, at least 1; 0: the time is over. */
unsigned long wait_for_completion_timeout(struct completion* x, unsigned long timeout) {
  if (!completion_done(x)) run_pending_works();
  if (try_wait_for_completion(x)) return timeout ? timeout : 1;
  mm32_sleep_ns((u64)timeout * (1000000000u / HZ));
  return 0;
}
EXPORT_SYMBOL(wait_for_completion_timeout);

unsigned long wait_for_completion_io_timeout(struct completion* x, unsigned long timeout) {
  return wait_for_completion_timeout(x, timeout);
}
EXPORT_SYMBOL(wait_for_completion_io_timeout);

long wait_for_completion_interruptible_timeout(struct completion* x, unsigned long timeout) {
  return wait_for_completion_timeout(x, timeout);
}
EXPORT_SYMBOL(wait_for_completion_interruptible_timeout);

long wait_for_completion_killable_timeout(struct completion* x, unsigned long timeout) {
  return wait_for_completion_timeout(x, timeout);
}
EXPORT_SYMBOL(wait_for_completion_killable_timeout);
