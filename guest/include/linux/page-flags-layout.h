// Where the zone stands in the flags of a page.
#ifndef _LINUX_PAGE_FLAGS_LAYOUT_H
#define _LINUX_PAGE_FLAGS_LAYOUT_H

#include <linux/numa.h>

#endif
