// Interrupts in the device tree: a PC has none.
#ifndef _LINUX_OF_IRQ_H
#define _LINUX_OF_IRQ_H

#include <linux/irq.h>
#include <linux/of.h>

#endif
