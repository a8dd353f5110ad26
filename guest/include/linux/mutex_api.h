// The calls of <linux/mutex.h>.
#ifndef _LINUX_MUTEX_API_H
#define _LINUX_MUTEX_API_H

#include <linux/mutex.h>

#endif
