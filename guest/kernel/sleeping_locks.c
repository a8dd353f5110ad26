/*
 * Locks that sleep: mutexes, semaphores, reader-writer semaphores.
 *
 * There is one task, so a lock that is taken can never be released by somebody else: waiting for
 * it ends in the hung-task report (mm32_block). State and layouts are those that modules were
 * compiled with. Linux: kernel/locking/{mutex,semaphore,rwsem}.c.
 */
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/mutex.h>
#include <linux/rwsem.h>
#include <linux/sched.h>
#include <linux/semaphore.h>

#include "host.h"

#define RWSEM_WRITER 1
#define RWSEM_READER 256

void __mutex_init(struct mutex *lock, const char *name, struct lock_class_key *key)
{
	atomic_long_set(&lock->owner, 0);
	INIT_LIST_HEAD(&lock->wait_list);
}
EXPORT_SYMBOL(__mutex_init);

int mutex_trylock(struct mutex *lock)
{
	if (atomic_long_read(&lock->owner))
		return 0;
	atomic_long_set(&lock->owner, (long)current);
	return 1;
}
EXPORT_SYMBOL(mutex_trylock);

void mutex_lock(struct mutex *lock)
{
	while (!mutex_trylock(lock))
		mm32_block("a mutex that it holds itself");
}
EXPORT_SYMBOL(mutex_lock);

int mutex_lock_interruptible(struct mutex *lock)
{
	mutex_lock(lock);
	return 0;
}
EXPORT_SYMBOL(mutex_lock_interruptible);

int mutex_lock_killable(struct mutex *lock)
{
	mutex_lock(lock);
	return 0;
}
EXPORT_SYMBOL(mutex_lock_killable);

void mutex_unlock(struct mutex *lock)
{
	atomic_long_set(&lock->owner, 0);
}
EXPORT_SYMBOL(mutex_unlock);

bool mutex_is_locked(struct mutex *lock)
{
	return atomic_long_read(&lock->owner) != 0;
}
EXPORT_SYMBOL(mutex_is_locked);

int down_trylock(struct semaphore *sem)
{
	if (!sem->count)
		return 1;
	sem->count--;
	return 0;
}
EXPORT_SYMBOL(down_trylock);

void down(struct semaphore *sem)
{
	while (down_trylock(sem))
		mm32_block("a semaphore");
}
EXPORT_SYMBOL(down);

int down_interruptible(struct semaphore *sem)
{
	down(sem);
	return 0;
}
EXPORT_SYMBOL(down_interruptible);

int down_killable(struct semaphore *sem)
{
	down(sem);
	return 0;
}
EXPORT_SYMBOL(down_killable);

int down_timeout(struct semaphore *sem, long jiffies)
{
	if (!down_trylock(sem))
		return 0;
	mm32_sleep_ns((u64)jiffies * 4000000);
	return down_trylock(sem) ? -ETIME : 0;
}
EXPORT_SYMBOL(down_timeout);

void up(struct semaphore *sem)
{
	sem->count++;
}
EXPORT_SYMBOL(up);

void __init_rwsem(struct rw_semaphore *sem, const char *name, struct lock_class_key *key)
{
	atomic_long_set(&sem->count, 0);
	INIT_LIST_HEAD(&sem->wait_list);
}
EXPORT_SYMBOL(__init_rwsem);

int down_read_trylock(struct rw_semaphore *sem)
{
	if (atomic_long_read(&sem->count) & RWSEM_WRITER)
		return 0;
	atomic_long_add(RWSEM_READER, &sem->count);
	return 1;
}
EXPORT_SYMBOL(down_read_trylock);

void down_read(struct rw_semaphore *sem)
{
	while (!down_read_trylock(sem))
		mm32_block("a reader-writer semaphore");
}
EXPORT_SYMBOL(down_read);

int down_read_interruptible(struct rw_semaphore *sem)
{
	down_read(sem);
	return 0;
}
EXPORT_SYMBOL(down_read_interruptible);

int down_read_killable(struct rw_semaphore *sem)
{
	down_read(sem);
	return 0;
}
EXPORT_SYMBOL(down_read_killable);

int down_write_trylock(struct rw_semaphore *sem)
{
	if (atomic_long_read(&sem->count))
		return 0;
	atomic_long_set(&sem->count, RWSEM_WRITER);
	return 1;
}
EXPORT_SYMBOL(down_write_trylock);

void down_write(struct rw_semaphore *sem)
{
	while (!down_write_trylock(sem))
		mm32_block("a reader-writer semaphore");
}
EXPORT_SYMBOL(down_write);

int down_write_killable(struct rw_semaphore *sem)
{
	down_write(sem);
	return 0;
}
EXPORT_SYMBOL(down_write_killable);

void up_read(struct rw_semaphore *sem)
{
	atomic_long_sub(RWSEM_READER, &sem->count);
}
EXPORT_SYMBOL(up_read);

void up_write(struct rw_semaphore *sem)
{
	atomic_long_set(&sem->count, 0);
}
EXPORT_SYMBOL(up_write);

void downgrade_write(struct rw_semaphore *sem)
{
	atomic_long_set(&sem->count, RWSEM_READER);
}
EXPORT_SYMBOL(downgrade_write);
