// The calls of <linux/kref.h>.
#ifndef _LINUX_KREF_API_H
#define _LINUX_KREF_API_H

#include <linux/kref.h>

#endif
