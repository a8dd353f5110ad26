// The number of interrupt lines.
#ifndef _LINUX_IRQNR_H
#define _LINUX_IRQNR_H

extern int nr_irqs;

struct irq_desc;

struct irq_desc* irq_to_desc(unsigned int irq);
unsigned int irq_get_next_irq(unsigned int offset);

#endif
