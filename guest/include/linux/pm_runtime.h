// Power management while running.
#ifndef _LINUX_PM_RUNTIME_H
#define _LINUX_PM_RUNTIME_H

#include <linux/device.h>
#include <linux/jiffies.h>
#include <linux/notifier.h>
#include <linux/pm.h>

#endif
