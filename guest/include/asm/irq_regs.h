// The registers of the interrupt that is being served.
#ifndef _ASM_IRQ_REGS_H
#define _ASM_IRQ_REGS_H

#include <linux/types.h>

#endif
