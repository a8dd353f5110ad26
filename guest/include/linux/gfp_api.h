// The calls of <linux/gfp.h>.
#ifndef _LINUX_GFP_API_H
#define _LINUX_GFP_API_H

#include <linux/gfp.h>

#endif
