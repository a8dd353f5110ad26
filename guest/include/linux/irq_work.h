// Work from interrupts.
#ifndef _LINUX_IRQ_WORK_H
#define _LINUX_IRQ_WORK_H

#include <linux/llist.h>
#include <linux/percpu-rwsem.h>
#include <linux/smp.h>
#include <linux/types.h>

struct irq_work;

struct __call_single_node {
  struct llist_node llist;
  union {
    unsigned int u_flags;
    atomic_t a_flags;
  };
};
_Static_assert(sizeof(struct __call_single_node) == 8, "struct __call_single_node of 6.1 i386");
struct irq_work {
  struct __call_single_node node;
  void (*func)(struct irq_work*);
  struct rcuwait irqwait;
};
_Static_assert(sizeof(struct irq_work) == 16, "struct irq_work of 6.1 i386");

bool irq_work_queue(struct irq_work*);
void irq_work_sync(struct irq_work*);
void irq_work_run(void);

#endif
