// Spin locks and reader-writer locks, as calls of the functions that an SMP kernel exports.
#ifndef _LINUX_SPINLOCK_H
#define _LINUX_SPINLOCK_H

#include <linux/bottom_half.h>
#include <linux/irqflags.h>
#include <linux/preempt.h>
#include <linux/spinlock_types.h>

void _raw_spin_lock(raw_spinlock_t* lock);
void _raw_spin_lock_bh(raw_spinlock_t* lock);
void _raw_spin_lock_irq(raw_spinlock_t* lock);
unsigned long _raw_spin_lock_irqsave(raw_spinlock_t* lock);
int _raw_spin_trylock(raw_spinlock_t* lock);
int _raw_spin_trylock_bh(raw_spinlock_t* lock);
void _raw_spin_unlock(raw_spinlock_t* lock);
void _raw_spin_unlock_bh(raw_spinlock_t* lock);
void _raw_spin_unlock_irq(raw_spinlock_t* lock);
void _raw_spin_unlock_irqrestore(raw_spinlock_t* lock, unsigned long flags);
void _raw_read_lock(rwlock_t* lock);
void _raw_read_lock_bh(rwlock_t* lock);
void _raw_read_lock_irq(rwlock_t* lock);
unsigned long _raw_read_lock_irqsave(rwlock_t* lock);
int _raw_read_trylock(rwlock_t* lock);
void _raw_read_unlock(rwlock_t* lock);
void _raw_read_unlock_bh(rwlock_t* lock);
void _raw_read_unlock_irq(rwlock_t* lock);
void _raw_read_unlock_irqrestore(rwlock_t* lock, unsigned long flags);
void _raw_write_lock(rwlock_t* lock);
void _raw_write_lock_bh(rwlock_t* lock);
void _raw_write_lock_irq(rwlock_t* lock);
unsigned long _raw_write_lock_irqsave(rwlock_t* lock);
int _raw_write_trylock(rwlock_t* lock);
void _raw_write_unlock(rwlock_t* lock);
void _raw_write_unlock_bh(rwlock_t* lock);
void _raw_write_unlock_irq(rwlock_t* lock);
void _raw_write_unlock_irqrestore(rwlock_t* lock, unsigned long flags);

#define raw_spin_lock_init(lock) ((void)((lock)->slock = 0))
#define raw_spin_lock(lock) _raw_spin_lock(lock)
#define raw_spin_lock_nested(lock, subclass) _raw_spin_lock(lock)
#define raw_spin_lock_bh(lock) _raw_spin_lock_bh(lock)
#define raw_spin_lock_irq(lock) _raw_spin_lock_irq(lock)
#define raw_spin_lock_irqsave(lock, flags) ((flags) = _raw_spin_lock_irqsave(lock))
#define raw_spin_trylock(lock) _raw_spin_trylock(lock)
#define raw_spin_unlock(lock) _raw_spin_unlock(lock)
#define raw_spin_unlock_bh(lock) _raw_spin_unlock_bh(lock)
#define raw_spin_unlock_irq(lock) _raw_spin_unlock_irq(lock)
#define raw_spin_unlock_irqrestore(lock, flags) _raw_spin_unlock_irqrestore(lock, flags)
#define raw_spin_is_locked(lock) ((lock)->slock != 0)

#define spin_lock_init(lock) raw_spin_lock_init(&(lock)->rlock)
#define spin_lock(lock) _raw_spin_lock(&(lock)->rlock)
#define spin_lock_nested(lock, subclass) spin_lock(lock)
#define spin_lock_bh(lock) _raw_spin_lock_bh(&(lock)->rlock)
#define spin_lock_irq(lock) _raw_spin_lock_irq(&(lock)->rlock)
#define spin_lock_irqsave(lock, flags) ((flags) = _raw_spin_lock_irqsave(&(lock)->rlock))
#define spin_lock_irqsave_nested(lock, flags, subclass) spin_lock_irqsave(lock, flags)
#define spin_trylock(lock) _raw_spin_trylock(&(lock)->rlock)
#define spin_trylock_bh(lock) _raw_spin_trylock_bh(&(lock)->rlock)
#define spin_trylock_irq(lock)  \
  ({                            \
    local_irq_disable();        \
    spin_trylock(lock) ? 1 : ({ \
      local_irq_enable();       \
      0;                        \
    });                         \
  })
#define spin_trylock_irqsave(lock, flags) \
  ({                                      \
    local_irq_save(flags);                \
    spin_trylock(lock) ? 1 : ({           \
      local_irq_restore(flags);           \
      0;                                  \
    });                                   \
  })
#define spin_unlock(lock) _raw_spin_unlock(&(lock)->rlock)
#define spin_unlock_bh(lock) _raw_spin_unlock_bh(&(lock)->rlock)
#define spin_unlock_irq(lock) _raw_spin_unlock_irq(&(lock)->rlock)
#define spin_unlock_irqrestore(lock, flags) _raw_spin_unlock_irqrestore(&(lock)->rlock, flags)
#define spin_is_locked(lock) ((lock)->rlock.slock != 0)
#define raw_spin_is_contended(lock) ((lock)->slock >> 16 != 0)
#define spin_is_contended(lock) raw_spin_is_contended(&(lock)->rlock)
#define spin_unlock_wait(lock) barrier()
#define assert_spin_locked(lock) BUG_ON(!spin_is_locked(lock))

