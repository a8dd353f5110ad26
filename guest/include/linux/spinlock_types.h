// The layouts of locks, of an SMP kernel without lock debugging.
#ifndef _LINUX_SPINLOCK_TYPES_H
#define _LINUX_SPINLOCK_TYPES_H

#include <linux/types.h>

typedef struct raw_spinlock {
  union {
    atomic_t raw_lock;
    u32 slock;
  };
} raw_spinlock_t;
typedef struct spinlock {
  union {
    struct raw_spinlock rlock;
  };
} spinlock_t;
typedef struct {
  atomic_t cnts;
  u32 wait_lock;
} rwlock_t;
_Static_assert(sizeof(spinlock_t) == 4 && sizeof(rwlock_t) == 8, "locks of 6.1 i386");

#define __RAW_SPIN_LOCK_UNLOCKED(name) ((raw_spinlock_t){.slock = 0})
#define __SPIN_LOCK_UNLOCKED(name) ((spinlock_t){.rlock = {.slock = 0}})
#define __RW_LOCK_UNLOCKED(name) ((rwlock_t){.wait_lock = 0})
#define SPIN_LOCK_UNLOCKED __SPIN_LOCK_UNLOCKED(old_style)
#define RW_LOCK_UNLOCKED __RW_LOCK_UNLOCKED(old_style)
#define DEFINE_SPINLOCK(x) spinlock_t x = {.rlock = {.slock = 0}}
#define DEFINE_RAW_SPINLOCK(x) raw_spinlock_t x = {.slock = 0}
#define DEFINE_RWLOCK(x) rwlock_t x = {.wait_lock = 0}

#endif
