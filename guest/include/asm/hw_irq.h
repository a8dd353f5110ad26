// Interrupts of a PC.
#ifndef _ASM_HW_IRQ_H
#define _ASM_HW_IRQ_H

#include <asm/irq_vectors.h>
#include <linux/smp.h>

#endif
