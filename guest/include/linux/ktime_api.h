// The calls of <linux/ktime.h>.
#ifndef _LINUX_KTIME_API_H
#define _LINUX_KTIME_API_H

#include <linux/ktime.h>

#endif
