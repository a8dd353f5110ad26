// Counts beside a lock; and counts whose last holder takes a lock. Linux: 6.1 lib/lockref.c and
// lib/dec_and_lock.c. Nobody comes between on one CPU: counts change without the lock.
#include <linux/atomic.h>
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/lockref.h>

#define DEAD_COUNT (-128)

void lockref_get(struct lockref* lockref) { lockref->count++; }
EXPORT_SYMBOL(lockref_get);
int lockref_get_not_zero(struct lockref* lockref) {
  if (lockref->count <= 0) return 0;
  lockref->count++;
  return 1;
}
EXPORT_SYMBOL(lockref_get_not_zero);
int lockref_put_not_zero(struct lockref* lockref) {
  if (lockref->count <= 1) return 0;
  lockref->count--;
  return 1;
}
EXPORT_SYMBOL(lockref_put_not_zero);
// Only where lock and count can be exchanged together, which i386 kernels do not do.
int lockref_put_return(struct lockref* lockref) { return -1; }
EXPORT_SYMBOL(lockref_put_return);
int lockref_put_or_lock(struct lockref* lockref) {
  if (lockref_put_not_zero(lockref)) return 1;
  spin_lock(&lockref->lock);
  return 0;
}
EXPORT_SYMBOL(lockref_put_or_lock);
void lockref_mark_dead(struct lockref* lockref) { lockref->count = DEAD_COUNT; }
EXPORT_SYMBOL(lockref_mark_dead);
int lockref_get_not_dead(struct lockref* lockref) {
  if (lockref->count < 0) return 0;
  lockref->count++;
  return 1;
}
EXPORT_SYMBOL(lockref_get_not_dead);

int _atomic_dec_and_lock(atomic_t* atomic, spinlock_t* lock);
int _atomic_dec_and_lock(atomic_t* atomic, spinlock_t* lock) {
  if (atomic_add_unless(atomic, -1, 1)) return 0;
  spin_lock(lock);
  if (atomic_dec_and_test(atomic)) return 1;
  spin_unlock(lock);
  return 0;
}
EXPORT_SYMBOL(_atomic_dec_and_lock);
int _atomic_dec_and_lock_irqsave(atomic_t* atomic, spinlock_t* lock, unsigned long* flags);
int _atomic_dec_and_lock_irqsave(atomic_t* atomic, spinlock_t* lock, unsigned long* flags) {
  if (atomic_add_unless(atomic, -1, 1)) return 0;
  spin_lock_irqsave(lock, *flags);
  if (atomic_dec_and_test(atomic)) return 1;
  spin_unlock_irqrestore(lock, *flags);
  return 0;
}
EXPORT_SYMBOL(_atomic_dec_and_lock_irqsave);
