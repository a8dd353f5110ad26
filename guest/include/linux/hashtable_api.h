// The calls of <linux/hashtable.h>.
#ifndef _LINUX_HASHTABLE_API_H
#define _LINUX_HASHTABLE_API_H

#include <linux/hashtable.h>

#endif
