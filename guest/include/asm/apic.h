// The interrupt controller of a CPU.
#ifndef _ASM_APIC_H
#define _ASM_APIC_H

#include <asm/irq_vectors.h>
#include <linux/cpumask.h>

#endif
