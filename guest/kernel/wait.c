/*
 * Wait queues. Linux: kernel/sched/wait.c, kernel/sched/core.c.
 */
#include <linux/export.h>
#include <linux/sched.h>
#include <linux/wait.h>

#include "sched/sched.h"

void __init_waitqueue_head(struct wait_queue_head* wq_head, const char* name,
                           struct lock_class_key* key) {
  spin_lock_init(&wq_head->lock);
  INIT_LIST_HEAD(&wq_head->head);
}
EXPORT_SYMBOL(__init_waitqueue_head);

static noinline void add_entry(struct wait_queue_head* wq_head, struct wait_queue_entry* entry,
                               unsigned int flag) {
  unsigned long flags;

  spin_lock_irqsave(&wq_head->lock, flags);
  if (flag)
    entry->flags |= flag;
  else
    entry->flags &= ~WQ_FLAG_EXCLUSIVE;
  if (flag & WQ_FLAG_EXCLUSIVE)
    list_add_tail(&entry->entry, &wq_head->head);
  else
    list_add(&entry->entry, &wq_head->head);
  spin_unlock_irqrestore(&wq_head->lock, flags);
}

void add_wait_queue(struct wait_queue_head* wq_head, struct wait_queue_entry* wq_entry) {
  add_entry(wq_head, wq_entry, 0);
}
EXPORT_SYMBOL(add_wait_queue);

void add_wait_queue_exclusive(struct wait_queue_head* wq_head, struct wait_queue_entry* wq_entry) {
  add_entry(wq_head, wq_entry, WQ_FLAG_EXCLUSIVE);
}
EXPORT_SYMBOL(add_wait_queue_exclusive);

void remove_wait_queue(struct wait_queue_head* wq_head, struct wait_queue_entry* wq_entry) {
  unsigned long flags;

  spin_lock_irqsave(&wq_head->lock, flags);
  list_del(&wq_entry->entry);
  spin_unlock_irqrestore(&wq_head->lock, flags);
}
EXPORT_SYMBOL(remove_wait_queue);

/* Wakes all that do not wait alone, and `nr` of those that do; 0: all. */
static noinline int wake_entries(struct wait_queue_head* wq_head, unsigned int mode, int nr,
                                 int wake_flags, void* key) {
  struct wait_queue_entry *entry, *next;
  int woken = 0;

  list_for_each_entry_safe(entry, next, &wq_head->head, entry) {
    unsigned int flags = entry->flags;
    int ret = entry->func(entry, mode, wake_flags, key);

    if (ret < 0) break;
    if (!ret) continue;
    woken++;
    if ((flags & WQ_FLAG_EXCLUSIVE) && !--nr) break;
  }
  return woken;
}

static noinline int wake_locked(struct wait_queue_head* wq_head, unsigned int mode, int nr,
                                int wake_flags, void* key) {
  unsigned long flags;
  int woken;

  spin_lock_irqsave(&wq_head->lock, flags);
  woken = wake_entries(wq_head, mode, nr, wake_flags, key);
  spin_unlock_irqrestore(&wq_head->lock, flags);
  return woken;
}

int __wake_up(struct wait_queue_head* wq_head, unsigned int mode, int nr_exclusive, void* key) {
  return wake_locked(wq_head, mode, nr_exclusive, 0, key);
}
EXPORT_SYMBOL(__wake_up);

void __wake_up_locked(struct wait_queue_head* wq_head, unsigned int mode, int nr) {
  wake_entries(wq_head, mode, nr, 0, NULL);
}
EXPORT_SYMBOL_GPL(__wake_up_locked);

void __wake_up_locked_key(struct wait_queue_head* wq_head, unsigned int mode, void* key) {
  wake_entries(wq_head, mode, 1, 0, key);
}
EXPORT_SYMBOL_GPL(__wake_up_locked_key);

void __wake_up_sync_key(struct wait_queue_head* wq_head, unsigned int mode, void* key) {
  wake_locked(wq_head, mode, 1, 0x10, key);
}
EXPORT_SYMBOL_GPL(__wake_up_sync_key);

