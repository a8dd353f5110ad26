// Pins in the device tree: a PC has none.
#ifndef _LINUX_OF_GPIO_H
#define _LINUX_OF_GPIO_H

#include <linux/gpio.h>
#include <linux/of.h>

#endif
