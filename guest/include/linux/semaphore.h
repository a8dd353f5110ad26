// Counting semaphores.
#ifndef _LINUX_SEMAPHORE_H
#define _LINUX_SEMAPHORE_H

#include <linux/list.h>
#include <linux/spinlock_types.h>

struct semaphore {
  raw_spinlock_t lock;
  unsigned int count;
  struct list_head wait_list;
};
#define __SEMAPHORE_INITIALIZER(name, n) \
  { .count = n, .wait_list = LIST_HEAD_INIT((name).wait_list) }
#define DEFINE_SEMAPHORE(name, ...) struct semaphore name = __SEMAPHORE_INITIALIZER(name, 1)
static inline void sema_init(struct semaphore* sem, int val) {
  *sem = (struct semaphore){.count = val};
  INIT_LIST_HEAD(&sem->wait_list);
}
#define init_MUTEX(sem) sema_init(sem, 1)
#define init_MUTEX_LOCKED(sem) sema_init(sem, 0)
void down(struct semaphore* sem);
int __must_check down_interruptible(struct semaphore* sem);
int __must_check down_killable(struct semaphore* sem);
int __must_check down_trylock(struct semaphore* sem);
int __must_check down_timeout(struct semaphore* sem, long jiffies);
void up(struct semaphore* sem);

#endif
