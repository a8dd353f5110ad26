// Taking page blocks out of use.
#ifndef _LINUX_PAGE_ISOLATION_H
#define _LINUX_PAGE_ISOLATION_H

#include <linux/mmzone.h>

#endif
