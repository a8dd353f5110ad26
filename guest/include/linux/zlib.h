// Deflate.
#ifndef _LINUX_ZLIB_H
#define _LINUX_ZLIB_H

#include <linux/types.h>

#endif
