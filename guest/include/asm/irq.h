// Interrupt lines of a PC.
#ifndef _ASM_IRQ_H
#define _ASM_IRQ_H

#define NR_IRQS 2304
#define NR_IRQS_LEGACY 16

static inline int irq_canonicalize(int irq) { return irq == 2 ? 9 : irq; }

#endif