void __wake_up_sync(struct wait_queue_head* wq_head, unsigned int mode) {
  __wake_up_sync_key(wq_head, mode, NULL);
}
EXPORT_SYMBOL_GPL(__wake_up_sync);

static noinline bool enqueue(struct wait_queue_head* wq_head, struct wait_queue_entry* wq_entry,
                             int state) {
  unsigned long flags;
  bool was_empty = false;

  spin_lock_irqsave(&wq_head->lock, flags);
  if (list_empty(&wq_entry->entry)) {
    was_empty = list_empty(&wq_head->head);
    if (wq_entry->flags & WQ_FLAG_EXCLUSIVE)
      list_add_tail(&wq_entry->entry, &wq_head->head);
    else
      list_add(&wq_entry->entry, &wq_head->head);
  }
  set_current_state(state);
  spin_unlock_irqrestore(&wq_head->lock, flags);
  return was_empty;
}

void prepare_to_wait(struct wait_queue_head* wq_head, struct wait_queue_entry* wq_entry,
                     int state) {
  wq_entry->flags &= ~WQ_FLAG_EXCLUSIVE;
  enqueue(wq_head, wq_entry, state);
}
EXPORT_SYMBOL(prepare_to_wait);

bool prepare_to_wait_exclusive(struct wait_queue_head* wq_head, struct wait_queue_entry* wq_entry,
                               int state) {
  wq_entry->flags |= WQ_FLAG_EXCLUSIVE;
  return enqueue(wq_head, wq_entry, state);
}
EXPORT_SYMBOL(prepare_to_wait_exclusive);

/* No signal can be pending: nobody is there to send one. */
long prepare_to_wait_event(struct wait_queue_head* wq_head, struct wait_queue_entry* wq_entry,
                           int state) {
  enqueue(wq_head, wq_entry, state);
  return 0;
}
EXPORT_SYMBOL(prepare_to_wait_event);

void init_wait_entry(struct wait_queue_entry* wq_entry, int flags) {
  wq_entry->flags = flags;
  wq_entry->private = current;
  wq_entry->func = autoremove_wake_function;
  INIT_LIST_HEAD(&wq_entry->entry);
}
EXPORT_SYMBOL(init_wait_entry);

void finish_wait(struct wait_queue_head* wq_head, struct wait_queue_entry* wq_entry) {
  unsigned long flags;

  __set_current_state(TASK_RUNNING);
  if (list_empty(&wq_entry->entry)) return;
  spin_lock_irqsave(&wq_head->lock, flags);
  list_del_init(&wq_entry->entry);
  spin_unlock_irqrestore(&wq_head->lock, flags);
}
EXPORT_SYMBOL(finish_wait);

int default_wake_function(struct wait_queue_entry* wq_entry, unsigned int mode, int wake_flags,
                          void* key) {
  return wake_task(wq_entry->private, mode);
}
EXPORT_SYMBOL(default_wake_function);

int autoremove_wake_function(struct wait_queue_entry* wq_entry, unsigned int mode, int sync,
                             void* key) {
  int ret = default_wake_function(wq_entry, mode, sync, key);

  if (ret) list_del_init(&wq_entry->entry);
  return ret;
}
EXPORT_SYMBOL(autoremove_wake_function);

long wait_woken(struct wait_queue_entry* wq_entry, unsigned int mode, long timeout) {
  set_current_state(mode);
  if (!(wq_entry->flags & WQ_FLAG_WOKEN)) timeout = schedule_timeout(timeout);
  __set_current_state(TASK_RUNNING);
  wq_entry->flags &= ~WQ_FLAG_WOKEN;
  return timeout;
}
EXPORT_SYMBOL(wait_woken);

int woken_wake_function(struct wait_queue_entry* wq_entry, unsigned int mode, int sync, void* key) {
  wq_entry->flags |= WQ_FLAG_WOKEN;
  return default_wake_function(wq_entry, mode, sync, key);
}
EXPORT_SYMBOL(woken_wake_function);
