// The interrupt flag.
#ifndef _ASM_IRQFLAGS_H
#define _ASM_IRQFLAGS_H

#include <linux/irqflags.h>

#endif
