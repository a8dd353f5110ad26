// The calls of <linux/syscalls.h>.
#ifndef _LINUX_SYSCALLS_API_H
#define _LINUX_SYSCALLS_API_H

#include <linux/syscalls.h>

#endif
