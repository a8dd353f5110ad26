// Virtual terminals.
#ifndef _LINUX_VT_KERN_H
#define _LINUX_VT_KERN_H

#include <linux/tty.h>

#endif
