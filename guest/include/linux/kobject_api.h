// The calls of <linux/kobject.h>.
#ifndef _LINUX_KOBJECT_API_H
#define _LINUX_KOBJECT_API_H

#include <linux/kobject.h>

#endif
