// Work from interrupts.
#ifndef _LINUX_IRQ_WORK_H
#define _LINUX_IRQ_WORK_H

#include <linux/llist.h>
#include <linux/percpu-rwsem.h>
#include <linux/smp_types.h>
#include <linux/types.h>

struct irq_work;

struct irq_work {
  struct __call_single_node node;
  void (*func)(struct irq_work*);
  struct rcuwait irqwait;
};
_Static_assert(sizeof(struct irq_work) == 16, "struct irq_work of 6.1 i386");

bool irq_work_queue(struct irq_work*);
void irq_work_sync(struct irq_work*);
void irq_work_run(void);

bool irq_work_queue_on(struct irq_work* work, int cpu);
void irq_work_tick(void);
bool irq_work_needs_cpu(void);
void irq_work_single(void* arg);
void arch_irq_work_raise(void);

// Inline in Linux.
void init_irq_work(struct irq_work* work, void (*func)(struct irq_work*));
bool irq_work_is_pending(struct irq_work* work);
bool irq_work_is_busy(struct irq_work* work);
bool irq_work_is_hard(struct irq_work* work);

#endif
