// Interrupts as messages.
#ifndef _LINUX_MSI_H
#define _LINUX_MSI_H

#include <linux/cpumask.h>
#include <linux/list.h>
#include <linux/mutex.h>

#endif
