// A lock in one bit.
#ifndef _LINUX_BIT_SPINLOCK_H
#define _LINUX_BIT_SPINLOCK_H

#include <asm/processor.h>
#include <linux/atomic.h>
#include <linux/bitops.h>
#include <linux/bug.h>
#include <linux/kernel.h>
#include <linux/preempt.h>

static inline void bit_spin_lock(int bitnum, unsigned long* addr) {
  preempt_disable();
  while (unlikely(test_and_set_bit_lock(bitnum, addr))) cpu_relax();
}
static inline int bit_spin_trylock(int bitnum, unsigned long* addr) {
  preempt_disable();
  if (unlikely(test_and_set_bit_lock(bitnum, addr))) {
    preempt_enable();
    return 0;
  }
  return 1;
}
static inline void bit_spin_unlock(int bitnum, unsigned long* addr) {
  BUG_ON(!test_bit(bitnum, addr));
  clear_bit_unlock(bitnum, addr);
  preempt_enable();
}
static inline void __bit_spin_unlock(int bitnum, unsigned long* addr) {
  bit_spin_unlock(bitnum, addr);
}
static inline int bit_spin_is_locked(int bitnum, unsigned long* addr) {
  return test_bit(bitnum, addr);
}

#endif