#define rwlock_init(lock) (*(lock) = __RW_LOCK_UNLOCKED(lock))
#define read_lock(lock) _raw_read_lock(lock)
#define read_lock_bh(lock) _raw_read_lock_bh(lock)
#define read_lock_irq(lock) _raw_read_lock_irq(lock)
#define read_lock_irqsave(lock, flags) ((flags) = _raw_read_lock_irqsave(lock))
#define read_trylock(lock) _raw_read_trylock(lock)
#define read_unlock(lock) _raw_read_unlock(lock)
#define read_unlock_bh(lock) _raw_read_unlock_bh(lock)
#define read_unlock_irq(lock) _raw_read_unlock_irq(lock)
#define read_unlock_irqrestore(lock, flags) _raw_read_unlock_irqrestore(lock, flags)
#define write_lock(lock) _raw_write_lock(lock)
#define write_lock_bh(lock) _raw_write_lock_bh(lock)
#define write_lock_irq(lock) _raw_write_lock_irq(lock)
#define write_lock_irqsave(lock, flags) ((flags) = _raw_write_lock_irqsave(lock))
#define write_trylock(lock) _raw_write_trylock(lock)
#define write_unlock(lock) _raw_write_unlock(lock)
#define write_unlock_bh(lock) _raw_write_unlock_bh(lock)
#define write_unlock_irq(lock) _raw_write_unlock_irq(lock)
#define write_unlock_irqrestore(lock, flags) _raw_write_unlock_irqrestore(lock, flags)
#define atomic_dec_and_lock(atomic, lock) \
  ({                                      \
    spin_lock(lock);                      \
    atomic_dec_and_test(atomic) ? 1 : ({  \
      spin_unlock(lock);                  \
      0;                                  \
    });                                   \
  })

struct lock_class_key;

#define LOCK_SECTION_NAME ".text..lock." KBUILD_BASENAME
#define LOCK_SECTION_END ".previous\n\t"
#define __lockfunc __section(".spinlock.text")
int _atomic_dec_and_lock(atomic_t* atomic, spinlock_t* lock);
int _atomic_dec_and_lock_irqsave(atomic_t* atomic, spinlock_t* lock, unsigned long* flags);
int __alloc_bucket_spinlocks(spinlock_t** locks, unsigned int* lock_mask, size_t max_size,
                             unsigned int cpu_mult, gfp_t gfp, const char* name,
                             struct lock_class_key* key);
void free_bucket_spinlocks(spinlock_t* locks);

#define raw_spin_lock_nest_lock(lock, nest_lock) _raw_spin_lock(lock)
#define raw_spin_lock_irqsave_nested(lock, flags, subclass) raw_spin_lock_irqsave(lock, flags)
#define raw_spin_trylock_bh(lock) _raw_spin_trylock_bh(lock)
#define raw_spin_trylock_irq(lock)  \
  ({                                \
    local_irq_disable();            \
    raw_spin_trylock(lock) ? 1 : ({ \
      local_irq_enable();           \
      0;                            \
    });                             \
  })
#define raw_spin_trylock_irqsave(lock, flags) \
  ({                                          \
    local_irq_save(flags);                    \
    raw_spin_trylock(lock) ? 1 : ({           \
      local_irq_restore(flags);               \
      0;                                      \
    });                                       \
  })
#define spin_lock_nest_lock(lock, nest_lock) spin_lock(lock)
static __always_inline raw_spinlock_t* spinlock_check(spinlock_t* lock) { return &lock->rlock; }
#define atomic_dec_and_lock_irqsave(atomic, lock, flags) \
  _atomic_dec_and_lock_irqsave(atomic, lock, &(flags))
#define alloc_bucket_spinlocks(locks, lock_mask, max_size, cpu_mult, gfp)                        \
  ({                                                                                             \
    static struct lock_class_key __buckets_key;                                                  \
    __alloc_bucket_spinlocks(locks, lock_mask, max_size, cpu_mult, gfp, #locks, &__buckets_key); \
  })
#define rwlock_is_contended(lock) ((lock)->wait_lock != 0)
#define write_lock_nested(lock, subclass) write_lock(lock)
#define write_trylock_irqsave(lock, flags) \
  ({                                       \
    local_irq_save(flags);                 \
    write_trylock(lock) ? 1 : ({           \
      local_irq_restore(flags);            \
      0;                                   \
    });                                    \
  })

#include <linux/cleanup.h>

DEFINE_LOCK_GUARD_1(raw_spinlock, raw_spinlock_t, raw_spin_lock(_T->lock),
                    raw_spin_unlock(_T->lock))
DEFINE_LOCK_GUARD_1(raw_spinlock_nested, raw_spinlock_t,
                    raw_spin_lock_nested(_T->lock, SINGLE_DEPTH_NESTING), raw_spin_unlock(_T->lock))
DEFINE_LOCK_GUARD_1(raw_spinlock_irq, raw_spinlock_t, raw_spin_lock_irq(_T->lock),
                    raw_spin_unlock_irq(_T->lock))
DEFINE_LOCK_GUARD_1(raw_spinlock_irqsave, raw_spinlock_t,
                    raw_spin_lock_irqsave(_T->lock, _T->flags),
                    raw_spin_unlock_irqrestore(_T->lock, _T->flags), unsigned long flags)
DEFINE_LOCK_GUARD_1(spinlock, spinlock_t, spin_lock(_T->lock), spin_unlock(_T->lock))
DEFINE_LOCK_GUARD_1(spinlock_irq, spinlock_t, spin_lock_irq(_T->lock), spin_unlock_irq(_T->lock))
DEFINE_LOCK_GUARD_1(spinlock_irqsave, spinlock_t, spin_lock_irqsave(_T->lock, _T->flags),
                    spin_unlock_irqrestore(_T->lock, _T->flags), unsigned long flags)

#endif
