/*
 * Simple wait queues, and completions: a count of what is done and not yet waited for; UINT_MAX:
 * everything, for ever. Linux: kernel/sched/swait.c, kernel/sched/completion.c.
 */
#include <linux/completion.h>
#include <linux/export.h>
#include <linux/jiffies.h>
#include <linux/limits.h>
#include <linux/sched.h>
#include <linux/swait.h>

#include "sched/sched.h"

void __init_swait_queue_head(struct swait_queue_head* q, const char* name,
                             struct lock_class_key* key) {
  raw_spin_lock_init(&q->lock);
  INIT_LIST_HEAD(&q->task_list);
}
EXPORT_SYMBOL(__init_swait_queue_head);

void swake_up_locked(struct swait_queue_head* q) {
  struct swait_queue* waiter;

  if (list_empty(&q->task_list)) return;
  waiter = list_first_entry(&q->task_list, struct swait_queue, task_list);
  wake_task(waiter->task, TASK_NORMAL | TASK_WAKEKILL);
  list_del_init(&waiter->task_list);
}
EXPORT_SYMBOL(swake_up_locked);

void swake_up_one(struct swait_queue_head* q) {
  unsigned long flags;

  raw_spin_lock_irqsave(&q->lock, flags);
  swake_up_locked(q);
  raw_spin_unlock_irqrestore(&q->lock, flags);
}
EXPORT_SYMBOL(swake_up_one);

void swake_up_all(struct swait_queue_head* q) {
  unsigned long flags;

  raw_spin_lock_irqsave(&q->lock, flags);
  while (!list_empty(&q->task_list)) swake_up_locked(q);
  raw_spin_unlock_irqrestore(&q->lock, flags);
}
EXPORT_SYMBOL(swake_up_all);

static noinline void enqueue(struct swait_queue_head* q, struct swait_queue* wait, int state) {
  unsigned long flags;

  raw_spin_lock_irqsave(&q->lock, flags);
  wait->task = current;
  if (list_empty(&wait->task_list)) list_add_tail(&wait->task_list, &q->task_list);
  set_current_state(state);
  raw_spin_unlock_irqrestore(&q->lock, flags);
}

void prepare_to_swait_exclusive(struct swait_queue_head* q, struct swait_queue* wait, int state) {
  enqueue(q, wait, state);
}
EXPORT_SYMBOL(prepare_to_swait_exclusive);

long prepare_to_swait_event(struct swait_queue_head* q, struct swait_queue* wait, int state) {
  enqueue(q, wait, state);
  return 0;
}
EXPORT_SYMBOL(prepare_to_swait_event);

void finish_swait(struct swait_queue_head* q, struct swait_queue* wait) {
  unsigned long flags;

  __set_current_state(TASK_RUNNING);
  if (list_empty(&wait->task_list)) return;
  raw_spin_lock_irqsave(&q->lock, flags);
  list_del_init(&wait->task_list);
  raw_spin_unlock_irqrestore(&q->lock, flags);
}
EXPORT_SYMBOL(finish_swait);

void complete(struct completion* x) {
  unsigned long flags;

  raw_spin_lock_irqsave(&x->wait.lock, flags);
  if (x->done != UINT_MAX) x->done++;
  swake_up_locked(&x->wait);
  raw_spin_unlock_irqrestore(&x->wait.lock, flags);
}
EXPORT_SYMBOL(complete);

void complete_all(struct completion* x) {
  x->done = UINT_MAX;
  swake_up_all(&x->wait);
}
EXPORT_SYMBOL(complete_all);

bool try_wait_for_completion(struct completion* x) {
  if (!READ_ONCE(x->done)) return false;
  if (x->done != UINT_MAX) x->done--;
  return true;
}
EXPORT_SYMBOL(try_wait_for_completion);

bool completion_done(struct completion* x) { return READ_ONCE(x->done) != 0; }
EXPORT_SYMBOL(completion_done);

/* Ticks left, at least 1; 0: the time is over. */
static noinline long wait_for(struct completion* x, long timeout, int state) {
  DECLARE_SWAITQUEUE(wait);

  INIT_LIST_HEAD(&wait.task_list);
  while (!try_wait_for_completion(x)) {
    if (!timeout) return 0;
    enqueue(&x->wait, &wait, state);
    if (timeout == MAX_SCHEDULE_TIMEOUT)
      schedule_for("a completion");
    else
      timeout = schedule_timeout(timeout);
    finish_swait(&x->wait, &wait);
  }
  return timeout ? timeout : 1;
}

void wait_for_completion(struct completion* x) {
  wait_for(x, MAX_SCHEDULE_TIMEOUT, TASK_UNINTERRUPTIBLE);
}
EXPORT_SYMBOL(wait_for_completion);

void wait_for_completion_io(struct completion* x) { wait_for_completion(x); }
EXPORT_SYMBOL(wait_for_completion_io);

/* No signal can be pending: nobody is there to send one. */
int wait_for_completion_interruptible(struct completion* x) {
  wait_for(x, MAX_SCHEDULE_TIMEOUT, TASK_INTERRUPTIBLE);
  return 0;
}
EXPORT_SYMBOL(wait_for_completion_interruptible);

int wait_for_completion_killable(struct completion* x) {
  wait_for(x, MAX_SCHEDULE_TIMEOUT, TASK_KILLABLE);
  return 0;
}
EXPORT_SYMBOL(wait_for_completion_killable);

int wait_for_completion_state(struct completion* x, unsigned int state) {
  wait_for(x, MAX_SCHEDULE_TIMEOUT, state);
  return 0;
}
EXPORT_SYMBOL(wait_for_completion_state);

unsigned long wait_for_completion_timeout(struct completion* x, unsigned long timeout) {
  return wait_for(x, timeout, TASK_UNINTERRUPTIBLE);
}
EXPORT_SYMBOL(wait_for_completion_timeout);

unsigned long wait_for_completion_io_timeout(struct completion* x, unsigned long timeout) {
  return wait_for_completion_timeout(x, timeout);
}
EXPORT_SYMBOL(wait_for_completion_io_timeout);

long wait_for_completion_interruptible_timeout(struct completion* x, unsigned long timeout) {
  return wait_for(x, timeout, TASK_INTERRUPTIBLE);
}
EXPORT_SYMBOL(wait_for_completion_interruptible_timeout);

long wait_for_completion_killable_timeout(struct completion* x, unsigned long timeout) {
  return wait_for(x, timeout, TASK_KILLABLE);
}
EXPORT_SYMBOL(wait_for_completion_killable_timeout);
