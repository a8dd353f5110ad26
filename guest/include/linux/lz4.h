// LZ4.
#ifndef _LINUX_LZ4_H
#define _LINUX_LZ4_H

#include <linux/string.h>
#include <linux/types.h>

#endif
