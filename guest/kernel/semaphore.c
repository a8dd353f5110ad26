/*
 * Counting semaphores. With one task, a semaphore that is 0 stays 0: waiting for it ends in the
 * hung-task report (mm32_block). Linux: kernel/locking/semaphore.c.
 */
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/semaphore.h>

#include "host.h"

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
