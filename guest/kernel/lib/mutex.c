// Mutexes and reader-writer semaphores while one task runs.
//
// Nobody else can release a lock that is found taken: waiting for it ends in the hung-task report. owner is the task, as in 6.1;
// rw_semaphore.count is 1 while written, 0x100 for each reader.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/mutex.h>
#include <linux/rwsem.h>
#include <linux/sched.h>
#include <linux/spinlock.h>

#include "host.h"

#define READER 0x100

void __mutex_init(struct mutex* lock, const char* name, struct lock_class_key* key) {
  *lock = (struct mutex){.wait_list = LIST_HEAD_INIT(lock->wait_list)};
}
EXPORT_SYMBOL(__mutex_init);
bool mutex_is_locked(struct mutex* lock) { return (atomic_long_read(&lock->owner) & ~7) != 0; }
EXPORT_SYMBOL(mutex_is_locked);
int mutex_trylock(struct mutex* lock) {
  if (mutex_is_locked(lock)) return 0;
  atomic_long_set(&lock->owner, (long)current);
  return 1;
}
EXPORT_SYMBOL(mutex_trylock);
void mutex_lock(struct mutex* lock) {
  while (!mutex_trylock(lock)) mm32_block("mutex");
}
EXPORT_SYMBOL(mutex_lock);
int mutex_lock_interruptible(struct mutex* lock) {
  mutex_lock(lock);
  return 0;
}
EXPORT_SYMBOL(mutex_lock_interruptible);
int mutex_lock_killable(struct mutex* lock) {
  mutex_lock(lock);
  return 0;
}
EXPORT_SYMBOL(mutex_lock_killable);
void mutex_unlock(struct mutex* lock) { atomic_long_set(&lock->owner, 0); }
EXPORT_SYMBOL(mutex_unlock);

bool refcount_dec_and_mutex_lock(refcount_t* r, struct mutex* lock) {
  if (refcount_dec_not_one(r)) return false;
  mutex_lock(lock);
  if (refcount_dec_and_test(r)) return true;
  mutex_unlock(lock);
  return false;
}
EXPORT_SYMBOL(refcount_dec_and_mutex_lock);

void __init_rwsem(struct rw_semaphore* sem, const char* name, struct lock_class_key* key) {
  *sem = (struct rw_semaphore){.wait_list = LIST_HEAD_INIT(sem->wait_list)};
}
EXPORT_SYMBOL(__init_rwsem);
int down_read_trylock(struct rw_semaphore* sem) {
  if (atomic_long_read(&sem->count) & 1) return 0;
  atomic_long_add(READER, &sem->count);
  return 1;
}
EXPORT_SYMBOL(down_read_trylock);
void down_read(struct rw_semaphore* sem) {
  while (!down_read_trylock(sem)) mm32_block("rw_semaphore");
}
EXPORT_SYMBOL(down_read);
int down_read_interruptible(struct rw_semaphore* sem) {
  down_read(sem);
  return 0;
}
EXPORT_SYMBOL(down_read_interruptible);
int down_read_killable(struct rw_semaphore* sem) {
  down_read(sem);
  return 0;
}
EXPORT_SYMBOL(down_read_killable);
int down_write_trylock(struct rw_semaphore* sem) {
  if (atomic_long_read(&sem->count)) return 0;
  atomic_long_set(&sem->count, 1);
  atomic_long_set(&sem->owner, (long)current);
  return 1;
}
EXPORT_SYMBOL(down_write_trylock);
void down_write(struct rw_semaphore* sem) {
  while (!down_write_trylock(sem)) mm32_block("rw_semaphore");
}
EXPORT_SYMBOL(down_write);
int down_write_killable(struct rw_semaphore* sem) {
  down_write(sem);
  return 0;
}
EXPORT_SYMBOL(down_write_killable);
void up_read(struct rw_semaphore* sem) { atomic_long_sub(READER, &sem->count); }
EXPORT_SYMBOL(up_read);
void up_write(struct rw_semaphore* sem) { atomic_long_set(&sem->count, 0); }
EXPORT_SYMBOL(up_write);
void downgrade_write(struct rw_semaphore* sem) { atomic_long_set(&sem->count, READER); }
EXPORT_SYMBOL(downgrade_write);
