// The calls of <linux/cpumask.h>.
#ifndef _LINUX_CPUMASK_API_H
#define _LINUX_CPUMASK_API_H

#include <linux/cpumask.h>

#endif
