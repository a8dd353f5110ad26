// System V IPC.
#ifndef _LINUX_IPC_H
#define _LINUX_IPC_H

#include <linux/spinlock.h>
#include <linux/types.h>
#include <linux/uidgid.h>

#endif
