/*
 * Locks that sleep: mutexes, semaphores, reader-writer semaphores.
 *
 * Who finds a lock taken waits on its list, in the order of coming; who releases it wakes those
 * that may go on, and they try again. State and layouts are those that modules were compiled with.
 * Linux: kernel/locking/{mutex,semaphore,rwsem}.c.
 */
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/mutex.h>
#include <linux/rwsem.h>
#include <linux/sched.h>
#include <linux/semaphore.h>

#include "sched/sched.h"

#define RWSEM_WRITER 1
#define RWSEM_READER 256

struct waiter {
  struct list_head list;
  struct task_struct* task;
  bool shares; /* with others of its kind */
};

/* Puts the running task at the end of `list` until somebody has woken it. Ticks left. */
static noinline long wait_on(struct list_head* list, bool shares, long timeout, int state,
                             const char* what) {
  struct waiter self = {.task = current, .shares = shares};

  list_add_tail(&self.list, list);
  set_current_state(state);
  if (timeout == MAX_SCHEDULE_TIMEOUT)
    schedule_for(what);
  else
    timeout = schedule_timeout(timeout);
  list_del(&self.list);
  return timeout;
}

static struct waiter* first(struct list_head* list) {
  return list_first_entry_or_null(list, struct waiter, list);
}

static void wake_first(struct list_head* list) {
  struct waiter* waiter = first(list);

  if (waiter) wake_task(waiter->task, TASK_NORMAL | TASK_WAKEKILL);
}

void __mutex_init(struct mutex* lock, const char* name, struct lock_class_key* key) {
  atomic_long_set(&lock->owner, 0);
  raw_spin_lock_init(&lock->wait_lock);
  INIT_LIST_HEAD(&lock->wait_list);
}
EXPORT_SYMBOL(__mutex_init);

int mutex_trylock(struct mutex* lock) {
  if (atomic_long_read(&lock->owner)) return 0;
  atomic_long_set(&lock->owner, (long)current);
  return 1;
}
EXPORT_SYMBOL(mutex_trylock);

/* A lock of zeroes is free: Linux looks at the owner or the count before it looks at the list. */
static bool nobody_waits(const struct list_head* list) { return !list->next || list_empty(list); }

static noinline void lock_mutex(struct mutex* lock, int state) {
  while (!mutex_trylock(lock)) {
    const bool own = atomic_long_read(&lock->owner) == (long)current;

    wait_on(&lock->wait_list, false, MAX_SCHEDULE_TIMEOUT, state,
            own ? "a mutex that it holds itself" : "a mutex");
  }
}

void mutex_lock(struct mutex* lock) { lock_mutex(lock, TASK_UNINTERRUPTIBLE); }
EXPORT_SYMBOL(mutex_lock);

void mutex_lock_io(struct mutex* lock);
void mutex_lock_io(struct mutex* lock) { lock_mutex(lock, TASK_UNINTERRUPTIBLE); }
EXPORT_SYMBOL_GPL(mutex_lock_io);

/* No signal can be pending: nobody is there to send one. */
int mutex_lock_interruptible(struct mutex* lock) {
  lock_mutex(lock, TASK_INTERRUPTIBLE);
  return 0;
}
EXPORT_SYMBOL(mutex_lock_interruptible);

int mutex_lock_killable(struct mutex* lock) {
  lock_mutex(lock, TASK_KILLABLE);
  return 0;
}
EXPORT_SYMBOL(mutex_lock_killable);

void mutex_unlock(struct mutex* lock) {
  atomic_long_set(&lock->owner, 0);
  if (unlikely(!nobody_waits(&lock->wait_list))) wake_first(&lock->wait_list);
}
EXPORT_SYMBOL(mutex_unlock);

bool mutex_is_locked(struct mutex* lock) { return atomic_long_read(&lock->owner) != 0; }
EXPORT_SYMBOL(mutex_is_locked);

int atomic_dec_and_mutex_lock(atomic_t* cnt, struct mutex* lock) {
  if (atomic_add_unless(cnt, -1, 1)) return 0;
  mutex_lock(lock);
  if (atomic_dec_and_test(cnt)) return 1;
  mutex_unlock(lock);
  return 0;
}
EXPORT_SYMBOL(atomic_dec_and_mutex_lock);

int down_trylock(struct semaphore* sem) {
  if (!sem->count) return 1;
  sem->count--;
  return 0;
}
EXPORT_SYMBOL(down_trylock);

static noinline int take_semaphore(struct semaphore* sem, long timeout, int state) {
  while (down_trylock(sem)) {
    if (!timeout) return -ETIME;
    timeout = wait_on(&sem->wait_list, false, timeout, state, "a semaphore");
  }
  return 0;
}

