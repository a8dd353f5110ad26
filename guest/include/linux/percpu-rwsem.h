// Reader-writer semaphores with a count on each CPU.
#ifndef _LINUX_PERCPU_RWSEM_H
#define _LINUX_PERCPU_RWSEM_H

#include <linux/atomic.h>
#include <linux/lockdep.h>
#include <linux/percpu.h>
#include <linux/rcu_sync.h>
#include <linux/types.h>
#include <linux/wait.h>
#include <linux/wait_types_mm32.h>

struct lock_class_key;
struct percpu_rw_semaphore;
struct task_struct;

struct rcuwait {
  struct task_struct* task;
};
_Static_assert(sizeof(struct rcuwait) == 4, "struct rcuwait of 6.1 i386");
struct percpu_rw_semaphore {
  struct rcu_sync rss;
  unsigned int* read_count;
  struct rcuwait writer;
  wait_queue_head_t waiters;
  atomic_t block;
};
_Static_assert(sizeof(struct percpu_rw_semaphore) == 52, "struct percpu_rw_semaphore of 6.1 i386");

bool __percpu_down_read(struct percpu_rw_semaphore*, bool);
bool percpu_is_read_locked(struct percpu_rw_semaphore*);
void percpu_down_write(struct percpu_rw_semaphore*);
void percpu_up_write(struct percpu_rw_semaphore*);
int __percpu_init_rwsem(struct percpu_rw_semaphore*, const char*, struct lock_class_key*);
void percpu_free_rwsem(struct percpu_rw_semaphore*);

#define __DEFINE_PERCPU_RWSEM(name, is_static)                   \
  static DEFINE_PER_CPU(unsigned int, __percpu_rwsem_rc_##name); \
  is_static struct percpu_rw_semaphore name = {                  \
      .rss = __RCU_SYNC_INITIALIZER(name.rss),                   \
      .read_count = &__percpu_rwsem_rc_##name,                   \
      .waiters = __WAIT_QUEUE_HEAD_INITIALIZER(name.waiters),    \
  }
#define DEFINE_PERCPU_RWSEM(name) __DEFINE_PERCPU_RWSEM(name, )
#define DEFINE_STATIC_PERCPU_RWSEM(name) __DEFINE_PERCPU_RWSEM(name, static)
// Readers count on their own CPU until a writer is about.
static inline void percpu_down_read(struct percpu_rw_semaphore* sem) {
  might_sleep();
  preempt_disable();
  if (likely(rcu_sync_is_idle(&sem->rss)))
    this_cpu_inc(*sem->read_count);
  else
    __percpu_down_read(sem, false);
  preempt_enable();
}
static inline bool percpu_down_read_trylock(struct percpu_rw_semaphore* sem) {
  bool taken = true;
  preempt_disable();
  if (likely(rcu_sync_is_idle(&sem->rss)))
    this_cpu_inc(*sem->read_count);
  else
    taken = __percpu_down_read(sem, true);
  preempt_enable();
  return taken;
}
int rcuwait_wake_up(struct rcuwait* w);
static inline void percpu_up_read(struct percpu_rw_semaphore* sem) {
  preempt_disable();
  if (likely(rcu_sync_is_idle(&sem->rss))) {
    this_cpu_dec(*sem->read_count);
  } else {
    smp_mb();
    this_cpu_dec(*sem->read_count);
    rcuwait_wake_up(&sem->writer);
  }
  preempt_enable();
}
static inline bool percpu_is_write_locked(struct percpu_rw_semaphore* sem) {
  return atomic_read(&sem->block);
}
static inline void percpu_rwsem_release(struct percpu_rw_semaphore* sem, bool read,
                                        unsigned long ip) {}
static inline void percpu_rwsem_acquire(struct percpu_rw_semaphore* sem, bool read,
                                        unsigned long ip) {}
#define percpu_init_rwsem(sem)                           \
  ({                                                     \
    static struct lock_class_key __percpu_rwsem_key;     \
    __percpu_init_rwsem(sem, #sem, &__percpu_rwsem_key); \
  })
#define percpu_rwsem_is_held(sem) 1
#define percpu_rwsem_assert_held(sem) lockdep_assert_held(sem)

#endif
