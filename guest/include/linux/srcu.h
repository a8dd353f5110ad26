// RCU whose readers may sleep.
#ifndef _LINUX_SRCU_H
#define _LINUX_SRCU_H

#include <linux/completion.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>

#endif