void down(struct semaphore* sem) {
  take_semaphore(sem, MAX_SCHEDULE_TIMEOUT, TASK_UNINTERRUPTIBLE);
}
EXPORT_SYMBOL(down);

int down_interruptible(struct semaphore* sem) {
  return take_semaphore(sem, MAX_SCHEDULE_TIMEOUT, TASK_INTERRUPTIBLE);
}
EXPORT_SYMBOL(down_interruptible);

int down_killable(struct semaphore* sem) {
  return take_semaphore(sem, MAX_SCHEDULE_TIMEOUT, TASK_KILLABLE);
}
EXPORT_SYMBOL(down_killable);

int down_timeout(struct semaphore* sem, long timeout) {
  return take_semaphore(sem, timeout, TASK_UNINTERRUPTIBLE);
}
EXPORT_SYMBOL(down_timeout);

void up(struct semaphore* sem) {
  sem->count++;
  wake_first(&sem->wait_list);
}
EXPORT_SYMBOL(up);

void __init_rwsem(struct rw_semaphore* sem, const char* name, struct lock_class_key* key) {
  atomic_long_set(&sem->count, 0);
  atomic_long_set(&sem->owner, 0);
  raw_spin_lock_init(&sem->wait_lock);
  INIT_LIST_HEAD(&sem->wait_list);
}
EXPORT_SYMBOL(__init_rwsem);

/* Wakes the first, and with a reader all readers up to the next writer. */
static noinline void wake_rwsem(struct rw_semaphore* sem) {
  struct waiter* waiter;

  if (nobody_waits(&sem->wait_list)) return;
  if (!first(&sem->wait_list)->shares) {
    wake_first(&sem->wait_list);
    return;
  }
  list_for_each_entry(waiter, &sem->wait_list, list) {
    if (!waiter->shares) break;
    wake_task(waiter->task, TASK_NORMAL | TASK_WAKEKILL);
  }
}

int down_read_trylock(struct rw_semaphore* sem) {
  if (atomic_long_read(&sem->count) & RWSEM_WRITER) return 0;
  atomic_long_add(RWSEM_READER, &sem->count);
  return 1;
}
EXPORT_SYMBOL(down_read_trylock);

/* A reader does not pass a writer that waits. */
static noinline void lock_read(struct rw_semaphore* sem, int state) {
  if (nobody_waits(&sem->wait_list) && down_read_trylock(sem)) return;
  do wait_on(&sem->wait_list, true, MAX_SCHEDULE_TIMEOUT, state, "a reader-writer semaphore");
  while (!down_read_trylock(sem));
}

void down_read(struct rw_semaphore* sem) { lock_read(sem, TASK_UNINTERRUPTIBLE); }
EXPORT_SYMBOL(down_read);

int down_read_interruptible(struct rw_semaphore* sem) {
  lock_read(sem, TASK_INTERRUPTIBLE);
  return 0;
}
EXPORT_SYMBOL(down_read_interruptible);

int down_read_killable(struct rw_semaphore* sem) {
  lock_read(sem, TASK_KILLABLE);
  return 0;
}
EXPORT_SYMBOL(down_read_killable);

int down_write_trylock(struct rw_semaphore* sem) {
  if (atomic_long_read(&sem->count)) return 0;
  atomic_long_set(&sem->count, RWSEM_WRITER);
  return 1;
}
EXPORT_SYMBOL(down_write_trylock);

static noinline void lock_write(struct rw_semaphore* sem, int state) {
  while (!down_write_trylock(sem))
    wait_on(&sem->wait_list, false, MAX_SCHEDULE_TIMEOUT, state, "a reader-writer semaphore");
}

void down_write(struct rw_semaphore* sem) { lock_write(sem, TASK_UNINTERRUPTIBLE); }
EXPORT_SYMBOL(down_write);

int down_write_killable(struct rw_semaphore* sem) {
  lock_write(sem, TASK_KILLABLE);
  return 0;
}
EXPORT_SYMBOL(down_write_killable);

void up_read(struct rw_semaphore* sem) {
  atomic_long_sub(RWSEM_READER, &sem->count);
  if (!atomic_long_read(&sem->count)) wake_rwsem(sem);
}
EXPORT_SYMBOL(up_read);

void up_write(struct rw_semaphore* sem) {
  atomic_long_set(&sem->count, 0);
  wake_rwsem(sem);
}
EXPORT_SYMBOL(up_write);

void downgrade_write(struct rw_semaphore* sem) {
  atomic_long_set(&sem->count, RWSEM_READER);
  if (!nobody_waits(&sem->wait_list) && first(&sem->wait_list)->shares) wake_rwsem(sem);
}
EXPORT_SYMBOL(downgrade_write);
