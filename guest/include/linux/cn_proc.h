// Events of processes.
#ifndef _LINUX_CN_PROC_H
#define _LINUX_CN_PROC_H

#include <linux/types.h>

#endif
