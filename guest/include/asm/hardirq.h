// Counters of interrupts.
#ifndef _ASM_HARDIRQ_H
#define _ASM_HARDIRQ_H

#include <linux/percpu.h>
#include <linux/preempt.h>

#endif
