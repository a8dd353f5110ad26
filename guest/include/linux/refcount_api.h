// The calls of <linux/refcount.h>.
#ifndef _LINUX_REFCOUNT_API_H
#define _LINUX_REFCOUNT_API_H

#include <linux/refcount.h>

#endif
