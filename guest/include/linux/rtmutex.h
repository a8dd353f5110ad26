// Mutexes that lend their priority.
#ifndef _LINUX_RTMUTEX_H
#define _LINUX_RTMUTEX_H

#include <linux/linkage.h>
#include <linux/rbtree.h>
#include <linux/spinlock_types.h>

struct lock_class_key;
struct rt_mutex;
struct rt_mutex_base;
struct task_struct;

struct rt_mutex_base {
  raw_spinlock_t wait_lock;
  struct rb_root_cached waiters;
  struct task_struct* owner;
};
_Static_assert(sizeof(struct rt_mutex_base) == 16, "struct rt_mutex_base of 6.1 i386");
struct rt_mutex {
  struct rt_mutex_base rtmutex;
};
_Static_assert(sizeof(struct rt_mutex) == 16, "struct rt_mutex of 6.1 i386");

void rt_mutex_base_init(struct rt_mutex_base*);
void __rt_mutex_init(struct rt_mutex*, const char*, struct lock_class_key*);
void rt_mutex_lock(struct rt_mutex*);
int rt_mutex_lock_interruptible(struct rt_mutex*);
int rt_mutex_lock_killable(struct rt_mutex*);
int rt_mutex_trylock(struct rt_mutex*);
void rt_mutex_unlock(struct rt_mutex*);

extern int max_lock_depth;

#define __RT_MUTEX_BASE_INITIALIZER(name) \
  { .waiters = RB_ROOT_CACHED }
#define __RT_MUTEX_INITIALIZER(name) \
  { .rtmutex = __RT_MUTEX_BASE_INITIALIZER(name.rtmutex) }
#define DEFINE_RT_MUTEX(name) struct rt_mutex name = __RT_MUTEX_INITIALIZER(name)
static inline bool rt_mutex_base_is_locked(struct rt_mutex_base* lock) {
  return READ_ONCE(lock->owner) != NULL;
}
#define rt_mutex_init(mutex)                   \
  do {                                         \
    static struct lock_class_key __rt_key;     \
    __rt_mutex_init(mutex, #mutex, &__rt_key); \
  } while (0)
#define rt_mutex_lock_nested(lock, subclass) rt_mutex_lock(lock)
#define rt_mutex_lock_nest_lock(lock, nest_lock) rt_mutex_lock(lock)

#endif
