// Work that runs in an interrupt.
#ifndef _ASM_IRQ_WORK_H
#define _ASM_IRQ_WORK_H

#include <linux/irq_work.h>

#endif
