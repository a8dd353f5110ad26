// The calls of <linux/swait.h>.
#ifndef _LINUX_SWAIT_API_H
#define _LINUX_SWAIT_API_H

#include <linux/swait.h>

#endif
