// Devices on SPI buses.
#ifndef _LINUX_SPI_SPI_H
#define _LINUX_SPI_SPI_H

#include <linux/device.h>
#include <linux/device/driver.h>
#include <linux/mod_devicetable.h>

#endif
