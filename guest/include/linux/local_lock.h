// Locks of one CPU.
#ifndef _LINUX_LOCAL_LOCK_H
#define _LINUX_LOCAL_LOCK_H

#include <linux/irqflags.h>
#include <linux/percpu.h>
#include <linux/preempt.h>

typedef struct {
} local_lock_t;
#define INIT_LOCAL_LOCK(lock) \
  {}
#define local_lock_init(lock) ((void)(lock))
#define local_lock(lock) preempt_disable()
#define local_unlock(lock) preempt_enable()
#define local_lock_irq(lock) local_irq_disable()
#define local_unlock_irq(lock) local_irq_enable()
#define local_lock_irqsave(lock, flags) local_irq_save(flags)
#define local_unlock_irqrestore(lock, flags) local_irq_restore(flags)

#endif
