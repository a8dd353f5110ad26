// The calls of <linux/lockdep.h>.
#ifndef _LINUX_LOCKDEP_API_H
#define _LINUX_LOCKDEP_API_H

#include <linux/lockdep.h>

#endif
