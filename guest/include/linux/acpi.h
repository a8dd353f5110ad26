// ACPI.
#ifndef _LINUX_ACPI_H
#define _LINUX_ACPI_H

#include <linux/device.h>
#include <linux/errno.h>
#include <linux/ioport.h>
#include <linux/mod_devicetable.h>
#include <linux/uuid.h>

#endif
