// Spin locks and reader-writer locks on one CPU.
//
// A lock word is 1 while held (readers count in steps of 2). Nobody else can release a lock that is
// found taken, because holders do not sleep: it is a deadlock, reported once, and the task dies.
// Linux: kernel/locking/spinlock.c; "BUG: spinlock recursion" is that of
// kernel/locking/spinlock_debug.c.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/sched.h>
#include <linux/spinlock.h>

static void deadlock(const char* what, const void* lock) {
  pr_emerg("BUG: %s recursion on CPU#0, %s/%d\n", what, current->comm, current->pid);
  pr_emerg(" lock: %pS, .owner: %s/%d, .owner_cpu: 0\n", lock, current->comm, current->pid);
  BUG();
}

static void take(raw_spinlock_t* lock) {
  if (unlikely(lock->slock)) deadlock("spinlock", lock);
  lock->slock = 1;
}
static void take_read(rwlock_t* lock) {
  if (unlikely(lock->cnts.counter & 1)) deadlock("rwlock", lock);
  lock->cnts.counter += 2;
}
static void take_write(rwlock_t* lock) {
  if (unlikely(lock->cnts.counter)) deadlock("rwlock", lock);
  lock->cnts.counter = 1;
}
static void drop(raw_spinlock_t* lock) { lock->slock = 0; }
static void drop_read(rwlock_t* lock) { lock->cnts.counter -= 2; }
static void drop_write(rwlock_t* lock) { lock->cnts.counter = 0; }

#define DEFINE_LOCK_FAMILY(kind, type, take_fn, drop_fn)                  \
  void _raw_##kind##_lock(type* lock) {                                   \
    preempt_disable();                                                    \
    take_fn(lock);                                                        \
  }                                                                       \
  EXPORT_SYMBOL(_raw_##kind##_lock);                                      \
  void _raw_##kind##_unlock(type* lock) {                                 \
    drop_fn(lock);                                                        \
    preempt_enable();                                                     \
  }                                                                       \
  EXPORT_SYMBOL(_raw_##kind##_unlock);                                    \
  void _raw_##kind##_lock_bh(type* lock) {                                \
    local_bh_disable();                                                   \
    take_fn(lock);                                                        \
  }                                                                       \
  EXPORT_SYMBOL(_raw_##kind##_lock_bh);                                   \
  void _raw_##kind##_unlock_bh(type* lock) {                              \
    drop_fn(lock);                                                        \
    local_bh_enable();                                                    \
  }                                                                       \
  EXPORT_SYMBOL(_raw_##kind##_unlock_bh);                                 \
  void _raw_##kind##_lock_irq(type* lock) {                               \
    local_irq_disable();                                                  \
    _raw_##kind##_lock(lock);                                             \
  }                                                                       \
  EXPORT_SYMBOL(_raw_##kind##_lock_irq);                                  \
  void _raw_##kind##_unlock_irq(type* lock) {                             \
    drop_fn(lock);                                                        \
    local_irq_enable();                                                   \
    preempt_enable();                                                     \
  }                                                                       \
  EXPORT_SYMBOL(_raw_##kind##_unlock_irq);                                \
  unsigned long _raw_##kind##_lock_irqsave(type* lock) {                  \
    unsigned long flags;                                                  \
    local_irq_save(flags);                                                \
    _raw_##kind##_lock(lock);                                             \
    return flags;                                                         \
  }                                                                       \
  EXPORT_SYMBOL(_raw_##kind##_lock_irqsave);                              \
  void _raw_##kind##_unlock_irqrestore(type* lock, unsigned long flags) { \
    drop_fn(lock);                                                        \
    local_irq_restore(flags);                                             \
    preempt_enable();                                                     \
  }                                                                       \
  EXPORT_SYMBOL(_raw_##kind##_unlock_irqrestore)

DEFINE_LOCK_FAMILY(spin, raw_spinlock_t, take, drop);
DEFINE_LOCK_FAMILY(read, rwlock_t, take_read, drop_read);
DEFINE_LOCK_FAMILY(write, rwlock_t, take_write, drop_write);

int _raw_spin_trylock(raw_spinlock_t* lock) {
  if (lock->slock) return 0;
  _raw_spin_lock(lock);
  return 1;
}
EXPORT_SYMBOL(_raw_spin_trylock);
int _raw_spin_trylock_bh(raw_spinlock_t* lock) {
  if (lock->slock) return 0;
  _raw_spin_lock_bh(lock);
  return 1;
}
EXPORT_SYMBOL(_raw_spin_trylock_bh);
int _raw_read_trylock(rwlock_t* lock) {
  if (lock->cnts.counter & 1) return 0;
  _raw_read_lock(lock);
  return 1;
}
EXPORT_SYMBOL(_raw_read_trylock);
int _raw_write_trylock(rwlock_t* lock) {
  if (lock->cnts.counter) return 0;
  _raw_write_lock(lock);
  return 1;
}
EXPORT_SYMBOL(_raw_write_trylock);
