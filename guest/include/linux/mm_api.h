// The calls of <linux/mm.h>.
#ifndef _LINUX_MM_API_H
#define _LINUX_MM_API_H

#include <linux/mm.h>

#endif
