// Where the zone stands in the flags of a page.
#ifndef _LINUX_PAGE_FLAGS_LAYOUT_H
#define _LINUX_PAGE_FLAGS_LAYOUT_H

#include <linux/numa.h>

#define ZONES_SHIFT 2
#define ZONES_WIDTH ZONES_SHIFT
#define SECTIONS_SHIFT 0
#define SECTIONS_WIDTH 0
#define NODES_WIDTH NODES_SHIFT
#define KASAN_TAG_WIDTH 0
#define LAST_CPUPID_SHIFT 0
#define LAST_CPUPID_WIDTH LAST_CPUPID_SHIFT

#endif
