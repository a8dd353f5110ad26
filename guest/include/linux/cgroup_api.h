// The calls of <linux/cgroup.h>.
#ifndef _LINUX_CGROUP_API_H
#define _LINUX_CGROUP_API_H

#include <linux/cgroup.h>

#endif
