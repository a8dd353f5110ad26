// Locks that few use: rt_mutex, ww_mutex, percpu_rw_semaphore, and waiting without a queue.
//
// One CPU and no priorities: an rt_mutex goes to who came first. Waiters for a lock of this file
// stand in the queue of its address (wait_bit.c), exclusive ones in the order of coming.
// Linux: 6.1 kernel/locking/{rtmutex_api,ww_mutex.h,percpu-rwsem}.c, kernel/rcu/sync.c.
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/percpu-rwsem.h>
#include <linux/percpu.h>
#include <linux/rcupdate.h>
#include <linux/rcuwait.h>
#include <linux/rtmutex.h>
#include <linux/sched.h>
#include <linux/wait_bit.h>
#include <linux/ww_mutex.h>

#include "sched.h"

#define wait_in_turn(var, condition, state) \
  ___wait_var_event(var, condition, state, 1, 0, schedule_for("a lock"))

void rt_mutex_base_init(struct rt_mutex_base* rtb) {
  raw_spin_lock_init(&rtb->wait_lock);
  rtb->waiters = RB_ROOT_CACHED;
  rtb->owner = NULL;
}
EXPORT_SYMBOL(rt_mutex_base_init);

void __rt_mutex_init(struct rt_mutex* lock, const char* name, struct lock_class_key* key) {
  rt_mutex_base_init(&lock->rtmutex);
}
EXPORT_SYMBOL_GPL(__rt_mutex_init);

int rt_mutex_trylock(struct rt_mutex* lock) {
  if (lock->rtmutex.owner) return 0;
  lock->rtmutex.owner = current;
  return 1;
}
EXPORT_SYMBOL_GPL(rt_mutex_trylock);

void rt_mutex_lock(struct rt_mutex* lock) {
  if (!rt_mutex_trylock(lock)) wait_in_turn(lock, rt_mutex_trylock(lock), TASK_UNINTERRUPTIBLE);
}
EXPORT_SYMBOL_GPL(rt_mutex_lock);

int rt_mutex_lock_interruptible(struct rt_mutex* lock) {
  return rt_mutex_trylock(lock) ? 0
                                : wait_in_turn(lock, rt_mutex_trylock(lock), TASK_INTERRUPTIBLE);
}
EXPORT_SYMBOL_GPL(rt_mutex_lock_interruptible);

int rt_mutex_lock_killable(struct rt_mutex* lock) {
  return rt_mutex_trylock(lock) ? 0 : wait_in_turn(lock, rt_mutex_trylock(lock), TASK_KILLABLE);
}
EXPORT_SYMBOL_GPL(rt_mutex_lock_killable);

void rt_mutex_unlock(struct rt_mutex* lock) {
  lock->rtmutex.owner = NULL;
  wake_up_var(lock);
}
EXPORT_SYMBOL_GPL(rt_mutex_unlock);

static bool is_older(const struct ww_acquire_ctx* a, const struct ww_acquire_ctx* b) {
  return (long)(a->stamp - b->stamp) < 0;
}

static bool take_ww(struct ww_mutex* lock, struct ww_acquire_ctx* ctx) {
  if (!mutex_trylock(&lock->base)) return false;
  lock->ctx = ctx;
  if (ctx) ctx->acquired++;
  return true;
}

// Who must give way? Wait-die: the younger one that asks. Wound-wait: the younger owner.
static bool must_give_way(const struct ww_mutex* lock, struct ww_acquire_ctx* ctx) {
  struct ww_acquire_ctx* owner = lock->ctx;

  if (!ctx) return false;
  if (ctx->is_wait_die) return ctx->acquired && owner && is_older(owner, ctx);
  if (ctx->acquired && ctx->wounded) return true;
  if (owner && owner->acquired && !owner->wounded && is_older(ctx, owner)) {
    owner->wounded = 1;
    wake_task(owner->task, TASK_NORMAL | TASK_WAKEKILL);
  }
  return false;
}

static noinline int lock_ww(struct ww_mutex* lock, struct ww_acquire_ctx* ctx, int state) {
  bool give_way = false;

  if (ctx && ctx == lock->ctx) return -EALREADY;
  if (ctx && !ctx->acquired) ctx->wounded = 0;
  if (take_ww(lock, ctx)) return 0;
  wait_in_turn(lock, take_ww(lock, ctx) || (give_way = must_give_way(lock, ctx)), state);
  return give_way ? -EDEADLK : 0;
}

