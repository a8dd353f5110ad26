// Temperatures.
#ifndef _LINUX_THERMAL_H
#define _LINUX_THERMAL_H

#include <linux/device.h>

#endif
