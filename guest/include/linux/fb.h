// Frame buffers.
#ifndef _LINUX_FB_H
#define _LINUX_FB_H

#include <linux/device.h>
#include <linux/fs.h>
#include <linux/list.h>

#endif
