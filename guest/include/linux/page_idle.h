// Pages not used for a while.
#ifndef _LINUX_PAGE_IDLE_H
#define _LINUX_PAGE_IDLE_H

#include <linux/page-flags.h>

#endif
