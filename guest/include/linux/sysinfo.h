// The figures of the system.
#ifndef _LINUX_SYSINFO_H
#define _LINUX_SYSINFO_H

#include <linux/mm.h>

#define SI_LOAD_SHIFT 16

#endif
