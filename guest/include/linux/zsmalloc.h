// An allocator for compressed pages.
#ifndef _LINUX_ZSMALLOC_H
#define _LINUX_ZSMALLOC_H

#include <linux/types.h>

#endif
