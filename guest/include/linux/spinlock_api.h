// The calls of <linux/spinlock.h>.
#ifndef _LINUX_SPINLOCK_API_H
#define _LINUX_SPINLOCK_API_H

#include <linux/spinlock.h>

#endif
