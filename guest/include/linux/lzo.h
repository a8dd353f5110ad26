// LZO.
#ifndef _LINUX_LZO_H
#define _LINUX_LZO_H

#include <linux/types.h>

#endif
