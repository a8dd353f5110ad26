// Work done aside.
#ifndef _LINUX_ASYNC_H
#define _LINUX_ASYNC_H

#include <linux/device.h>
#include <linux/list.h>
#include <linux/numa.h>
#include <linux/types.h>

#endif
