// Small calls of the scheduler that inline functions of the headers end in: giving a lock up for
// others, staying on the CPU, the name of a task. Linux 6.1: kernel/sched/core.c, fs/exec.c.
#include <linux/export.h>
#include <linux/preempt.h>
#include <linux/sched.h>
#include <linux/spinlock.h>
#include <linux/string.h>

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

#undef migrate_disable
#undef migrate_enable
void migrate_disable(void);
void migrate_disable(void) { current->migration_disabled++; }
EXPORT_SYMBOL_GPL(migrate_disable);

void migrate_enable(void);
void migrate_enable(void) {
  if (WARN_ON_ONCE_AT(!current->migration_disabled, "kernel/sched/core.c", 2318)) return;
  current->migration_disabled--;
}
EXPORT_SYMBOL_GPL(migrate_enable);

#undef __get_task_comm
char* __get_task_comm(char* buf, size_t buf_size, struct task_struct* tsk);
char* __get_task_comm(char* buf, size_t buf_size, struct task_struct* tsk) {
  strscpy_pad(buf, tsk->comm, buf_size);
  return buf;
}
EXPORT_SYMBOL_GPL(__get_task_comm);
