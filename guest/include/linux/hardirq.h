// In which context the CPU is.
#ifndef _LINUX_HARDIRQ_H
#define _LINUX_HARDIRQ_H

#include <linux/lockdep.h>
#include <linux/preempt.h>
#include <linux/smp.h>

void synchronize_irq(unsigned int);

#define synchronize_hardirq(irq) ((void)(irq))

void irq_enter(void);
void irq_enter_rcu(void);
void irq_exit(void);
void irq_exit_rcu(void);

// Inline in Linux.
void rcu_irq_enter_check_tick(void);

#define arch_nmi_enter() \
  do {                   \
  } while (0)
#define arch_nmi_exit() \
  do {                  \
  } while (0)

#endif
