// The screen at boot.
#ifndef _LINUX_SCREEN_INFO_H
#define _LINUX_SCREEN_INFO_H

#include <linux/types.h>

#endif
