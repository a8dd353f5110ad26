// The calls of <linux/rcuwait.h>.
#ifndef _LINUX_RCUWAIT_API_H
#define _LINUX_RCUWAIT_API_H

#include <linux/rcuwait.h>

#endif
