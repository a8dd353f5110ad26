// The number of interrupt lines.
#ifndef _LINUX_IRQNR_H
#define _LINUX_IRQNR_H

extern int nr_irqs;

#endif
