// Channels for much data.
#ifndef _LINUX_RELAY_H
#define _LINUX_RELAY_H

#include <linux/fs.h>
#include <linux/kref.h>
#include <linux/list.h>
#include <linux/percpu.h>
#include <linux/poll.h>
#include <linux/sched.h>
#include <linux/timer.h>
#include <linux/types.h>
#include <linux/wait.h>

#endif