int ww_mutex_lock(struct ww_mutex* lock, struct ww_acquire_ctx* ctx) {
  might_sleep();
  return lock_ww(lock, ctx, TASK_UNINTERRUPTIBLE);
}
EXPORT_SYMBOL(ww_mutex_lock);

int ww_mutex_lock_interruptible(struct ww_mutex* lock, struct ww_acquire_ctx* ctx) {
  might_sleep();
  return lock_ww(lock, ctx, TASK_INTERRUPTIBLE);
}
EXPORT_SYMBOL(ww_mutex_lock_interruptible);

int ww_mutex_trylock(struct ww_mutex* lock, struct ww_acquire_ctx* ctx) {
  if (ctx && !ctx->acquired) ctx->wounded = 0;
  return take_ww(lock, ctx);
}
EXPORT_SYMBOL(ww_mutex_trylock);

void ww_mutex_unlock(struct ww_mutex* lock) {
  if (lock->ctx) {
    if (lock->ctx->acquired) lock->ctx->acquired--;
    lock->ctx = NULL;
  }
  mutex_unlock(&lock->base);
  wake_up_var(lock);
}
EXPORT_SYMBOL(ww_mutex_unlock);

int rcuwait_wake_up(struct rcuwait* w) { return w->task ? wake_up_process(w->task) : 0; }
EXPORT_SYMBOL_GPL(rcuwait_wake_up);

void finish_rcuwait(struct rcuwait* w) {
  w->task = NULL;
  __set_current_state(TASK_RUNNING);
}
EXPORT_SYMBOL_GPL(finish_rcuwait);

// Readers take the slow path from rcu_sync_enter() to the last rcu_sync_exit().
void rcu_sync_init(struct rcu_sync* rsp) {
  memset(rsp, 0, sizeof(*rsp));
  init_waitqueue_head(&rsp->gp_wait);
}
void rcu_sync_enter(struct rcu_sync* rsp) {
  rsp->gp_count++;
  rsp->gp_state = 2;
}
void rcu_sync_exit(struct rcu_sync* rsp) {
  if (!--rsp->gp_count) rsp->gp_state = 0;
}

int __percpu_init_rwsem(struct percpu_rw_semaphore* sem, const char* name,
                        struct lock_class_key* key) {
  sem->read_count = alloc_percpu(unsigned int);
  if (!sem->read_count) return -ENOMEM;
  rcu_sync_init(&sem->rss);
  sem->writer.task = NULL;
  init_waitqueue_head(&sem->waiters);
  atomic_set(&sem->block, 0);
  return 0;
}
EXPORT_SYMBOL_GPL(__percpu_init_rwsem);

void percpu_free_rwsem(struct percpu_rw_semaphore* sem) {
  if (!sem->read_count) return;
  free_percpu(sem->read_count);
  sem->read_count = NULL;
}
EXPORT_SYMBOL_GPL(percpu_free_rwsem);

// Preemption is off.
bool __percpu_down_read(struct percpu_rw_semaphore* sem, bool try) {
  if (atomic_read(&sem->block)) {
    if (try) return false;
    preempt_enable();
    wait_in_turn(sem, !atomic_read(&sem->block), TASK_UNINTERRUPTIBLE);
    preempt_disable();
  }
  this_cpu_inc(*sem->read_count);
  return true;
}
EXPORT_SYMBOL_GPL(__percpu_down_read);

bool percpu_is_read_locked(struct percpu_rw_semaphore* sem) {
  return this_cpu_read(*sem->read_count) && !atomic_read(&sem->block);
}
EXPORT_SYMBOL_GPL(percpu_is_read_locked);

static bool block_readers(struct percpu_rw_semaphore* sem) { return !atomic_xchg(&sem->block, 1); }

void percpu_down_write(struct percpu_rw_semaphore* sem) {
  might_sleep();
  rcu_sync_enter(&sem->rss);
  if (!block_readers(sem)) wait_in_turn(sem, block_readers(sem), TASK_UNINTERRUPTIBLE);
  rcuwait_wait_event(&sem->writer, !this_cpu_read(*sem->read_count), TASK_UNINTERRUPTIBLE);
}
EXPORT_SYMBOL_GPL(percpu_down_write);

void percpu_up_write(struct percpu_rw_semaphore* sem) {
  struct wait_bit_key all = {.flags = sem, .bit_nr = -1};

  atomic_set(&sem->block, 0);
  __wake_up(__var_waitqueue(sem), TASK_NORMAL, 0, &all);
  rcu_sync_exit(&sem->rss);
}
EXPORT_SYMBOL_GPL(percpu_up_write);
