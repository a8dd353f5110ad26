// Reader-writer semaphores with a count on each CPU.
#ifndef _LINUX_PERCPU_RWSEM_H
#define _LINUX_PERCPU_RWSEM_H

#include <linux/atomic.h>
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

// Inline in Linux.
void percpu_down_read(struct percpu_rw_semaphore* sem);
bool percpu_down_read_trylock(struct percpu_rw_semaphore* sem);
void percpu_up_read(struct percpu_rw_semaphore* sem);
bool percpu_is_write_locked(struct percpu_rw_semaphore* sem);
void percpu_rwsem_release(struct percpu_rw_semaphore* sem, bool read, unsigned long ip);
void percpu_rwsem_acquire(struct percpu_rw_semaphore* sem, bool read, unsigned long ip);

#endif
