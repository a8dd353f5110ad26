// Suspend.
#ifndef _LINUX_SUSPEND_H
#define _LINUX_SUSPEND_H

#include <linux/freezer.h>
#include <linux/init.h>
#include <linux/mm.h>
#include <linux/notifier.h>
#include <linux/pm.h>

#endif
