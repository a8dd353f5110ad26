// The big kernel lock, until 2.6.39.
#ifndef _LINUX_SMP_LOCK_H
#define _LINUX_SMP_LOCK_H

#include <linux/smp.h>
#include <linux/wait.h>

#endif
