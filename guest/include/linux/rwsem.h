// Reader-writer semaphores: layout and calls.
#ifndef _LINUX_RWSEM_H
#define _LINUX_RWSEM_H

#include <linux/atomic.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/spinlock_types.h>

struct rw_semaphore {
  atomic_long_t count;
  atomic_long_t owner;
  atomic_t osq;
  raw_spinlock_t wait_lock;
  struct list_head wait_list;
};
_Static_assert(sizeof(struct rw_semaphore) == 24, "struct rw_semaphore of 6.1 i386");
#define __RWSEM_INITIALIZER(name) \
  { .wait_list = LIST_HEAD_INIT((name).wait_list) }
#define DECLARE_RWSEM(name) struct rw_semaphore name = __RWSEM_INITIALIZER(name)
void __init_rwsem(struct rw_semaphore* sem, const char* name, struct lock_class_key* key);
#define init_rwsem(sem)                 \
  do {                                  \
    static struct lock_class_key __key; \
    __init_rwsem((sem), #sem, &__key);  \
  } while (0)
void down_read(struct rw_semaphore* sem);
int __must_check down_read_interruptible(struct rw_semaphore* sem);
int __must_check down_read_killable(struct rw_semaphore* sem);
int down_read_trylock(struct rw_semaphore* sem);
void down_write(struct rw_semaphore* sem);
int __must_check down_write_killable(struct rw_semaphore* sem);
int down_write_trylock(struct rw_semaphore* sem);
void up_read(struct rw_semaphore* sem);
void up_write(struct rw_semaphore* sem);
void downgrade_write(struct rw_semaphore* sem);

#define RWSEM_UNLOCKED_VALUE 0L
typedef struct rw_semaphore* class_rwsem_read_t;
typedef struct rw_semaphore* class_rwsem_write_t;

static inline int rwsem_is_locked(struct rw_semaphore* sem) {
  return atomic_long_read(&sem->count) != RWSEM_UNLOCKED_VALUE;
}
static inline int rwsem_is_contended(struct rw_semaphore* sem) {
  return !list_empty(&sem->wait_list);
}

// Subclasses and owners are lockdep's.
#define down_read_nested(sem, subclass) down_read(sem)
#define down_read_killable_nested(sem, subclass) down_read_killable(sem)
#define down_write_nest_lock(sem, nest_lock) down_write(sem)
#define down_write_nested(sem, subclass) down_write(sem)
#define down_write_killable_nested(sem, subclass) down_write_killable(sem)
#define down_read_non_owner(sem) down_read(sem)
#define up_read_non_owner(sem) up_read(sem)

#include <linux/cleanup.h>

DEFINE_GUARD(rwsem_read, struct rw_semaphore*, down_read(_T), up_read(_T))
DEFINE_GUARD(rwsem_write, struct rw_semaphore*, down_write(_T), up_write(_T))
DEFINE_GUARD_COND(rwsem_read, _try, down_read_trylock(_T))
DEFINE_GUARD_COND(rwsem_read, _intr, down_read_interruptible(_T) == 0)
DEFINE_GUARD_COND(rwsem_write, _try, down_write_trylock(_T))
DEFINE_FREE(up_read, struct rw_semaphore*, if (_T) up_read(_T))
DEFINE_FREE(up_write, struct rw_semaphore*, if (_T) up_write(_T))

#endif
