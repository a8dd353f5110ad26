// The calls of <linux/hrtimer.h>.
#ifndef _LINUX_HRTIMER_API_H
#define _LINUX_HRTIMER_API_H

#include <linux/hrtimer.h>

#endif
