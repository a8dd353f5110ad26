// pr_debug and dev_dbg that can be switched one by one.
#ifndef _LINUX_DYNAMIC_DEBUG_H
#define _LINUX_DYNAMIC_DEBUG_H

#include <linux/printk.h>

#ifndef dynamic_pr_debug
#define dynamic_pr_debug(fmt, ...) pr_debug(fmt, ##__VA_ARGS__)
#endif
#ifndef dynamic_dev_dbg
#define dynamic_dev_dbg(dev, fmt, ...) dev_dbg(dev, fmt, ##__VA_ARGS__)
#endif

#endif
