// refcount_t at its limits: warn once for each kind of mistake and saturate.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/mutex.h>
#include <linux/refcount.h>
#include <linux/spinlock.h>

#include "bug_at.h"

#define REFCOUNT_WARN(line, str) WARN_ONCE_AT(1, "lib/refcount.c", line, "refcount_t: " str ".\n")

void refcount_warn_saturate(refcount_t* r, enum refcount_saturation_type t) {
  refcount_set(r, REFCOUNT_SATURATED);
  switch (t) {
    case REFCOUNT_ADD_NOT_ZERO_OVF:
      REFCOUNT_WARN(19, "saturated; leaking memory");
      break;
    case REFCOUNT_ADD_OVF:
      REFCOUNT_WARN(22, "saturated; leaking memory");
      break;
    case REFCOUNT_ADD_UAF:
      REFCOUNT_WARN(25, "addition on 0; use-after-free");
      break;
    case REFCOUNT_SUB_UAF:
      REFCOUNT_WARN(28, "underflow; use-after-free");
      break;
    case REFCOUNT_DEC_LEAK:
      REFCOUNT_WARN(31, "decrement hit 0; leaking memory");
      break;
    default:
      REFCOUNT_WARN(34, "unknown saturation event!?");
  }
}
EXPORT_SYMBOL(refcount_warn_saturate);

bool refcount_dec_if_one(refcount_t* r) {
  int one = 1;
  return atomic_try_cmpxchg_release(&r->refs, &one, 0);
}
EXPORT_SYMBOL(refcount_dec_if_one);

bool refcount_dec_not_one(refcount_t* r) {
  unsigned int next, value = refcount_read(r);
  int seen = value;
  do {
    if (seen == REFCOUNT_SATURATED) return true;
    if (seen == 1) return false;
    next = seen - 1;
    if (next > (unsigned int)seen) {
      REFCOUNT_WARN(87, "underflow; use-after-free");
      return true;
    }
  } while (!atomic_try_cmpxchg_release(&r->refs, &seen, next));
  return true;
}
EXPORT_SYMBOL(refcount_dec_not_one);

bool refcount_dec_and_lock(refcount_t* r, struct spinlock* lock) {
  if (refcount_dec_not_one(r)) return false;
  spin_lock(lock);
  if (refcount_dec_and_test(r)) return true;
  spin_unlock(lock);
  return false;
}
EXPORT_SYMBOL(refcount_dec_and_lock);

bool refcount_dec_and_lock_irqsave(refcount_t* r, struct spinlock* lock, unsigned long* flags) {
  if (refcount_dec_not_one(r)) return false;
  spin_lock_irqsave(lock, *flags);
  if (refcount_dec_and_test(r)) return true;
  spin_unlock_irqrestore(lock, *flags);
  return false;
}
EXPORT_SYMBOL(refcount_dec_and_lock_irqsave);

bool refcount_dec_and_mutex_lock(refcount_t* r, struct mutex* lock) {
  if (refcount_dec_not_one(r)) return false;
  mutex_lock(lock);
  if (refcount_dec_and_test(r)) return true;
  mutex_unlock(lock);
  return false;
}
EXPORT_SYMBOL(refcount_dec_and_mutex_lock);
