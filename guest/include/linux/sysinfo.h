// The figures of the system.
#ifndef _LINUX_SYSINFO_H
#define _LINUX_SYSINFO_H

#include <linux/mm.h>

#endif
