// Addresses in the device tree: a PC has none.
#ifndef _LINUX_OF_ADDRESS_H
#define _LINUX_OF_ADDRESS_H

#include <linux/ioport.h>
#include <linux/of.h>

#endif
