// Small calls of the scheduler that inline functions of the headers end in: giving a lock up for
// others, staying on the CPU. Linux 6.1: kernel/sched/core.c.
#include <linux/export.h>
#include <linux/preempt.h>
#include <linux/sched.h>
#include <linux/spinlock.h>

#include "../bug_at.h"

int __cond_resched_lock(spinlock_t* lock);
int __cond_resched_lock(spinlock_t* lock) {
  int turned;
  spin_unlock(lock);
  turned = __cond_resched();
  spin_lock(lock);
  return turned;
}
EXPORT_SYMBOL(__cond_resched_lock);

int __cond_resched_rwlock_read(rwlock_t* lock);
int __cond_resched_rwlock_read(rwlock_t* lock) {
  int turned;
  read_unlock(lock);
  turned = __cond_resched();
  read_lock(lock);
  return turned;
}
EXPORT_SYMBOL(__cond_resched_rwlock_read);

int __cond_resched_rwlock_write(rwlock_t* lock);
int __cond_resched_rwlock_write(rwlock_t* lock) {
  int turned;
  write_unlock(lock);
  turned = __cond_resched();
  write_lock(lock);
  return turned;
}
EXPORT_SYMBOL(__cond_resched_rwlock_write);

void migrate_disable(void) { current->migration_disabled++; }
EXPORT_SYMBOL_GPL(migrate_disable);

void migrate_enable(void) {
  if (WARN_ON_ONCE_AT(!current->migration_disabled, "kernel/sched/core.c", 2240)) return;
  current->migration_disabled--;
}
EXPORT_SYMBOL_GPL(migrate_enable);
