// The calls of <linux/workqueue.h>.
#ifndef _LINUX_WORKQUEUE_API_H
#define _LINUX_WORKQUEUE_API_H

#include <linux/workqueue.h>

#endif
