// Sleeping locks: layouts and calls.
#ifndef _LINUX_MUTEX_H
#define _LINUX_MUTEX_H

#include <linux/atomic.h>
#include <linux/list.h>
#include <linux/spinlock_types.h>

struct mutex {
  atomic_long_t owner;
  raw_spinlock_t wait_lock;
  atomic_t osq;
  struct list_head wait_list;
};
_Static_assert(sizeof(struct mutex) == 20, "struct mutex of 6.1 i386");
struct lock_class_key {};

#define __MUTEX_INITIALIZER(lockname) \
  { .wait_list = LIST_HEAD_INIT(lockname.wait_list) }
#define DEFINE_MUTEX(mutexname) struct mutex mutexname = __MUTEX_INITIALIZER(mutexname)
#define DECLARE_MUTEX(name) struct semaphore name = __SEMAPHORE_INITIALIZER(name, 1)
void __mutex_init(struct mutex* lock, const char* name, struct lock_class_key* key);
#define mutex_init(mutex)                  \
  do {                                     \
    static struct lock_class_key __key;    \
    __mutex_init((mutex), #mutex, &__key); \
  } while (0)
void mutex_lock(struct mutex* lock);
int __must_check mutex_lock_interruptible(struct mutex* lock);
int __must_check mutex_lock_killable(struct mutex* lock);
int mutex_trylock(struct mutex* lock);
void mutex_unlock(struct mutex* lock);
bool mutex_is_locked(struct mutex* lock);
#define mutex_lock_nested(lock, subclass) mutex_lock(lock)
#define mutex_lock_interruptible_nested(lock, subclass) mutex_lock_interruptible(lock)
static inline void mutex_destroy(struct mutex* lock) { (void)lock; }

void mutex_lock_io(struct mutex* lock);
int atomic_dec_and_mutex_lock(atomic_t* cnt, struct mutex* lock);
#define mutex_lock_killable_nested(lock, subclass) mutex_lock_killable(lock)
#define mutex_lock_io_nested(lock, subclass) mutex_lock_io(lock)
#define mutex_lock_nest_lock(lock, nest_lock) mutex_lock(lock)
struct device;
static inline int __devm_mutex_init(struct device* dev, struct mutex* lock) { return 0; }
#define devm_mutex_init(dev, mutex)  \
  ({                                 \
    typeof(mutex) __mutex = (mutex); \
    mutex_init(__mutex);             \
    __devm_mutex_init(dev, __mutex); \
  })

#include <linux/cleanup.h>

DEFINE_GUARD(mutex, struct mutex*, mutex_lock(_T), mutex_unlock(_T))
DEFINE_GUARD_COND(mutex, _try, mutex_trylock(_T))
DEFINE_GUARD_COND(mutex, _intr, mutex_lock_interruptible(_T) == 0)
DEFINE_FREE(mutex, struct mutex*, if (_T) mutex_unlock(_T))

#endif
